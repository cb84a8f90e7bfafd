import type { Rng } from '../rng.ts';
import type { Corner } from './grid.ts';
import { cornerAt, fullGrid, leavesOf, named, someOf } from './grid.ts';
import type { LeafCase } from './types.ts';

/** Ranges from which each case draws. `severity` is the share of the measure that an anomaly takes, noise added. */
type RiskOptions = {
  readonly sizes: readonly number[];
  readonly zeros: readonly [number, number];
  readonly noise: readonly [number, number];
  readonly severity: readonly [number, number];
  readonly spread: readonly [number, number];
  readonly anomalies: readonly [number, number];
  readonly elements: readonly [number, number];
  readonly leavesOnly: boolean;
};

const TRIES = 500;

/**
 * A case of the form of Kalander (2022, arXiv 2205.10004, section on synthetic data): Weibull values, forecast noise
 * on either side, several anomalies at once in cuboids of different layers, each with a severity of its own, all of
 * them in one direction.
 */
export function riskCase(rng: Rng, options: RiskOptions): LeafCase {
  const attributes = fullGrid(options.sizes);
  const length = attributes[0]!.codes.length;
  const zeros = rng.between(...options.zeros);
  const noise = rng.between(...options.noise);
  const shape = rng.between(0.5, 1);
  const real = new Float64Array(length);
  const predict = new Float64Array(length);
  for (let leaf = 0; leaf < length; leaf++) {
    const value = rng.chance(zeros) ? 0 : 100 * (-Math.log(1 - rng.unit())) ** (1 / shape);
    const other = Math.max(0, value * (1 + noise * rng.normal()));
    const swapped = rng.chance(0.5);
    real[leaf] = swapped ? other : value;
    predict[leaf] = swapped ? value : other;
  }
  const corners: Corner[] = [];
  const up = sum(real) > sum(predict);
  const [lost, kept] = up ? [predict, real] : [real, predict];
  const anomalies = whole(rng, options.anomalies);
  for (let anomaly = 0; anomaly < anomalies; anomaly++) {
    const layer = options.leavesOnly ? attributes.length : 1 + rng.below(attributes.length);
    const severity = rng.between(...options.severity) + noise;
    const spread = rng.between(...options.spread);
    for (const corner of cornersOf(rng, attributes, layer, whole(rng, options.elements), corners, kept)) {
      corners.push(corner);
      for (const leaf of leavesOf(corner, attributes, () => true)) {
        lost[leaf] = Math.max(0, kept[leaf]! * (1 - severity - spread * rng.normal()));
      }
    }
  }
  return { attributes, real, predict, truth: corners.map((corner) => named(corner, attributes)) };
}

/** Elements of one cuboid that share no value with an earlier anomaly. */
function cornersOf(
  rng: Rng,
  attributes: LeafCase['attributes'],
  layer: number,
  elements: number,
  taken: readonly Corner[],
  kept: Float64Array,
): readonly Corner[] {
  const chosen = someOf(rng, layer, attributes.length);
  const found: Corner[] = [];
  for (let attempt = 0; attempt < TRIES && found.length < elements; attempt++) {
    const leaf = rng.below(kept.length);
    const corner = cornerAt(attributes, chosen, leaf);
    const clashes = taken.some((other) => other.some((value, at) => value >= 0 && value === corner[at]));
    const same = found.some((other) => other.every((value, at) => value === corner[at]));
    if (clashes || same || (layer === attributes.length && kept[leaf] === 0)) continue;
    found.push(corner);
  }
  return found;
}

const whole = (rng: Rng, [low, high]: readonly [number, number]): number => low + rng.below(high - low + 1);
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
