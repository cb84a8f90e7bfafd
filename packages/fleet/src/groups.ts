import type { ScopeKind } from '@duka/knowledge/signatures';
import { SCOPE_KIND_IDS } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import { UNKNOWN } from './dictionary.ts';
import { numberGroups } from './group-numbers.ts';
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
