import { logOfDegrees } from './degrees.ts';
import type { Leaves } from './leaves.ts';
import type { Measure } from './measure.ts';
import { binsBySize } from './noise.ts';
import { poissonEvidence } from './poisson.ts';
import { quantile } from './quantile.ts';

/** Leaves of which fewer are forecast scatter as counts do, not by a share. */
const FEW = 10;
/** Where so many leaves are small, the table is one of counts. */
const MOST_SMALL = 0.5;
/** The median square of a count's distance from its mean, in units of the mean: half of what it is for Poisson's. */
const LEAST_SCATTER = 0.23;
/** Nothing was forecast where hardly anything came before. */
const LEAST_EXPECTED = 0.1;
/** The wildest leaves of a size do not say how much counts scatter. */
const KEPT = 0.97;
/** Leaves of one cause change to different degrees: in units of the cause's. */
const DEGREES = [0.5, 1, 1.6];
const MOST_AGAINST = -3;
/** Standard deviations. */
const STANDS_OUT = 2.5;
/** How far the sum of a whole group is off without a cause (standard deviation of the logarithm). */
const WANDER = 0.05;
/** A cause changes counts by no more than this factor. */
const MOST_CHANGE = 1000;

/** Whether these are whole numbers of events, most of them few, that scatter no less than chance has it. */
export function areSmallCounts({ length, measures: [real, predict] }: Leaves): boolean {
  const squares = new Float64Array(length);
  let [small, asked] = [0, 0];
  for (let leaf = 0; leaf < length; leaf++) {
    if (!Number.isInteger(real![leaf]!)) return false;
    if (predict![leaf]! < FEW) small++;
    if (predict![leaf]! >= 1) squares[asked++] = (real![leaf]! - predict![leaf]!) ** 2 / predict![leaf]!;
  }
  return small >= MOST_SMALL * length && !(quantile(squares, asked, 0.5) < LEAST_SCATTER);
}

/**
 * Counts against their forecast. A leaf scatters as Poisson's counts do, times what leaves of its size scatter more (quasi-likelihood:
 * Wedderburn 1974); a cause multiplies what was forecast of its leaves by a factor in common.
 */
export function countMeasure(leaves: Leaves, explained: Uint8Array): Measure {
  const { length, measures } = leaves;
  const [real, predict] = measures as [Float64Array, Float64Array];
  const expected = predict.map((forecast) => Math.max(LEAST_EXPECTED, forecast));
  const dispersion = dispersionOf(real, predict, explained, comeTogether(leaves));
  const a = real.map((seen, leaf) => seen / dispersion[leaf]!);
  const b = expected.map((usual, leaf) => usual / dispersion[leaf]!);
  let total = 0;
  for (let leaf = 0; leaf < length; leaf++) {
    if (standsOut(leaf)) total += Math.abs(real[leaf]! - expected[leaf]!);
  }
  return {
    a,
    b,
    screen: poissonEvidence,
    bound: (seen, usual) => {
      const off = Math.log(seen / usual) / WANDER;
      return Math.min(poissonEvidence(seen, usual), (off * off) / 2);
    },
    fit: (members, evidence) => {
      let best = Number.NEGATIVE_INFINITY;
      let bestFactor = 1;
      const out = members.filter(standsOut);
      for (const some of out.length > 0 ? [members, out] : [members]) {
        const factor = factorOf(some);
        const sum = members.reduce((all, leaf) => all + Math.max(MOST_AGAINST, evidenceAt(leaf, factor)), 0);
        if (sum > best) [best, bestFactor] = [sum, factor];
      }
      members.forEach((leaf, at) => {
        evidence[at] = evidenceAt(leaf, bestFactor);
      });
    },
    share: (members) => {
      const sum = members.reduce((all, leaf) => all + real[leaf]! - expected[leaf]!, 0);
      return total > 0 ? Math.abs(sum) / total : 0;
    },
  };

  function standsOut(leaf: number): boolean {
    return Math.abs(a[leaf]! - b[leaf]!) > STANDS_OUT * Math.sqrt(b[leaf]! + 0.25);
  }

  function factorOf(members: Int32Array): number {
    let [seen, usual] = [0, 0];
    for (const leaf of members) {
      seen += a[leaf]!;
      usual += b[leaf]!;
    }
    return Math.min(MOST_CHANGE, Math.max(1 / MOST_CHANGE, seen / usual));
  }

  function evidenceAt(leaf: number, factor: number): number {
    return logOfDegrees(
      DEGREES.map((degree) => {
        const own = factor ** degree;
        return a[leaf]! * Math.log(own) - b[leaf]! * (own - 1);
      }),
    );
  }
}

/**
 * Whether leaves of which nothing was forecast lie together: with most values of some attribute there are none. They are then something
 * new; where they come anywhere, a forecast of nothing is no forecast.
 */
function comeTogether({ length, measures, codes, values }: Leaves): boolean {
  const predict = measures[1]!;
  return codes.some((column, attribute) => {
    const isNew = new Uint8Array(values[attribute]!.length);
    for (let leaf = 0; leaf < length; leaf++) if (predict[leaf] === 0) isNew[column[leaf]!] = 1;
    return isNew.reduce((sum, one) => sum + one, 0) <= isNew.length / 2;
  });
}

/**
 * Of each leaf, how many times Poisson's variance counts of its size have, at least once.
 * @param toldBySmallest leaves of which nothing was forecast scatter as the smallest forecasts do; else as they do themselves
 */
function dispersionOf(
  real: Float64Array,
  predict: Float64Array,
  explained: Uint8Array,
  toldBySmallest: boolean,
): Float64Array {
  const dispersion = new Float64Array(real.length).fill(1);
  const square = (leaf: number): number => {
    const expected = Math.max(LEAST_EXPECTED, predict[leaf]!);
    return (real[leaf]! - expected) ** 2 / expected;
  };
  for (const inside of binsBySize(predict)) {
    const parts = toldBySmallest ? [inside] : [inside.filter(isForecast), inside.filter((leaf) => !isForecast(leaf))];
    for (const part of parts) {
      const asked = part.filter((leaf) => explained[leaf] === 0 && (isForecast(leaf) || !toldBySmallest));
      const scatter = Math.max(1, meanOfMost(Float64Array.from(asked, square)));
      for (const leaf of part) dispersion[leaf] = scatter;
    }
  }
  return dispersion;

  function isForecast(leaf: number): boolean {
    return predict[leaf]! > 0;
  }
}

function meanOfMost(values: Float64Array): number {
  const most = quantile(values.slice(), values.length, KEPT);
  const kept = values.filter((value) => value <= most);
  return kept.reduce((sum, value) => sum + value, 0) / Math.max(1, kept.length);
}
