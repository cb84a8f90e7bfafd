import type { Rng } from './rng.ts';

/** Ranks 0..count-1, rank r drawn in proportion to 1 / (r + offset) ** exponent. */
export type Zipf = (rng: Rng) => number;

export function zipf(count: number, exponent: number, offset: number): Zipf {
  const cumulative = new Float64Array(count);
  let total = 0;
  for (let rank = 0; rank < count; rank++) {
    total += 1 / (rank + offset) ** exponent;
    cumulative[rank] = total;
  }
  return (rng) => firstAbove(cumulative, rng.unit() * total);
}

/** Index of the first entry of a rising list that is greater than `value`; the last one where none is. */
export function firstAbove(cumulative: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
