import type { Rng } from '../rng.ts';
import type { Corner } from './grid.ts';
import { cornerAt, fullGrid, isTellable, leavesOf, named, nested, someOf } from './grid.ts';
import type { LeafCase } from './types.ts';

/** `noise` is the relative residual of the forecast (standard deviation); `layer` how many attributes a cause has. */
type RippleOptions = {
  readonly sizes: readonly number[];
  readonly layer: number;
  readonly causes: number;
  readonly noise: number;
  /** Deviations (f - v) / (f + v) of causes lie in this range, on either side. */
  readonly deviation: readonly [number, number];
  /** By this share the whole table lies above its forecast: a busy day. */
  readonly above?: number;
};

const FEWEST_LEAVES = 3;
const TRIES = 2000;

/**
 * A case of the form of Li et al. (ISSRE 2019): traffic that is a product of popularities, most leaves small and many
 * empty; the leaves of a cause all deviate by the same share (the generalised ripple effect), and all causes of a case
 * lie in one layer, half of the time in one cuboid.
 */
export function rippleCase(rng: Rng, { sizes, layer, causes, noise, deviation, above = 0 }: RippleOptions): LeafCase {
  const attributes = fullGrid(sizes);
  const length = attributes[0]!.codes.length;
  const spread = rng.between(0.5, 1.3);
  const weights = attributes.map(({ values }) => values.map(() => rng.lognormal(1, spread)));
  const scale = rng.logBetween(3, 300);
  const empty = rng.between(0, 0.5);
  // Some pairs of values never occur together.
  const barred = new Set<string>();
  const pairs = attributes.map(
    ({ values }, at) => values.length * attributes[(at + 1) % attributes.length]!.values.length,
  );
  pairs.forEach((count, at) => {
    const share = rng.between(0, 0.3);
    for (let pair = 0; pair < count; pair++) if (rng.chance(share)) barred.add(`${at}:${pair}`);
  });
  const predict = new Float64Array(length);
  for (let leaf = 0; leaf < length; leaf++) {
    const off = attributes.some(({ codes }, at) => {
      const next = attributes[(at + 1) % attributes.length]!;
      return barred.has(`${at}:${codes[leaf]! * next.values.length + next.codes[leaf]!}`);
    });
    if (off || rng.chance(empty)) continue;
    const mean = attributes.reduce((product, { codes }, at) => product * weights[at]![codes[leaf]!]!, scale);
    predict[leaf] = Math.round(4 * mean * rng.lognormal(1, 0.5)) / 4;
  }
  const real = predict.map((value) => value * Math.max(0, 1 + noise * rng.normal()));
  const corners = pickCorners(rng, attributes, predict, layer, causes);
  for (const corner of corners) {
    const size = rng.between(...deviation) * (rng.chance(0.7) ? 1 : -1);
    for (const leaf of leavesOf(corner, attributes, (at) => predict[at]! > 0)) {
      const own = Math.min(1, Math.max(-0.95, size + (noise / 4) * rng.normal()));
      real[leaf] = (predict[leaf]! * (1 - own)) / (1 + own);
    }
  }
  return {
    attributes,
    real: real.map((value) => (1 + above) * value),
    predict,
    truth: corners.map((corner) => named(corner, attributes)),
  };
}

function pickCorners(
  rng: Rng,
  attributes: LeafCase['attributes'],
  predict: Float64Array,
  layer: number,
  causes: number,
): readonly Corner[] {
  const alive = (leaf: number) => predict[leaf]! > 0;
  const oneCuboid = rng.chance(0.5) ? someOf(rng, layer, attributes.length) : null;
  const corners: Corner[] = [];
  for (let attempt = 0; attempt < TRIES && corners.length < causes; attempt++) {
    const chosen = oneCuboid ?? someOf(rng, layer, attributes.length);
    const corner = cornerAt(attributes, chosen, rng.below(predict.length));
    if (corners.some((other) => nested(corner, other))) continue;
    if (isTellable(corner, attributes, alive, FEWEST_LEAVES)) corners.push(corner);
  }
  return corners;
}
