import { ratiosByValues } from './by-values.ts';
import { deviationsOf } from './deviation.ts';
import type { Leaves } from './leaves.ts';
import { quantile } from './quantile.ts';

/** A whole table that is off by more than this share is not in order. */
const FARTHEST = 0.15;
/** A part of a table that so many leaves are no part of is a cause's, not the table's. */
const LEAST_PART = 0.3;
/** Leaves farther from the middle than so many standard deviations do not say where it is. */
const WITHIN = 2;
/** A standard deviation over half the width of the shortest half, of normal deviates. */
const PER_HALF_WIDTH = 1.4826;
const ROUNDS = 5;
/** Standard errors from which on a shift is none of chance; that of the densest part's middle is at most so many times a mean's. */
const BEYOND_CHANCE = 4;
const TIMES_A_MEAN = 2.3;
/** In variances: noise of a share of the forecast is lopsided as a deviation, and its densest part by about a variance off. */
const LOPSIDED = 2;
/** Where so many more leaves are as forecast than a shift would leave there, it is the others that have causes. */
const LEFT_AT_ZERO = 0.1;

/**
 * By how much a whole table is off its forecast, as a deviation (see deviationsOf): a day is busier than any forecast knew, and nothing is
 * wrong anywhere. Judged by the larger half of the leaves, of which the shortest half is taken for those that no cause drives; 0
 * where chance may have done it.
 */
export function shiftOf(leaves: Leaves, deviation: Float64Array, explained: Uint8Array): number {
  const asked = largerHalf(leaves)
    .filter((leaf) => explained[leaf] === 0)
    .map((leaf) => deviation[leaf]!);
  const near = asked.filter((off) => Math.abs(off) <= FARTHEST).sort();
  if (near.length < LEAST_PART * asked.length || near.length < 2) return 0;
  const [from, to] = shortestHalf(near);
  const scale = (PER_HALF_WIDTH * (to - from)) / 2;
  let middle = (from + to) / 2;
  for (let round = 0; round < ROUNDS; round++) {
    const around = near.filter((off) => Math.abs(off - middle) <= WITHIN * scale);
    middle = around.reduce((sum, off) => sum + off, 0) / around.length;
  }
  const chance = (BEYOND_CHANCE * TIMES_A_MEAN * scale) / Math.sqrt(asked.length);
  if (Math.abs(middle) <= Math.max(chance, LOPSIDED * scale * scale)) return 0;
  const atZero = near.filter((off) => Math.abs(off) <= scale).length;
  const mirrored = near.filter((off) => Math.abs(off - 2 * middle) <= scale).length;
  return atZero - mirrored > LEFT_AT_ZERO * asked.length ? 0 : middle;
}

/** Where less than this is off, it is left to the causes. */
const LEAST_LEVEL = 0.005;

/**
 * The factor by which the forecast of a whole table may be off whose leaves scatter more than that, so that none of them tells: what the
 * middle values of all attributes have in common; 1 where they have nothing.
 */
export function possibleLevel(leaves: Leaves): number {
  const [real, predict] = leaves.measures as [Float64Array, Float64Array];
  const off = ratiosByValues(leaves, real, predict, 0.5).map((ratio) => (1 - ratio) / (1 + ratio));
  const nearest = off.reduce((one, other) => (Math.abs(other) < Math.abs(one) ? other : one));
  const isCommon = off.every((one) => Math.sign(one) === Math.sign(nearest));
  if (!isCommon || Math.abs(nearest) < LEAST_LEVEL || Math.abs(nearest) > FARTHEST) return 1;
  const deviation = deviationsOf(leaves);
  const distances = largerHalf(leaves).map((leaf) => Math.abs(deviation[leaf]! - nearest));
  const isHidden = quantile(distances, distances.length, 0.5) > Math.abs(nearest);
  return isHidden ? (1 - nearest) / (1 + nearest) : 1;
}

/** The leaves of which more was forecast than of most. */
function largerHalf({ length, measures }: Leaves): Float64Array {
  const predict = measures[1]!;
  const median = quantile(predict.slice(), length, 0.5);
  return Float64Array.from(predict.keys()).filter((leaf) => predict[leaf]! > 0 && predict[leaf]! >= median);
}

function shortestHalf(sorted: Float64Array): readonly [number, number] {
  const half = Math.floor(sorted.length / 2);
  let best = 0;
  for (let at = 0; at + half < sorted.length; at++) {
    if (sorted[at + half]! - sorted[at]! < sorted[best + half]! - sorted[best]!) best = at;
  }
  return [sorted[best]!, sorted[best + half]!];
}

/** The leaves with their forecast moved by a shift of the whole table. */
export function withShift(leaves: Leaves, shift: number): Leaves {
  return atLevel(leaves, (1 - shift) / (1 + shift));
}

/** The leaves with so many times their forecast. */
export function atLevel(leaves: Leaves, level: number): Leaves {
  const [real, predict] = leaves.measures as [Float64Array, Float64Array];
  return { ...leaves, measures: [real, predict.map((value) => value * level)] };
}
