import type { Cells } from './f2f.ts';

/** The value below which the share lies; NaN of nothing. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: ArrayLike<number>): number => quantile(values, 0.5);

/** Root of the mean square of what is left after a straight line through the values, and the line's rise over them all. */
export function aroundLine(values: readonly number[]): { readonly rise: number; readonly rest: number } {
  const count = values.length;
  if (count < 3) return { rise: 0, rest: 0 };
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  let slope = 0;
  let squares = 0;
  values.forEach((value, at) => {
    slope += (at - middle) * (value - mean);
    squares += (at - middle) ** 2;
  });
  slope /= squares;
  const rest = values.reduce((sum, value, at) => sum + (value - mean - slope * (at - middle)) ** 2, 0);
  return { rise: slope * (count - 1), rest: Math.sqrt(rest / count) };
}

/** How far the middle transitions of ones lie from the middle of their cells (rms), as a share of the cell. */
export function halfJitter(at: Float64Array, { bits, length, peak }: Cells): number {
  let squares = 0;
  let ones = 0;
  bits.forEach((bit, cell) => {
    if (bit !== 1) return;
    const first = peak[cell]!;
    squares += ((at[first + 1]! - at[first]!) / length[cell]! - 0.5) ** 2;
    ones++;
  });
  return ones === 0 ? 0 : Math.sqrt(squares / ones);
}
