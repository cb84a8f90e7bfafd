import type { Rng } from '../rng.ts';
import type { Corner } from './grid.ts';
import { cornerAt, fullGrid, isTellable, leavesOf, named, nested, someOf } from './grid.ts';
import type { LeafCase } from './types.ts';

type DriftOptions = {
  readonly sizes: readonly number[];
  readonly layer: number;
  readonly causes: number;
  /** How much whole values of attributes wander off their forecast (standard deviation of the logarithm). */
  readonly drift: number;
};

const WINDOW = 10;
const TRIES = 2000;
/** Standard deviations of the sum: what is lost in counting noise is no incident. */
const STANDS_OUT = 8;

/**
 * Counts as they come from the field: the forecast is the mean of the last ten counts, small leaves are as noisy as
 * small counts are (Poisson), and whole values of attributes wander, so that forecast errors go together.
 */
export function driftCase(rng: Rng, { sizes, layer, causes, drift }: DriftOptions): LeafCase {
  const attributes = fullGrid(sizes);
  const length = attributes[0]!.codes.length;
  const spread = rng.between(0.5, 1);
  const weights = attributes.map(({ values }) => values.map(() => rng.lognormal(1, spread)));
  const wander = attributes.map(({ values }) => values.map(() => rng.lognormal(1, drift)));
  const scale = rng.logBetween(2, 50);
  const mean = new Float64Array(length);
  const now = new Float64Array(length);
  for (let leaf = 0; leaf < length; leaf++) {
    if (rng.chance(0.2)) continue;
    mean[leaf] = attributes.reduce((product, { codes }, at) => product * weights[at]![codes[leaf]!]!, scale);
    now[leaf] = attributes.reduce((product, { codes }, at) => product * wander[at]![codes[leaf]!]!, mean[leaf]!);
  }
  const alive = (leaf: number) => mean[leaf]! >= 0.5;
  const corners: Corner[] = [];
  for (let attempt = 0; attempt < TRIES && corners.length < causes; attempt++) {
    const corner = cornerAt(attributes, someOf(rng, layer, sizes.length), rng.below(length));
    if (corners.some((other) => nested(corner, other)) || !isTellable(corner, attributes, alive, 5)) continue;
    const lost = rng.between(0.3, 1);
    const expected = leavesOf(corner, attributes, () => true).reduce((sum, leaf) => sum + mean[leaf]!, 0);
    if (lost * expected < STANDS_OUT * Math.sqrt(expected)) continue;
    corners.push(corner);
    for (const leaf of leavesOf(corner, attributes, () => true)) now[leaf] = now[leaf]! * (1 - lost);
  }
  const predict = mean.map((value) => counts(rng, WINDOW * value) / WINDOW);
  const real = now.map((value) => counts(rng, value));
  return { attributes, real, predict, truth: corners.map((corner) => named(corner, attributes)) };
}

/** Poisson; by the normal distribution where the mean is large. */
const counts = (rng: Rng, mean: number): number =>
  mean > 50 ? Math.max(0, Math.round(mean + Math.sqrt(mean) * rng.normal())) : rng.poisson(mean);
