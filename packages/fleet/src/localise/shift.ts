import type { Leaves } from './leaves.ts';
import { quantile } from './quantile.ts';

/** A whole table that is off by more than this share is not in order. */
const FARTHEST = 0.15;
/** A part of a table that so many leaves are no part of is a cause's, not the table's. */
const LEAST_PART = 0.3;
/** Leaves farther from the middle than so many standard deviations do not say where it is. */
const WITHIN = 2;
const PER_DISTANCE = 1.4826;
const ROUNDS = 5;
/** Standard errors from which on a shift is none of chance. */
const BEYOND_CHANCE = 4;

/**
 * By how much a whole table is off its forecast, as a deviation (see deviationsOf): a day is busier than any forecast knew, and nothing is
 * wrong anywhere. Judged by the larger half of the leaves, of which the shortest half is taken for those that no cause drives; 0
 * where chance may have done it.
 */
export function shiftOf({ length, measures }: Leaves, deviation: Float64Array, explained: Uint8Array): number {
  const predict = measures[1]!;
  const median = quantile(predict.slice(), length, 0.5);
  const asked = Float64Array.from(deviation.keys())
    .filter((leaf) => explained[leaf] === 0 && predict[leaf]! > 0 && predict[leaf]! >= median)
    .map((leaf) => deviation[leaf]!);
  const near = asked.filter((off) => Math.abs(off) <= FARTHEST).sort();
  if (near.length < LEAST_PART * asked.length || near.length < 2) return 0;
  let middle = middleOfShortestHalf(near);
  let error = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const scale = PER_DISTANCE * medianDistance(near, middle);
    const around = near.filter((off) => Math.abs(off - middle) <= WITHIN * scale);
    middle = around.reduce((sum, off) => sum + off, 0) / around.length;
    error = scale / Math.sqrt(around.length);
  }
  return Math.abs(middle) > BEYOND_CHANCE * error ? middle : 0;
}

function middleOfShortestHalf(sorted: Float64Array): number {
  const half = Math.floor(sorted.length / 2);
  let best = 0;
  for (let at = 0; at + half < sorted.length; at++) {
    if (sorted[at + half]! - sorted[at]! < sorted[best + half]! - sorted[best]!) best = at;
  }
  return (sorted[best]! + sorted[best + half]!) / 2;
}

const medianDistance = (values: Float64Array, middle: number): number =>
  quantile(
    values.map((off) => Math.abs(off - middle)),
    values.length,
    0.5,
  );

/** The leaves with their forecast moved by a shift of the whole table. */
export function withShift(leaves: Leaves, shift: number): Leaves {
  const [real, predict] = leaves.measures as [Float64Array, Float64Array];
  const factor = (1 - shift) / (1 + shift);
  return { ...leaves, measures: [real, predict.map((value) => value * factor)] };
}
