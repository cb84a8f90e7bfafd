import { logSum } from '../numbers/log-sum.ts';
import type { Reads, Rival } from './recovery.ts';
import { struckRatio } from './recovery.ts';

/** Shares of reads that a trouble may strike, evenly on the scale of orders of magnitude. */
const LEAST_SHARE = 0.01;
const MOST_SHARE = 0.95;
const GRID = 32;
const SHARES = Array.from({ length: GRID }, (_, i) => LEAST_SHARE * (MOST_SHARE / LEAST_SHARE) ** (i / (GRID - 1)));

/** Half of the trouble left is not recovered either, nor is a read that now fails in other ways. */
const VARIANTS = [
  { of: 1, weight: 0.4, anyWay: false },
  { of: 0.5, weight: 0.4, anyWay: false },
  { of: 1, weight: 0.2, anyWay: true },
] as const;
/** Shares with a smaller part of the posterior are left aside. */
const NEGLIGIBLE = 0.005;

/** How bad the trouble was before the repair, with its uncertainty: the posterior of its share of reads, as rivals of "recovered". */
export function rivalsFrom(reads: Reads): readonly Rival[] {
  const logs = Float64Array.from(SHARES, (share) => {
    let log = 0;
    for (let read = 0; read < reads.failed.length; read++) log += Math.log(struckRatio(reads, read, { share }));
    return log;
  });
  const total = logSum(logs);
  const kept = SHARES.map((share, i) => ({ share, weight: Math.exp(logs[i]! - total) })).filter(
    ({ weight }) => weight > NEGLIGIBLE,
  );
  const sum = kept.reduce((all, { weight }) => all + weight, 0);
  return kept.flatMap(({ share, weight }) =>
    VARIANTS.map((variant) => ({
      share: share * variant.of,
      weight: (variant.weight * weight) / sum,
      anyWay: variant.anyWay,
    })),
  );
}
