import type { Leaves } from './leaves.ts';
import type { Measure } from './measure.ts';
import type { Noise } from './noise.ts';
import { SURELY_OFF, surpriseOf } from './noise.ts';

/** How much leaves of one cause may differ among themselves: each is tried, the likeliest is taken. */
const SPREADS = [0, 0.03, 0.1, 0.25];
/** A leaf of another kind among many of a cause does not decide what the cause is like. */
const MOST_AGAINST = -3;
/** The density of a stray leaf, from -1 to 1, in units of the height of a normal density. */
const ANYWHERE = 0.5 * Math.sqrt(2 * Math.PI);
const MOST_ASKED = 400;
const CELLS = 512;
/** Standard deviations. */
const STANDS_OUT = 2.5;

/** (f - v) / (f + v) of forecast f and value v: the same size for a fall as for the rise that undoes it. */
export function deviationsOf({ length, measures: [real, predict] }: Leaves): Float64Array {
  const deviation = new Float64Array(length);
  for (let leaf = 0; leaf < length; leaf++) {
    const v = Math.max(0, real![leaf]!);
    const f = Math.max(0, predict![leaf]!);
    deviation[leaf] = f + v > 0 ? (f - v) / (f + v) : 0;
  }
  return deviation;
}

/**
 * Forecast against value: a leaf deviates by its noise (Student's t), and leaves of one cause by a share in common.
 * `wander` is how far whole groups are off without a cause (standard deviation).
 */
export function deviationMeasure(leaves: Leaves, deviation: Float64Array, noise: Noise, wander: number): Measure {
  const { length } = leaves;
  const [real, predict] = leaves.measures;
  const { centre, scale, freedom } = noise;
  const stray = noise.strays * ANYWHERE;
  const a = new Float64Array(length);
  const b = new Float64Array(length);
  const usual = new Float64Array(length);
  let total = 0;
  for (let leaf = 0; leaf < length; leaf++) {
    const z = (deviation[leaf]! - centre[leaf]!) / scale[leaf]!;
    const ofNoise = surpriseOf(z, freedom) + Math.log(scale[leaf]!);
    usual[leaf] = -Math.log(Math.exp(-ofNoise) + stray);
    const surprise = Math.max(0, usual[leaf]! - Math.log(scale[leaf]!));
    // What a normal deviate of the same surprise would be: a stray leaf says no more than a stray leaf can.
    a[leaf] = (Math.sign(z) * Math.sqrt(2 * surprise)) / scale[leaf]!;
    b[leaf] = 1 / scale[leaf]! ** 2;
    if (surprise > 4) total += Math.abs(predict![leaf]! - real![leaf]!);
  }
  return {
    a,
    b,
    screen: (sumA, sumB) => (sumB > 0 ? (sumA * sumA) / (2 * sumB) : 0),
    bound: (sumA, sumB) => (sumB > 0 ? (sumA * sumA) / (2 * (sumB + sumB * sumB * wander * wander)) : 0),
    fit: (members, evidence) => {
      const asked = someOf(members);
      let best = Number.NEGATIVE_INFINITY;
      let [bestMiddle, bestSpread] = [0, 0];
      for (const middle of middlesOf(members, deviation, a, b)) {
        for (const spread of SPREADS) {
          let sum = 0;
          for (const leaf of asked) sum += Math.max(MOST_AGAINST, evidenceAt(leaf, middle, spread));
          if (sum > best) {
            best = sum;
            [bestMiddle, bestSpread] = [middle, spread];
          }
        }
      }
      members.forEach((leaf, at) => {
        evidence[at] = evidenceAt(leaf, bestMiddle, bestSpread);
      });
    },
    share: (members) => {
      let sum = 0;
      for (const leaf of members) sum += predict![leaf]! - real![leaf]!;
      return total > 0 ? Math.abs(sum) / total : 0;
    },
  };

  /** A leaf that deviates otherwise has another cause: that speaks neither for this one nor against it. */
  function evidenceAt(leaf: number, middle: number, spread: number): number {
    const evidence = usual[leaf]! - surpriseAt(leaf, middle, spread);
    return evidence < 0 && usual[leaf]! - Math.log(scale[leaf]!) > SURELY_OFF ? 0 : evidence;
  }

  function surpriseAt(leaf: number, middle: number, spread: number): number {
    const s = Math.sqrt(scale[leaf]! ** 2 + spread * spread);
    // From its centre a leaf moves by as much of what is left to the end of the scale, -1 or 1.
    const usually = centre[leaf]!;
    const z = (deviation[leaf]! - usually - middle * (1 - Math.sign(middle) * usually)) / s;
    return surpriseOf(z, freedom) + Math.log(s);
  }
}

/**
 * Where the leaves of a cause may lie: at the median of all, or, where only some of these leaves are its own, at the
 * median of those that stand out to the side to which they all lean.
 */
function middlesOf(members: Int32Array, deviation: Float64Array, a: Float64Array, b: Float64Array): readonly number[] {
  let lean = 0;
  for (const leaf of members) lean += a[leaf]!;
  const side = Math.sign(lean);
  const out = members.filter((leaf) => side * a[leaf]! > STANDS_OUT * Math.sqrt(b[leaf]!));
  const middles = [median(members, deviation, b)];
  if (out.length > 0) middles.push(median(out, deviation, b));
  return middles;
}

/** Enough leaves to tell what they have in common, evenly from all. */
function someOf(members: Int32Array): Int32Array {
  const step = Math.ceil(members.length / MOST_ASKED);
  return step <= 1 ? members : members.filter((_, at) => at % step === 0);
}

/** Weighted: a few leaves of another cause do not move it. To a cell's precision, and in a cell the mean. */
function median(members: Int32Array, deviation: Float64Array, weight: Float64Array): number {
  const weights = new Float64Array(CELLS);
  const sums = new Float64Array(CELLS);
  let all = 0;
  for (const leaf of members) {
    const cell = Math.min(CELLS - 1, Math.floor(((deviation[leaf]! + 1) / 2) * CELLS));
    weights[cell]! += weight[leaf]!;
    sums[cell]! += weight[leaf]! * deviation[leaf]!;
    all += weight[leaf]!;
  }
  let passed = 0;
  for (let cell = 0; cell < CELLS; cell++) {
    passed += weights[cell]!;
    if (passed >= all / 2) return sums[cell]! / weights[cell]!;
  }
  return 0;
}
