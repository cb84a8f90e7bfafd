import type { Cuboid } from './cuboids.ts';
import type { Noise } from './noise.ts';
import { quantile } from './quantile.ts';

/** How much the mean sign of normal deviates moves with their mean, in standard deviations: sqrt(2 / pi). */
const SIGN_A_SHIFT = 0.7979;
/** A standard deviation over the median distance from the median, of a normal deviate. */
const PER_DISTANCE = 1.4826;
const FEWEST_LEAVES = 25;
const FEWEST_GROUPS = 5;

/**
 * How far whole groups are off their forecast without any cause (standard deviation of the deviation): what their
 * shifts vary by among the groups of the first two layers, beyond chance. A shift is judged by the signs of the
 * leaves, which hardly feel how far the leaves of a cause are off.
 */
export function wanderOf(
  cuboids: readonly Cuboid[],
  deviation: Float64Array,
  { centre, scale }: Noise,
  explained: Uint8Array,
): number {
  const shifts: number[] = [];
  const chance: number[] = [];
  for (const { attributes, groups, groupOf } of cuboids) {
    if (attributes.length > 2) break;
    const count = new Int32Array(groups);
    const signs = new Float64Array(groups);
    const weights = new Float64Array(groups);
    for (let leaf = 0; leaf < groupOf.length; leaf++) {
      if (explained[leaf] === 1) continue;
      const group = groupOf[leaf]!;
      const off = deviation[leaf]! - centre[leaf]!;
      count[group]! += 1;
      signs[group]! += Math.sign(off) / scale[leaf]!;
      weights[group]! += 1 / scale[leaf]! ** 2;
    }
    for (let group = 0; group < groups; group++) {
      if (count[group]! < FEWEST_LEAVES) continue;
      shifts.push(signs[group]! / (SIGN_A_SHIFT * weights[group]!));
      chance.push(1 / (SIGN_A_SHIFT ** 2 * weights[group]!));
    }
  }
  if (shifts.length < FEWEST_GROUPS) return 0;
  const middle = medianOf(shifts);
  const spread = PER_DISTANCE * medianOf(shifts.map((shift) => Math.abs(shift - middle)));
  return Math.sqrt(Math.max(0, spread * spread - medianOf(chance)));
}

const medianOf = (values: readonly number[]): number => quantile(Float64Array.from(values), values.length, 0.5);
