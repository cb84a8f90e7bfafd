import type { Factor } from './factor.ts';
import { commonShift, normalMoments, priorStep, shiftMessages, startFactor, stepPrior, UNKNOWN } from './factor.ts';
import { outcomeSlopes } from './logistic-normal.ts';
import { canonicalOrder } from './order.ts';
import { refine } from './refine.ts';
import { Secant } from './secant.ts';

/** One entry an observation in each array. */
export type CrossedData = {
  /** 1 failed, 0 went well. */
  readonly failed: Uint8Array;
  /** For each factor (card, terminal, operator …) the level of each observation, counting from 0; -1 where not known. */
  readonly factors: readonly Int32Array[];
  /** What is expected before anybody is looked at, log-odds; 0 where left out. */
  readonly offset?: Float64Array;
};

export type CrossedFactor = {
  /** Standard deviation of the factor's effects, log-odds. */
  readonly sd: number;
  /** Part of the variance of the latent log-odds that this factor explains; the binary outcome itself has π²/3. */
  readonly share: number;
  /** Shrunken effect of each level (posterior mean, log-odds) and its posterior standard deviation. */
  readonly effect: Float64Array;
  readonly error: Float64Array;
};

export type CrossedFit = {
  readonly intercept: number;
  readonly factors: readonly CrossedFactor[];
  readonly passes: number;
  /** False where the last pass still moved more than the tolerance. */
  readonly converged: boolean;
};

const MOST_PASSES = 60;
/** Largest step that is proposed for the intercept or the logarithm of a variance; and when it is time to refine. */
const TOLERANCE = 3e-3;
const NEAR = 2e-2;
const LONGEST = 1;

/**
 * Fits log-odds of failure = intercept + offset + one normal effect for each factor's level, the factors crossed at will.
 * Expectation propagation (Minka, 2001) with one normal message from each observation to each of its levels, and the levels'
 * moments refined from there; standard deviations by restricted maximum likelihood. A few passes over the data, with two
 * numbers in memory for each observation and factor. The result depends on the set of observations, not on their order.
 */
export function fitCrossed(data: CrossedData): CrossedFit {
  const state = start(data);
  const secant = new Secant(state.factors.length + 1);
  let passes = 0;
  let moved = Infinity;
  let near = false;
  while (passes < MOST_PASSES && (moved > TOLERANCE || !near)) {
    if (!near && moved < NEAR) {
      near = true;
      secant.pause();
    }
    sweep(state);
    passes++;
    if (near) refine(state, state.factors, state.intercept);
    else state.factors.forEach(normalMoments);
    moved = adjust(state, secant);
  }
  const total = state.factors.reduce((sum, { prior }) => sum + prior, Math.PI ** 2 / 3);
  const factors = state.factors.map(({ prior, mean, variance }) => ({
    sd: Math.sqrt(prior),
    share: prior / total,
    effect: mean,
    error: variance.map(Math.sqrt),
  }));
  return { intercept: state.intercept, factors, passes, converged: moved <= TOLERANCE };
}

type State = {
  readonly failed: Uint8Array;
  readonly offset: Float64Array;
  readonly factors: readonly Factor[];
  intercept: number;
};

function start(data: CrossedData): State {
  const order = canonicalOrder(data);
  const n = order.length;
  const failed = gathered(data.failed, order, new Uint8Array(n));
  const offset = new Float64Array(n);
  if (data.offset) gathered(data.offset, order, offset);
  const failures = failed.reduce((sum, one) => sum + one, 0.5);
  const expected = n > 0 ? offset.reduce((sum, one) => sum + one, 0) / n : 0;
  const factors = data.factors.map((codes) => startFactor(gathered(codes, order, new Int32Array(n))));
  return { failed, offset, factors, intercept: Math.log(failures / (n + 1 - failures)) - expected };
}

function gathered<A extends Uint8Array | Int32Array | Float64Array>(from: A, order: Int32Array, to: A): A {
  for (let i = 0; i < order.length; i++) to[i] = from[order[i]!]!;
  return to;
}

/** Passes each observation once: takes its message back, forms it anew from what all others say, and gives it. */
function sweep({ failed, offset, factors, intercept }: State): void {
  const mean = new Float64Array(factors.length);
  const variance = new Float64Array(factors.length);
  const found = new Float64Array(2);
  for (let row = 0; row < failed.length; row++) {
    let centre = intercept + offset[row]!;
    let spread = 0;
    for (let k = 0; k < factors.length; k++) {
      const { codes, precision, pull, bends, pulls } = factors[k]!;
      const level = codes[row]!;
      if (level === UNKNOWN) continue;
      const v = 1 / (precision[level]! - bends[row]!);
      const m = (pull[level]! - pulls[row]!) * v;
      mean[k] = m;
      variance[k] = v;
      centre += m;
      spread += v;
    }
    outcomeSlopes(failed[row]!, centre, spread, found);
    const slope = found[0]!;
    const bent = -found[1]!;
    for (let k = 0; k < factors.length; k++) {
      const { codes, precision, pull, bends, pulls } = factors[k]!;
      const level = codes[row]!;
      if (level === UNKNOWN) continue;
      const rest = 1 - variance[k]! * bent;
      const bend = bent / rest;
      const pulled = (slope + mean[k]! * bent) / rest;
      precision[level]! += bend - bends[row]!;
      pull[level]! += pulled - pulls[row]!;
      bends[row] = bend;
      pulls[row] = pulled;
    }
  }
}

/**
 * Moves the intercept and the factors' variances. What all levels of a factor have in common belongs to the intercept: each
 * factor's messages lie around what it takes the intercept to be short of, the other factors' means left aside.
 * Returns the largest proposal.
 */
function adjust(state: State, secant: Secant): number {
  const { factors } = state;
  const shifts = factors.map(commonShift);
  const means = shifts.reduce((sum, { mean }) => sum + mean, 0);
  const short = shifts.reduce((sum, { centre, mean }) => sum + (centre + means - mean) / factors.length, 0);
  const proposed = Float64Array.of(
    short,
    ...factors.map((factor) => Math.max(-LONGEST, Math.min(LONGEST, priorStep(factor)))),
  );
  const [moved = 0, ...steps] = secant.step(proposed, LONGEST);
  factors.forEach((factor, k) => {
    shiftMessages(factor, short === 0 ? 0 : (shifts[k]!.centre * moved) / short);
    stepPrior(factor, steps[k]!);
  });
  state.intercept += moved;
  return proposed.reduce((most, step) => Math.max(most, Math.abs(step)), 0);
}
