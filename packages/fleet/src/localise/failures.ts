import { logOfDegrees } from './degrees.ts';
import type { Leaves } from './leaves.ts';
import type { Measure } from './measure.ts';
import { poissonEvidence } from './poisson.ts';

/** What was seen and what was expected of leaves. */
export type Failures = {
  readonly failed: Float64Array;
  readonly total: Float64Array;
  /** Chance that an attempt fails where nothing is wrong. */
  readonly chance: Float64Array;
  /** Variance of each leaf's count in units of the binomial's. */
  readonly dispersion: Float64Array;
};

/** Leaves of one cause are struck to different degrees: in units of the cause's. */
const DEGREES = [0.4, 1, 2];
const MOST_AGAINST = -3;
/** Standard deviations. */
const STANDS_OUT = 2;
/** How far the rate of a whole group is off without a cause (standard deviation of the logarithm). */
const WANDER = 0.08;
const LEAST_SHARE = 0.005;
const MOST_SHARE = 0.98;

/**
 * Failures against their expectation. A cause makes a share of the attempts fail that would have succeeded; fewer
 * failures than expected are no incident.
 */
export function failureMeasure({ length }: Leaves, { failed, total, chance, dispersion }: Failures): Measure {
  const expected = Float64Array.from({ length }, (_, leaf) => total[leaf]! * chance[leaf]!);
  let excess = 0;
  for (let leaf = 0; leaf < length; leaf++) excess += Math.max(0, failed[leaf]! - expected[leaf]!);
  const evidenceAt = (leaf: number, share: number): number => {
    const p = chance[leaf]!;
    const struck = p + (1 - p) * share;
    const ratio = failed[leaf]! * Math.log(struck / p) + (total[leaf]! - failed[leaf]!) * Math.log1p(-share);
    return ratio / dispersion[leaf]!;
  };
  const evidenceOf = (leaf: number, share: number): number =>
    logOfDegrees(DEGREES.map((degree) => evidenceAt(leaf, Math.min(MOST_SHARE, share * degree))));
  const shareOf = (members: Int32Array): number => {
    let [more, room] = [0, 0];
    for (const leaf of members) {
      more += failed[leaf]! - expected[leaf]!;
      room += total[leaf]! - expected[leaf]!;
    }
    return Math.min(MOST_SHARE, Math.max(LEAST_SHARE, more / Math.max(1e-9, room)));
  };
  return {
    a: failed.map((count, leaf) => count / dispersion[leaf]!),
    b: expected.map((count, leaf) => count / dispersion[leaf]!),
    screen: (seen, usual) => (seen > usual ? poissonEvidence(seen, usual) : 0),
    bound: (seen, usual) => {
      if (seen <= usual) return 0;
      const off = Math.log(seen / usual) / WANDER;
      return Math.min(poissonEvidence(seen, usual), (off * off) / 2);
    },
    fit: (members, evidence) => {
      const out = members.filter(
        (leaf) =>
          failed[leaf]! - expected[leaf]! > STANDS_OUT * Math.sqrt(dispersion[leaf]! * (expected[leaf]! + 0.25)),
      );
      let best = Number.NEGATIVE_INFINITY;
      let bestShare = LEAST_SHARE;
      for (const share of out.length > 0 ? [shareOf(members), shareOf(out)] : [shareOf(members)]) {
        const sum = members.reduce((all, leaf) => all + Math.max(MOST_AGAINST, evidenceOf(leaf, share)), 0);
        if (sum > best) [best, bestShare] = [sum, share];
      }
      members.forEach((leaf, at) => {
        evidence[at] = evidenceOf(leaf, bestShare);
      });
    },
    share: (members) =>
      excess > 0 ? members.reduce((sum, leaf) => sum + failed[leaf]! - expected[leaf]!, 0) / excess : 0,
  };
}
