import type { ScopeKind } from '@duka/knowledge/signatures';
import { SCOPE_KIND_IDS, SCOPE_KINDS } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import type { TerminalAttribute } from './attributes.ts';
import { UNKNOWN } from './dictionary.ts';
import { mixed } from './hash.ts';
import { EVERYWHERE, isInSample, samplesOf } from './sample.ts';
import type { Scene } from './scene.ts';
import { isLargeFleet } from './scene.ts';
import type { Counts } from './trials.ts';

const FACES = INTERFACES.length;

/**
 * The attempts that share one value of a scope kind: those that failed, in order of time, and how many went well before each
 * failure and after the last, by interface: `exposure[failure * interfaces + interface]`. Evidence needs no more.
 */
export type Group = {
  readonly kind: ScopeKind;
  /** Numbers of the failures (see Scene). */
  readonly failed: Int32Array;
  readonly exposure: Counts;
  readonly severalTerminals: boolean;
  /** The terminals that are looked at: EVERYWHERE, or less where a sample is enough. See sample.ts. */
  readonly sample: number;
};

/** A scope of several terminals that is no person's and no card's. */
export const isWide = ({ kind, severalTerminals }: Group): boolean =>
  severalTerminals && kind !== 'operator' && kind !== 'card';

/** Of each kind, how many groups there are: the number of suspicions that the evidence must outweigh. */
export type Groups = { readonly groups: readonly Group[]; readonly countOf: ReadonlyMap<ScopeKind, number> };

const FEWEST_FAILURES = 3;

/**
 * All scopes worth a look: every group with at least three failures. Where two kinds bound the same attempts (a store with
 * one terminal), only the first kind stays; the order of SCOPE_KINDS says which.
 */
export function findGroups(scene: Scene): Groups {
  const groups: Group[] = [];
  const countOf = new Map<ScopeKind, number>();
  const seen = new Set<number>();
  const partitions = new Set<string>();
  const scratch = new Int32Array(scene.frame.length);
  for (const kind of SCOPE_KIND_IDS) {
    const { of, count, partition } = numberGroups(scene, kind, scratch);
    countOf.set(kind, Math.max(1, kind === 'card' ? cardsOfUse(scene) : count));
    if (partition !== null) {
      if (partitions.has(partition)) continue;
      partitions.add(partition);
    }
    for (const { mark, ...group } of groupsOf(scene, of, count, isWideKind(kind))) {
      if (seen.has(mark)) continue;
      seen.add(mark);
      groups.push({ kind, ...group });
    }
  }
  return { groups, countOf };
}

/** A card is a finding of its own only from so many failures on; one with fewer attempts can never be one. */
export const CARD_FAILURES = 8;

function cardsOfUse({ sales, frame }: Scene): number {
  const attempts = new Int32Array(frame.text.card_ref.count);
  for (const card of sales.card) if (card !== UNKNOWN) attempts[card]!++;
  return attempts.reduce((count, n) => count + (n >= CARD_FAILURES ? 1 : 0), 0);
}

/** `of` each row the number of its group, UNKNOWN where it has none. Kinds of equal `partition` bound the same attempts. */
type Numbered = { readonly of: Int32Array; readonly count: number; readonly partition: string | null };

function numberGroups(scene: Scene, kind: ScopeKind, scratch: Int32Array): Numbered {
  const { frame, attributes, sales } = scene;
  switch (kind) {
    case 'terminal':
      return { of: frame.text.terminal_id.codes, count: frame.text.terminal_id.count, partition: null };
    case 'card':
      return { of: sales.card, count: frame.text.card_ref.count, partition: null };
    case 'operator':
      return { of: attributes.operator, count: attributes.operators, partition: null };
    case 'bin':
      return { of: sales.bin, count: frame.text.bin.count, partition: null };
  }
  const columns: readonly string[] = SCOPE_KINDS[kind];
  const [first, second] = columns.map((column) => attributes.of[column as TerminalAttribute]);
  return columns[0] === 'bin'
    ? numberBinGroups(scene, second!, scratch)
    : numberHomeGroups(scene, first!, second, scratch);
}

/** Groups of terminals' attributes: the same for all attempts of a home. */
function numberHomeGroups(
  { attributes }: Scene,
  first: Int32Array,
  second: Int32Array | undefined,
  of: Int32Array,
): Numbered {
  const { home, homes } = attributes;
  const numbers = new Map<number, number>();
  const ofHome = new Int32Array(homes);
  let low = 17;
  let high = 31;
  for (let at = 0; at < homes; at++) {
    ofHome[at] = numberOf(numbers, first[at]!, second ? second[at]! : 0);
    low = mixed(low ^ ofHome[at]!);
    high = (Math.imul(high, 31) + ofHome[at]!) | 0;
  }
  for (let row = 0; row < of.length; row++) of[row] = ofHome[home[row]!]!;
  return { of, count: numbers.size, partition: `${numbers.size} ${low} ${high}` };
}

/** A dense table of numbers pays up to this size. */
const DENSE = 1 << 22;

function numberBinGroups({ attributes, sales, frame }: Scene, ofHome: Int32Array, of: Int32Array): Numbered {
  const { home } = attributes;
  const bins = frame.text.bin.count;
  const width = ofHome.reduce((most, code) => Math.max(most, code + 1), 0);
  const dense = width * bins <= DENSE ? new Int32Array(width * bins).fill(UNKNOWN) : null;
  const numbers = new Map<number, number>();
  let count = 0;
  for (let row = 0; row < of.length; row++) {
    const code = ofHome[home[row]!]!;
    const bin = sales.bin[row]!;
    if (code === UNKNOWN || bin === UNKNOWN) of[row] = UNKNOWN;
    else if (dense === null) of[row] = numberOf(numbers, code, bin);
    else {
      const at = code * bins + bin;
      if (dense[at] === UNKNOWN) dense[at] = count++;
      of[row] = dense[at]!;
    }
  }
  return { of, count: Math.max(count, numbers.size), partition: null };
}

function numberOf(numbers: Map<number, number>, a: number, b: number): number {
  if (a === UNKNOWN || b === UNKNOWN) return UNKNOWN;
  const key = a * 67_108_864 + b;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

type Marked = Omit<Group, 'kind'> & { readonly mark: number };

/** One pass over the failures for their number, and one over all attempts for what lies between them. */
function groupsOf(scene: Scene, of: Int32Array, count: number, isWide: boolean): Marked[] {
  const { failed, frame } = scene;
  const terminal = frame.text.terminal_id.codes;
  const failures = new Int32Array(count);
  for (const row of failed) if (of[row] !== UNKNOWN) failures[of[row]!]!++;
  const wanted = isWide && isLargeFleet(scene) ? samplesOf(failures) : null;
  const samples = wanted?.some((sample) => sample < EVERYWHERE) ? wanted : null;
  if (samples !== null) {
    failures.fill(0);
    for (const row of failed) {
      const group = of[row]!;
      if (group !== UNKNOWN && isInSample(terminal[row]!, samples[group]!)) failures[group]!++;
    }
  }
  /** Where each group's failures begin, -1 for those not worth a look. */
  const start = new Int32Array(count).fill(-1);
  let total = 0;
  const chosen: number[] = [];
  for (let group = 0; group < count; group++) {
    if (failures[group]! < FEWEST_FAILURES) continue;
    start[group] = total;
    chosen.push(group);
    total += failures[group]! + 1;
  }
  if (chosen.length === 0) return [];
  const laid = { of, start, samples, numbers: new Int32Array(total), several: new Uint8Array(count) };
  let exposure: Counts = new Uint16Array(total * FACES);
  if (!layGroups(scene, laid, exposure)) {
    exposure = new Int32Array(total * FACES);
    layGroups(scene, laid, exposure);
  }
  return chosen.map((group) => {
    const from = start[group]!;
    const to = from + failures[group]!;
    const part = {
      failed: laid.numbers.subarray(from, to),
      exposure: exposure.subarray(from * FACES, (to + 1) * FACES),
    };
    return {
      ...part,
      severalTerminals: laid.several[group] === 1,
      sample: samples === null ? EVERYWHERE : samples[group]!,
      mark: markOf(part),
    };
  });
}

/** Where the groups of a kind are laid: `of` each row its group, `start` of each group its place, -1 for those not worth a look. */
type Laid = {
  readonly of: Int32Array;
  readonly start: Int32Array;
  readonly samples: Float64Array | null;
  /** The numbers of the failures, group by group, each with room for one more. */
  readonly numbers: Int32Array;
  readonly several: Uint8Array;
};

/** Lays the failures of each group, and counts what lies between them. @returns whether the counts were large enough for it */
function layGroups(scene: Scene, { of, start, samples, numbers, several }: Laid, exposure: Counts): boolean {
  const { numberOf, face, frame } = scene;
  const terminal = frame.text.terminal_id.codes;
  const next = start.slice();
  const where = new Int32Array(start.length).fill(UNKNOWN);
  for (let row = 0; row < frame.length; row++) {
    const group = of[row]!;
    if (group === UNKNOWN) continue;
    const at = next[group]!;
    if (at < 0) continue;
    if (samples !== null && !isInSample(terminal[row]!, samples[group]!)) continue;
    if (several[group] === 0 && where[group] !== terminal[row]) {
      if (where[group] === UNKNOWN) where[group] = terminal[row]!;
      else several[group] = 1;
    }
    const failure = numberOf[row]!;
    if (failure < 0) {
      const slot = at * FACES + face[row]!;
      exposure[slot]!++;
      if (exposure[slot] === 0) return false;
    } else {
      numbers[at] = failure;
      next[group] = at + 1;
    }
  }
  return true;
}

/** Groups of the same attempts have the same mark. */
function markOf({ failed, exposure }: Pick<Group, 'failed' | 'exposure'>): number {
  let low = 17;
  let high = 31;
  for (const failure of failed) {
    low = (Math.imul(low, 31) + failure) | 0;
    high = Math.imul(high ^ failure, 0x9e3779b1);
  }
  for (const count of exposure) {
    low = (Math.imul(low, 31) + count) | 0;
    high = Math.imul(high ^ count, 0x9e3779b1) ^ (high >>> 15);
  }
  return (low >>> 0) * 2097152 + (high >>> 11);
}

const isWideKind = (kind: ScopeKind): boolean => kind !== 'terminal' && kind !== 'card' && kind !== 'operator';
