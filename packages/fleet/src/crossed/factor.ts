/** Code of a level that is not known: the factor then has no part in the observation. */
export const UNKNOWN = -1;

const START_VARIANCE = 0.25;

/** A normal belief in each level's effect, as precision and pull (precision × mean), the sum of the prior and of one message an observation. */
export type Factor = {
  readonly codes: Int32Array;
  /** Levels that occur at all. */
  readonly seen: Int32Array;
  readonly precision: Float64Array;
  readonly pull: Float64Array;
  /** The part of each observation in its level's precision and pull. */
  readonly bends: Float64Array;
  readonly pulls: Float64Array;
  /** Mean and variance of each level's effect: the normal's, or sharper ones where `refine` has found them. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Variance of the effects of all levels. */
  prior: number;
};

export function startFactor(codes: Int32Array): Factor {
  let levels = 0;
  for (const code of codes) if (code >= levels) levels = code + 1;
  const count = new Int32Array(levels);
  for (const code of codes) if (code !== UNKNOWN) count[code]!++;
  return {
    codes,
    seen: Int32Array.from(count.keys()).filter((level) => count[level]! > 0),
    precision: new Float64Array(levels).fill(1 / START_VARIANCE),
    pull: new Float64Array(levels),
    bends: new Float64Array(codes.length),
    pulls: new Float64Array(codes.length),
    mean: new Float64Array(levels),
    variance: new Float64Array(levels).fill(START_VARIANCE),
    prior: START_VARIANCE,
  };
}

/** Moments of the normal beliefs. */
export function normalMoments({ precision, pull, mean, variance }: Factor): void {
  for (let level = 0; level < precision.length; level++) {
    variance[level] = 1 / precision[level]!;
    mean[level] = pull[level]! * variance[level]!;
  }
}

/** Mean of a factor's levels, and where their messages lie without the prior's shrinking. */
export function commonShift({ seen, mean, variance, prior }: Factor): {
  readonly mean: number;
  readonly centre: number;
} {
  let sum = 0;
  let reliability = 0;
  for (const level of seen) {
    sum += mean[level]!;
    reliability += 1 - variance[level]! / prior;
  }
  return { mean: seen.length > 0 ? sum / seen.length : 0, centre: reliability > 0 ? sum / reliability : 0 };
}

/** Moves what all observations say of their levels. */
export function shiftMessages({ codes, pull, bends, pulls }: Factor, by: number): void {
  for (let row = 0; row < codes.length; row++) {
    const level = codes[row]!;
    if (level === UNKNOWN) continue;
    const change = by * bends[row]!;
    pulls[row]! -= change;
    pull[level]! -= change;
  }
}

/** A factor with less than this explains nothing. */
const LEAST_PRIOR = 1e-5;

/**
 * One step of Fisher scoring on the logarithm of a factor's variance. A variance is known through the levels as far as
 * these are not merely shrunken to it: with reliability λ of each, the information is ½ Σ λ². The mean of all levels is the
 * intercept's (hence levels − 1).
 */
export function priorStep({ seen, mean, variance, prior }: Factor): number {
  let squares = 0;
  let information = 0;
  for (const level of seen) {
    squares += mean[level]! ** 2 + variance[level]!;
    information += (1 - variance[level]! / prior) ** 2;
  }
  const free = seen.length - 1;
  if (free < 1) return prior > LEAST_PRIOR ? -Infinity : 0;
  const step = (squares / prior - free) / Math.max(information, 1e-9);
  return prior <= LEAST_PRIOR && step < 0 ? 0 : step;
}

/** Makes the variance of all levels greater by a factor of e to the step. */
export function stepPrior(factor: Factor, step: number): void {
  const { precision, prior } = factor;
  factor.prior = Math.max(LEAST_PRIOR, prior * Math.exp(step));
  const change = 1 / factor.prior - 1 / prior;
  for (let level = 0; level < precision.length; level++) precision[level]! += change;
}
