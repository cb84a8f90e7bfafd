import { INTERFACES, REASON_TABLE, REASONS } from '@duka/model';
import type { Baseline } from './baseline.ts';
import type { BoundColumn, CodeOf } from './bounds.ts';
import { codeReader } from './bounds.ts';
import { UNKNOWN } from './dictionary.ts';
import { FAILURE_KIND, REASON_COUNT } from './observation.ts';
import { CONTEXTS } from './sales.ts';
import type { Scene } from './scene.ts';

/** By these fleets in order differ: an issuer with poor cards, a quarter where many of them live, a model with a moody reader. */
const COLUMNS: readonly BoundColumn[] = ['bin', 'region', 'model'];
/** A difference was there all the time; what shows in one part of the log only is for the search. */
const PARTS = 3;
/** As many expected failures speak for "no difference": few attempts show none. */
const SHRINK = 20;
/** More than this is no difference any more. */
const MOST = 3;
const CELLS = INTERFACES.length * CONTEXTS.length;

/**
 * How many times likelier each failed read was than the baseline has it, for what its card's issuer, region and model are like at all
 * times: the shrunken ratio of failures found to failures expected, in that part of the log where it is least, one column
 * after the other (a multiplicative model of crossed effects, fitted in one pass a column).
 *
 * @param ownShare chance that a failure was ordinary, a row
 * @returns 1 or more, a row; 1 for all that is no failed read
 */
export function lastingDifferences(
  scene: Scene,
  baseline: Baseline,
  ownShare: Float32Array,
): Float64Array<ArrayBuffer> {
  const factors = new Float64Array(scene.frame.length).fill(1);
  for (const column of COLUMNS) {
    const codeOf = codeReader(scene, column);
    const count = countOf(scene, column);
    if (count < 2) continue;
    const differences = differencesOf(scene, baseline, ownShare, factors, codeOf, count);
    for (let row = 0; row < factors.length; row++) {
      const code = codeOf(row);
      if (code !== UNKNOWN) factors[row]! *= differences[code]!;
    }
  }
  const { observed, classes } = scene;
  for (let row = 0; row < factors.length; row++) {
    const kind = classes[observed[row]!]?.kind;
    factors[row] = kind === FAILURE_KIND.read ? Math.min(MOST, Math.max(1, factors[row]!)) : 1;
  }
  return factors;
}

function differencesOf(
  scene: Scene,
  baseline: Baseline,
  ownShare: Float32Array,
  factors: Float64Array,
  codeOf: CodeOf,
  count: number,
): Float64Array {
  const { frame, face, observed, classes, sales } = scene;
  const readRate = readRates(baseline);
  const expected = new Float64Array(count * PARTS);
  const found = new Float64Array(count * PARTS);
  const allExpected = new Float64Array(PARTS);
  const allFound = new Float64Array(PARTS);
  for (let row = 0; row < frame.length; row++) {
    const code = codeOf(row);
    if (code === UNKNOWN) continue;
    const part = Math.floor((row * PARTS) / frame.length);
    const chance = readRate[face[row]! * CONTEXTS.length + sales.context[row]!]! * factors[row]!;
    expected[code * PARTS + part]! += chance;
    allExpected[part]! += chance;
    if (classes[observed[row]!]?.kind !== FAILURE_KIND.read) continue;
    found[code * PARTS + part]! += ownShare[row]!;
    allFound[part]! += ownShare[row]!;
  }
  return Float64Array.from({ length: count }, (_, code) => {
    let least = Number.POSITIVE_INFINITY;
    for (let part = 0; part < PARTS; part++) {
      const usual = (expected[code * PARTS + part]! * allFound[part]!) / Math.max(1e-9, allExpected[part]!);
      least = Math.min(least, (found[code * PARTS + part]! + SHRINK) / (usual + SHRINK));
    }
    return least;
  });
}

/** The ordinary chance of a failed read, by interface and context. */
function readRates({ rate }: Baseline): Float64Array {
  return Float64Array.from({ length: CELLS }, (_, cell) => {
    let sum = 0;
    for (let f = 0; f < REASON_COUNT; f++) if (OF_READING[f]) sum += rate[cell * REASON_COUNT + f]!;
    return sum;
  });
}

const OF_READING = REASONS.map((reason) => (INTERFACES as readonly string[]).includes(REASON_TABLE[reason].of));

const countOf = ({ frame }: Scene, column: BoundColumn): number =>
  column === 'bin' ? frame.text.bin.count : frame.sites.values[column as 'region' | 'model'].length;
