import { mixed } from '../log/hash.ts';

/**
 * A wide fault is common to the terminals of its scope, so that a few hundred of them show it as surely as all. An e-value of a
 * sample that does not hang on the outcomes is as valid as one of the whole; it is only weaker, and wide scopes have evidence to
 * spare. A sample holds every terminal whose lot, drawn once for all scopes, lies below its number.
 */
const ENOUGH_FAILURES = 6000;
const LOTS = 2 ** 32;

/** The number of a sample that holds all terminals. */
export const EVERYWHERE = LOTS;

export const lotOf = (terminal: number): number => mixed(terminal + 1);

export const isInSample = (terminal: number, sample: number): boolean => lotOf(terminal) < sample;

/** About which part of all terminals a sample holds. */
export const partOf = (sample: number): number => sample / LOTS;

/** The sample in which about `enough` of so many are left. */
export const sampleOf = (count: number, enough: number): number =>
  count <= enough ? EVERYWHERE : (LOTS * enough) / count;

/** Of each group, by its number of failures, the sample in which enough of them are left. */
export const samplesOf = (failures: Int32Array): Float64Array =>
  Float64Array.from(failures, (count) => sampleOf(count, ENOUGH_FAILURES));
