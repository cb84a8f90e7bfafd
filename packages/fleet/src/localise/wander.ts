import type { Cuboid } from './cuboids.ts';
import type { Noise } from './noise.ts';
import { medianOf } from './noise.ts';

/** A standard deviation over that of its sign's mean: for a normal deviate, sqrt(pi / 2). */
const PER_SIGN = 1.2533;
const FEWEST_LEAVES = 25;

/**
 * How far whole groups are off their forecast without any cause (standard deviation of the deviation): what the share
 * of leaves above their forecast varies by among the groups of the first two layers, beyond chance. Shares hardly feel
 * how far the leaves of a cause are off, and only the better half of the leaves is asked.
 */
export function wanderOf(
  cuboids: readonly Cuboid[],
  deviation: Float64Array,
  { scale, centre, typical }: Noise,
  explained: Uint8Array,
): number {
  const shares: number[] = [];
  const chance: number[] = [];
  for (const { attributes, groups, groupOf } of cuboids) {
    if (attributes.length > 2) break;
    const up = new Int32Array(groups);
    const all = new Int32Array(groups);
    for (let leaf = 0; leaf < groupOf.length; leaf++) {
      if (explained[leaf] === 1 || scale[leaf]! > typical) continue;
      all[groupOf[leaf]!]! += 1;
      up[groupOf[leaf]!]! += Math.sign(deviation[leaf]! - centre);
    }
    for (let group = 0; group < groups; group++) {
      if (all[group]! < FEWEST_LEAVES) continue;
      shares.push(up[group]! / all[group]!);
      chance.push(1 / all[group]!);
    }
  }
  if (shares.length < 5) return 0;
  const middle = medianOf(Float64Array.from(shares));
  const spread = 1.4826 * medianOf(Float64Array.from(shares, (share) => Math.abs(share - middle)));
  const beyond = Math.max(0, spread * spread - medianOf(Float64Array.from(chance)));
  return PER_SIGN * typical * Math.sqrt(beyond);
}
