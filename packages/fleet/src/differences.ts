import type { BoundColumn, CodeOf } from './bounds.ts';
import { codeCount, codeReader } from './bounds.ts';
import { UNKNOWN } from './dictionary.ts';
import type { Families } from './families.ts';
import { FAMILIES, FAMILY } from './families.ts';
import { CONTEXTS } from './sales.ts';
import type { Scene } from './scene.ts';

/**
 * By these fleets in order differ: an issuer with poor cards, a quarter where many of them live, a model with a moody reader; a kind
 * of line that is lost more often than others.
 */
const COLUMNS: readonly (readonly [family: number, columns: readonly BoundColumn[]])[] = [
  [FAMILY.chip, ['region', 'bin', 'model']],
  [FAMILY.contactless, ['region', 'bin', 'model']],
  [FAMILY.magstripe, ['region', 'bin', 'model']],
  [FAMILY.network, ['link', 'carrier', 'region']],
];
/** A difference was there all the time; what shows in one part of the log only is for the search. */
const PARTS = 3;
/** So many attempts, evenly over the log, are enough to see what a region or a model is like. */
const ENOUGH = 2_000_000;
/** As many expected failures speak for "no difference": few attempts show none. */
const SHRINK = 20;
/** What a terminal fails beyond this is its own trouble, not what it has in common with others. */
const OWN_TROUBLE = { times: 2.5, more: 3 };
/** More than this is no difference any more. */
const MOST = 4;

export type Differences = {
  /** How many times likelier each failure was than the baseline has it, for what its card and terminal are like at all times: 1 or more, by its number. */
  readonly ofFailures: Float64Array<ArrayBuffer>;
  /** The same of a home, whatever the card, before it is known that a failure is of this family. */
  readonly ofHome: (home: number, family: number) => number;
};

/**
 * What issuers, regions, models and lines are like at all times: of each family of reasons that hangs on it the shrunken ratio of
 * failures found to failures expected, in that part of the log where it is least, one column after the other (a multiplicative
 * model of crossed effects, fitted in one pass a column). No fault of reading sits in a quarter: there all failures count, as what
 * was blamed on its terminals must not be what makes it look like the others.
 *
 * @param ownShare chance that a failure was ordinary, by its number
 */
export function lastingDifferences(scene: Scene, families: Families, ownShare: Float32Array): Differences {
  const { frame, attributes, sales, cell, failed } = scene;
  const { home } = attributes;
  const ofHomes = new Map<number, Float64Array>();
  const ofFailures = new Float64Array(failed.length).fill(1);
  for (const [family, columns] of COLUMNS) {
    const homes = new Float64Array(attributes.homes).fill(1);
    const bins = new Float64Array(frame.text.bin.count + 1).fill(1);
    const factorOf = (row: number): number => homes[home[row]!]! * bins.at(sales.bin[row]!)!;
    for (const column of columns) {
      const codeOf = codeReader(scene, column);
      const count = codeCount(scene, column);
      if (count < 2) continue;
      const found = differencesOf(scene, families, family, factorOf, {
        codeOf,
        count,
        ownShare: column === 'region' && family !== FAMILY.network ? null : ownShare,
      });
      if (column === 'bin') bins.set(found);
      else {
        const codes = attributes.of[column as keyof typeof attributes.of];
        homes.forEach((factor, at) => {
          if (codes[at] !== UNKNOWN) homes[at] = factor * found[codes[at]!]!;
        });
      }
    }
    ofHomes.set(family, homes);
    failed.forEach((row, failure) => {
      const factor = Math.min(MOST, Math.max(1, factorOf(row)));
      ofFailures[failure]! += (factor - 1) * families.share[cell[failure]! * FAMILIES + family]!;
    });
  }
  return { ofFailures, ofHome: (at, family) => ofHomes.get(family)?.[at] ?? 1 };
}

function differencesOf(
  { frame, face, numberOf, cell, sales }: Scene,
  { rate, share }: Families,
  family: number,
  factorOf: (row: number) => number,
  {
    codeOf,
    count,
    ownShare,
  }: { readonly codeOf: CodeOf; readonly count: number; readonly ownShare: Float32Array | null },
): Float64Array {
  const terminal = frame.text.terminal_id;
  const units = ownShare === null ? terminal.count : count;
  const codes = new Int32Array(units).fill(UNKNOWN);
  const expected = new Float64Array(units * PARTS);
  const found = new Float64Array(units * PARTS);
  const step = Math.max(1, Math.floor(frame.length / ENOUGH));
  for (let row = 0; row < frame.length; row += step) {
    const code = codeOf(row);
    if (code === UNKNOWN) continue;
    const unit = ownShare === null ? terminal.codes[row]! : code;
    codes[unit] = code;
    const at = unit * PARTS + Math.floor((row * PARTS) / frame.length);
    expected[at]! += rate[(face[row]! * CONTEXTS.length + sales.context[row]!) * FAMILIES + family]! * factorOf(row);
    const failure = numberOf[row]!;
    if (failure >= 0) found[at]! += share[cell[failure]! * FAMILIES + family]! * (ownShare?.[failure] ?? 1);
  }
  const own = ({ times, more }: typeof OWN_TROUBLE) => found.map((n, at) => Math.min(n, times * expected[at]! + more));
  return ratiosOf(codes, count, ownShare === null ? own(OWN_TROUBLE) : found, expected);
}

/** Of each code the shrunken ratio of found to expected in the part where it is least. */
function ratiosOf(codes: Int32Array, count: number, found: Float64Array, expected: Float64Array): Float64Array {
  const ofCode = { found: new Float64Array(count * PARTS), expected: new Float64Array(count * PARTS) };
  const ofPart = { found: new Float64Array(PARTS), expected: new Float64Array(PARTS) };
  codes.forEach((code, unit) => {
    for (let part = 0; code !== UNKNOWN && part < PARTS; part++) {
      ofCode.found[code * PARTS + part]! += found[unit * PARTS + part]!;
      ofCode.expected[code * PARTS + part]! += expected[unit * PARTS + part]!;
      ofPart.found[part]! += found[unit * PARTS + part]!;
      ofPart.expected[part]! += expected[unit * PARTS + part]!;
    }
  });
  return Float64Array.from({ length: count }, (_, code) => {
    let least = Number.POSITIVE_INFINITY;
    for (let part = 0; part < PARTS; part++) {
      const at = code * PARTS + part;
      const usual = (ofCode.expected[at]! * ofPart.found[part]!) / Math.max(1e-9, ofPart.expected[part]!);
      least = Math.min(least, (ofCode.found[at]! + SHRINK) / (usual + SHRINK));
    }
    return least;
  });
}
