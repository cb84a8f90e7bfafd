import { UNKNOWN } from '../log/dictionary.ts';
import type { TerminalAttribute } from '../scene/attributes.ts';
import type { BoundColumn } from '../scene/bounds.ts';
import { codeCount, codeReader } from '../scene/bounds.ts';
import { PARTS, partOf } from '../scene/log-parts.ts';
import { CONTEXTS } from '../scene/sales.ts';
import type { Scene } from '../scene/scene.ts';
import type { Families } from './families.ts';
import { FAMILIES, FAMILY, RULES } from './families.ts';

/**
 * By these fleets in order differ: an issuer with poor cards, a quarter where many of them live, a model with a moody reader; a kind
 * of line that is lost more often than others; an acquirer that has always asked for the chip, a country where the PIN is always asked for.
 */
const COLUMNS: readonly { readonly families: readonly number[]; readonly columns: readonly BoundColumn[] }[] = [
  { families: [FAMILY.chip, FAMILY.contactless, FAMILY.magstripe], columns: ['region', 'bin', 'model'] },
  { families: [FAMILY.holder], columns: ['region', 'acquirer', 'bin'] },
  { families: [FAMILY.network], columns: ['link', 'carrier', 'region'] },
  { families: [...RULES], columns: ['bin', 'model', 'acquirer', 'merchant_id'] },
];
/** So many attempts, evenly over the log, are enough to see what a region or a model is like. */
const ENOUGH = 2_000_000;
/** As many expected failures speak for "no difference": few attempts show none. */
const SHRINK = 20;
/** What a terminal fails beyond this is its own trouble, not what it has in common with others. */
const OWN_TROUBLE = { times: 2.5, more: 3 };
/** More than this is no difference any more. */
const MOST = 4;
/** Of a rule it is known as well who does not have it: what begins there is not lost among those that do. */
const LEAST_OF_RULE = 0.25;

export type Differences = {
  /** How many times likelier each failure was than the baseline has it, for what its card and terminal are like at all times, by its number: 1 or more but for rules. */
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
  const { home, homes } = attributes;
  const ofFamily = new Map<number, Factors>();
  for (const { families: alike, columns } of COLUMNS) {
    const factors = alike.map((family): Factors => {
      const own = {
        family,
        homes: new Float64Array(homes).fill(1),
        bins: new Float64Array(frame.text.bin.count + 1).fill(1),
      };
      ofFamily.set(family, own);
      return own;
    });
    for (const column of columns) {
      if (codeCount(scene, column) < 2) continue;
      const share = column === 'region' && !alike.includes(FAMILY.network) ? null : ownShare;
      differencesOf(scene, families, factors, column, share).forEach((found, k) => {
        if (column === 'bin') factors[k]!.bins.set(found, 1);
        else multiply(factors[k]!.homes, found, attributes.of[column as TerminalAttribute]);
      });
    }
  }
  const ofFailures = new Float64Array(failed.length).fill(1);
  for (const [family, { homes: ofHome, bins }] of ofFamily) {
    const least = RULES.has(family) ? LEAST_OF_RULE : 1;
    failed.forEach((row, failure) => {
      const factor = Math.min(MOST, Math.max(least, ofHome[home[row]!]! * bins[sales.bin[row]! + 1]!));
      ofFailures[failure]! += (factor - 1) * families.share[cell[failure]! * FAMILIES + family]!;
    });
  }
  return { ofFailures, ofHome: (at, family) => ofFamily.get(family)?.homes[at] ?? 1 };
}

/** What a family of reasons was found to be like so far, by home and by issuer range: `bins[0]` is that of unknown ones. */
type Factors = { readonly family: number; readonly homes: Float64Array; readonly bins: Float64Array };

function multiply(homes: Float64Array, found: Float64Array, codes: Int32Array): void {
  homes.forEach((factor, at) => {
    if (codes[at] !== UNKNOWN) homes[at] = factor * found[codes[at]!]!;
  });
}

/** Of each family the differences between the values of a column, all in one pass. */
function differencesOf(
  scene: Scene,
  { rate, share }: Families,
  factors: readonly Factors[],
  column: BoundColumn,
  ownShare: Float32Array | null,
): readonly Float64Array[] {
  const { frame, attributes, face, numberOf, cell, sales } = scene;
  const { home } = attributes;
  const codeOf = codeReader(scene, column);
  const count = codeCount(scene, column);
  const terminal = frame.text.terminal_id;
  const units = ownShare === null ? terminal.count : count;
  const codes = new Int32Array(units).fill(UNKNOWN);
  const counts = factors.map((own) => ({
    ...own,
    expected: new Float64Array(units * PARTS),
    found: new Float64Array(units * PARTS),
  }));
  const step = Math.max(1, Math.floor(frame.length / ENOUGH));
  for (let row = 0; row < frame.length; row += step) {
    const code = codeOf(row);
    if (code === UNKNOWN) continue;
    const unit = ownShare === null ? terminal.codes[row]! : code;
    codes[unit] = code;
    const at = unit * PARTS + partOf(row, frame.length);
    const usual = (face[row]! * CONTEXTS.length + sales.context[row]!) * FAMILIES;
    const bin = sales.bin[row]! + 1;
    const failure = numberOf[row]!;
    for (let k = 0; k < counts.length; k++) {
      const { family, homes, bins, expected, found } = counts[k]!;
      expected[at]! += rate[usual + family]! * (homes[home[row]!]! * bins[bin]!);
      if (failure >= 0) found[at]! += share[cell[failure]! * FAMILIES + family]! * (ownShare?.[failure] ?? 1);
    }
  }
  return counts.map(({ family, expected, found }) => {
    const own = ({ times, more }: typeof OWN_TROUBLE) =>
      found.map((n, at) => Math.min(n, times * expected[at]! + more));
    const ratios = partRatios(codes, count, ownShare === null ? own(OWN_TROUBLE) : found, expected);
    return Float64Array.from({ length: count }, (_, code) =>
      lasting(ratios.subarray(code * PARTS, (code + 1) * PARTS), RULES.has(family)),
    );
  });
}

/**
 * What lasts of the ratios of the parts: the least of them. One of three is not enough to show that a rule is not there, or one that begins would look
 * as if it had never been.
 */
function lasting(ratios: Float64Array, isRule: boolean): number {
  const [least, middle] = ratios.toSorted() as Float64Array & [number, number];
  return isRule && least < 1 ? Math.min(1, middle) : least;
}

/** The shrunken ratio of found to expected, `ratio[code * parts + part]`. */
function partRatios(codes: Int32Array, count: number, found: Float64Array, expected: Float64Array): Float64Array {
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
  return ofCode.expected.map((expected, at) => {
    const part = at % PARTS;
    const usual = (expected * ofPart.found[part]!) / Math.max(1e-9, ofPart.expected[part]!);
    return (ofCode.found[at]! + SHRINK) / (usual + SHRINK);
  });
}
