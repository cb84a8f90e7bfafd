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

/** How learned shares lean: so many failures each level counts as, and so much of each that may be otherwise. */
export type Leaning = {
  readonly weight: { readonly typical: number; readonly alike: number };
  readonly otherwise: { readonly typical: number; readonly shown: number };
};

/**
 * Shares of each reason, `share[reason * width + …]`: as its counts show, drawn towards those of all reasons of its group, and these towards what is typical.
 * A reason of no group (null) stands alone.
 * @param counts of failures that tell their reason, laid out likewise
 */
export function sharesByReason(
  counts: Float64Array,
  width: number,
  groups: readonly (string | null)[],
  typicalOf: (reason: number) => ArrayLike<number>,
  { weight, otherwise }: Leaning,
): Float64Array {
  const shares = new Float64Array(counts.length);
  groups.forEach((group, reason) => {
    const ofGroup = sumOfRows(counts, width, (other) => group !== null && groups[other] === group);
    const alike = drawnShares(ofGroup, flattened(typicalOf(reason), otherwise.typical), weight.typical);
    const own = drawnShares(counts.subarray(reason * width, (reason + 1) * width), alike, weight.alike);
    shares.set(flattened(own, otherwise.shown), reason * width);
  });
  return shares;
}

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at++) sum += counts[at]!;
  return sum;
}
