import type { Cuboid } from './cuboids.ts';
import type { Noise } from './noise.ts';
import { quantile } from './quantile.ts';

/** A standard deviation over that of its sign's mean: for a normal deviate, sqrt(pi / 2). */
const PER_SIGN = 1.2533;
/** A standard deviation over the median distance from the median, of a normal deviate. */
const PER_DISTANCE = 1.4826;
const FEWEST_LEAVES = 25;
const FEWEST_GROUPS = 5;

/**
 * How far whole groups are off their forecast without any cause (standard deviation of the deviation): what the share
 * of leaves above their forecast varies by among the groups of the first two layers, beyond chance. Shares hardly feel
 * how far the leaves of a cause are off, and only the better half of the leaves is asked.
 */
export function wanderOf(
  cuboids: readonly Cuboid[],
  deviation: Float64Array,
  { centre, scale, typical }: Noise,
  explained: Uint8Array,
): number {
  const asked: number[] = [];
  for (let leaf = 0; leaf < scale.length; leaf++) {
    if (explained[leaf] === 0 && scale[leaf]! <= typical) asked.push(leaf);
  }
  const shares: number[] = [];
  const chance: number[] = [];
  for (const { attributes, groups, groupOf } of cuboids) {
    if (attributes.length > 2) break;
    const up = new Int32Array(groups);
    const all = new Int32Array(groups);
    for (const leaf of asked) {
      all[groupOf[leaf]!]! += 1;
      up[groupOf[leaf]!]! += Math.sign(deviation[leaf]! - centre[leaf]!);
    }
    for (let group = 0; group < groups; group++) {
      if (all[group]! < FEWEST_LEAVES) continue;
      shares.push(up[group]! / all[group]!);
      chance.push(1 / all[group]!);
    }
  }
  if (shares.length < FEWEST_GROUPS) return 0;
  const middle = medianOf(shares);
  const spread = PER_DISTANCE * medianOf(shares.map((share) => Math.abs(share - middle)));
  return PER_SIGN * typical * Math.sqrt(Math.max(0, spread * spread - medianOf(chance)));
}

const medianOf = (values: readonly number[]): number => quantile(Float64Array.from(values), values.length, 0.5);
