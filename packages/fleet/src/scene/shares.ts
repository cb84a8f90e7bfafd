/** Counts as shares, drawn towards others that count as so many. */
export function drawnShares(counts: ArrayLike<number>, towards: ArrayLike<number>, weight: number): Float64Array {
  const sum = sumOf(counts);
  return Float64Array.from(counts, (count, at) => (count + weight * towards[at]!) / (sum + weight));
}

/** So that nothing is ruled out: this part of them is shared out evenly. */
export const flattened = (shares: ArrayLike<number>, part: number): Float64Array =>
  Float64Array.from(shares, (share) => (1 - part) * share + part / shares.length);

/** The sum of rows of so many counts each, over those rows that are wanted. */
export function sumOfRows(counts: Float64Array, width: number, isWanted: (row: number) => boolean): Float64Array {
  const sum = new Float64Array(width);
  for (let at = 0; at < counts.length; at++) if (isWanted(Math.floor(at / width))) sum[at % width]! += counts[at]!;
  return sum;
}

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at++) sum += counts[at]!;
  return sum;
}
