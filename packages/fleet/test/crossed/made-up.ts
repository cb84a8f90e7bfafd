import type { CrossedData } from '../../src/crossed/fit.ts';
import { Random } from './random.ts';

export type Plan = {
  readonly seed: number;
  readonly observations: number;
  readonly levels: readonly number[];
  readonly sds: readonly number[];
  readonly intercept: number;
};

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Observations whose levels are drawn evenly and whose outcomes follow the model. */
export function madeUp({ seed, observations, levels, sds, intercept }: Plan): CrossedData {
  const random = new Random(seed);
  const effects = levels.map((count, k) => Float64Array.from({ length: count }, () => sds[k]! * random.normal()));
  const factors = levels.map((count) => Int32Array.from({ length: observations }, () => random.below(count)));
  const failed = Uint8Array.from({ length: observations }, (_, row) => {
    const odds = factors.reduce((sum, codes, k) => sum + effects[k]![codes[row]!]!, intercept);
    return random.unit() < logistic(odds) ? 1 : 0;
  });
  return { failed, factors };
}

/** The size of lme4's data set InstEval (73,421 ratings of 1,128 lecturers by 2,972 students), common and rare outcomes. */
export const PLANS = {
  common: { seed: 41, observations: 73_000, levels: [3000, 1100], sds: [0.33, 0.52], intercept: -0.2 },
  rare: { seed: 42, observations: 73_000, levels: [3000, 1100], sds: [0.7, 0.5], intercept: -3 },
} as const satisfies Record<string, Plan>;
