import type { ScopeKind } from '@duka/knowledge/signatures';
import { SCOPE_KIND_IDS } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import type { Counts, Group } from '../scene/group.ts';
import type { Scene } from '../scene/scene.ts';
import { isLargeFleet } from '../scene/scene.ts';
import type { Placed } from './group-layout.ts';
import { layGroups } from './group-layout.ts';
import type { Numbering } from './group-numbers.ts';
import { numberGroups } from './group-numbers.ts';
import { EVERYWHERE, isInSample, samplesOf } from './sample.ts';
import type { Seats } from './seats.ts';
import { takeSeats } from './seats.ts';

const FACES = INTERFACES.length;

/** Of each kind, how many groups there are: the number of suspicions that the evidence must outweigh. */
export type Groups = { readonly groups: readonly Group[]; readonly countOf: ReadonlyMap<ScopeKind, number> };

const FEWEST_FAILURES = 3;

/**
 * All scopes worth a look: every group with at least three failures. Where two kinds bound the same attempts (a store with
 * one terminal), only the first kind stays; the order of SCOPE_KINDS says which.
 */
export function findGroups(scene: Scene): Groups {
  const seats = takeSeats(scene);
  const countOf = new Map<ScopeKind, number>();
  const partitions = new Set<string>();
  const kinds: Placed[] = [];
  const chosen: Chosen = { kinds: [], samples: [], start: [0] };
  for (const kind of SCOPE_KIND_IDS) {
    const numbering = numberGroups(scene, seats, kind);
    const { count, partition } = numbering;
    countOf.set(kind, Math.max(1, kind === 'card' ? cardsOfUse(scene) : count));
    if (partition !== null && partitions.has(partition)) continue;
    if (partition !== null) partitions.add(partition);
    kinds.push({ numbering, place: choose(scene, seats, kind, numbering, chosen) });
  }
  const start = Int32Array.from(chosen.start);
  const laid = layGroups(scene, seats, { kinds, samples: Float64Array.from(chosen.samples), start });
  const groups = chosen.kinds.map((kind, at): Group => {
    const [from, to] = [start[at]!, start[at + 1]! - 1];
    return {
      kind,
      failed: laid.numbers.subarray(from, to),
      exposure: laid.exposure.subarray(from * FACES, (to + 1) * FACES),
      severalTerminals: laid.several[at] === 1,
      sample: chosen.samples[at]!,
    };
  });
  return { groups: withoutTwins(groups), countOf };
}

/** A card is a finding of its own only from so many failures on; one with fewer attempts can never be one. */
export const CARD_FAILURES = 8;

function cardsOfUse({ sales, frame }: Scene): number {
  const attempts = new Uint8Array(frame.text.card_ref.count);
  let count = 0;
  for (const card of sales.card) {
    if (card === UNKNOWN || attempts[card] === CARD_FAILURES) continue;
    attempts[card]!++;
    if (attempts[card] === CARD_FAILURES) count++;
  }
  return count;
}

/** The groups worth a look: of each its kind, its sample, and where its failures begin; at last where they all end. */
type Chosen = { readonly kinds: ScopeKind[]; readonly samples: number[]; readonly start: number[] };

/** Chooses the groups of a kind. @returns of each number its place among those chosen, -1 where it is not */
function choose(scene: Scene, seats: Seats, kind: ScopeKind, numbering: Numbering, chosen: Chosen): Int32Array {
  const all = failuresOf(scene, seats, numbering, null);
  const samples = isWideKind(kind) && isLargeFleet(scene) ? samplesOf(all) : null;
  const failures = samples?.some((sample) => sample < EVERYWHERE) ? failuresOf(scene, seats, numbering, samples) : all;
  return failures.map((count, number) => {
    if (count < FEWEST_FAILURES) return -1;
    chosen.samples.push(samples?.[number] ?? EVERYWHERE);
    chosen.start.push(chosen.start.at(-1)! + count + 1);
    return chosen.kinds.push(kind) - 1;
  });
}

/** The failures of each group of a kind, at the terminals of its sample. */
function failuresOf(scene: Scene, seats: Seats, { by, of, room }: Numbering, samples: Float64Array | null): Int32Array {
  const { frame, failed, sales } = scene;
  const failures = new Int32Array(room);
  const count = (number: number, terminal: number, more: number): void => {
    if (number !== UNKNOWN && (samples === null || isInSample(terminal, samples[number]!))) failures[number]! += more;
  };
  if (by === 'seat') {
    for (let seat = 0; seat < of.length; seat++) count(of[seat]!, seats.terminal[seat]!, seats.failures[seat]!);
    return failures;
  }
  for (const row of failed) {
    const terminal = frame.text.terminal_id.codes[row]!;
    if (by === 'row') count(of[row]!, terminal, 1);
    else if (sales.bin[row] !== UNKNOWN && of[seats.of[row]!] !== UNKNOWN) {
      count(of[seats.of[row]!]! + sales.bin[row]!, terminal, 1);
    }
  }
  return failures;
}

/** Of groups of the same attempts the first. */
function withoutTwins(groups: readonly Group[]): readonly Group[] {
  const alike = new Map<number, Group[]>();
  return groups.filter((group) => {
    const { failed } = group;
    const key = failed[0]! * 2 ** 22 + (failed.length % 2 ** 22);
    const others = alike.get(key);
    if (others?.some((other) => areTwins(group, other))) return false;
    if (others) others.push(group);
    else alike.set(key, [group]);
    return true;
  });
}

const areTwins = (a: Group, b: Group): boolean => areEqual(a.failed, b.failed) && areEqual(a.exposure, b.exposure);

function areEqual(a: Counts, b: Counts): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

const isWideKind = (kind: ScopeKind): boolean => kind !== 'terminal' && kind !== 'card' && kind !== 'operator';
