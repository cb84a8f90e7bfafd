import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import type { Counts } from '../scene/group.ts';
import type { Scene } from '../scene/scene.ts';
import type { Numbering } from './group-numbers.ts';
import { isInSample, lotOf } from './sample.ts';
import type { Seats } from './seats.ts';

const FACES = INTERFACES.length;

/** A kind of scope, and of each number of its groups the place among all groups that are laid, -1 for those that are not. */
export type Placed = { readonly numbering: Numbering; readonly place: Int32Array };

/** What is to be laid: of each group the sample of terminals, and where its failures begin; the last entry is where they all end. */
export type Layout = { readonly kinds: readonly Placed[]; readonly samples: Float64Array; readonly start: Int32Array };

/**
 * The groups, one after the other: the numbers of the failures of each, with room for one more, and what lies between them; and whether its
 * attempts are those of several terminals.
 */
export type Laid = { readonly numbers: Int32Array; readonly exposure: Counts; readonly several: Uint8Array };

export function layGroups(scene: Scene, seats: Seats, layout: Layout): Laid {
  const small = layWith(scene, seats, layout, Uint16Array);
  return small.most < 2 ** 16 ? small : layWith(scene, seats, layout, Int32Array);
}

function layWith(scene: Scene, seats: Seats, layout: Layout, Room: typeof Uint16Array | typeof Int32Array): Laying {
  const laying = new Laying(layout, Room);
  layBySeat(scene, seats, layout, laying);
  for (const kind of layout.kinds) if (kind.numbering.by === 'row') layByRow(scene, kind, layout.samples, laying);
  layByBin(scene, seats, layout, laying);
  laying.end();
  return laying;
}

/** Takes the attempts of all groups in order of time. */
class Laying implements Laid {
  readonly numbers: Int32Array;
  readonly exposure: Counts;
  readonly several: Uint8Array;
  /** The most successes between two failures. */
  most = 0;
  readonly #next: Int32Array;
  readonly #where: Int32Array;
  /** What went well since the last failure of each group. */
  readonly #open: Int32Array;

  constructor({ start }: Layout, Room: typeof Uint16Array | typeof Int32Array) {
    const groups = start.length - 1;
    const total = start[groups]!;
    this.numbers = new Int32Array(total);
    this.exposure = new Room(total * FACES);
    this.several = new Uint8Array(groups);
    this.#next = start.slice(0, groups);
    this.#where = new Int32Array(groups).fill(UNKNOWN);
    this.#open = new Int32Array(groups * FACES);
  }

  at(group: number, terminal: number): void {
    const before = this.#where[group]!;
    if (before === terminal) return;
    this.#where[group] = terminal;
    if (before !== UNKNOWN) this.several[group] = 1;
  }

  succeed(group: number, face: number): void {
    this.#open[group * FACES + face]!++;
  }

  fail(group: number, failure: number): void {
    this.#close(group);
    this.numbers[this.#next[group]!] = failure;
    this.#next[group]!++;
  }

  end(): void {
    for (let group = 0; group < this.#next.length; group++) this.#close(group);
  }

  #close(group: number): void {
    const to = this.#next[group]! * FACES;
    const from = group * FACES;
    for (let f = 0; f < FACES; f++) {
      const count = this.#open[from + f]!;
      if (count === 0) continue;
      if (count > this.most) this.most = count;
      this.exposure[to + f] = count;
      this.#open[from + f] = 0;
    }
  }
}

/** All kinds by seat in one pass. */
function layBySeat({ numberOf, face }: Scene, seats: Seats, { kinds, samples }: Layout, laying: Laying): void {
  const { start, groups } = groupsOfSeats(seats, kinds, samples);
  for (let seat = 0; seat < seats.count; seat++) {
    for (let at = start[seat]!; at < start[seat + 1]!; at++) laying.at(groups[at]!, seats.terminal[seat]!);
  }
  for (let row = 0; row < numberOf.length; row++) {
    const seat = seats.of[row]!;
    const end = start[seat + 1]!;
    const failure = numberOf[row]!;
    const f = face[row]!;
    if (failure < 0) for (let at = start[seat]!; at < end; at++) laying.succeed(groups[at]!, f);
    else for (let at = start[seat]!; at < end; at++) laying.fail(groups[at]!, failure);
  }
}

/** The groups of each seat that are laid and look at its terminal, one seat after the other. */
function groupsOfSeats({ count, terminal }: Seats, kinds: readonly Placed[], samples: Float64Array) {
  const start = new Int32Array(count + 1);
  const groups: number[] = [];
  for (let seat = 0; seat < count; seat++) {
    for (const { numbering, place } of kinds) {
      if (numbering.by !== 'seat' || numbering.of[seat] === UNKNOWN) continue;
      const group = place[numbering.of[seat]!]!;
      if (group >= 0 && isInSample(terminal[seat]!, samples[group]!)) groups.push(group);
    }
    start[seat + 1] = groups.length;
  }
  return { start, groups: Int32Array.from(groups) };
}

function layByRow(
  { numberOf, face, frame }: Scene,
  { numbering: { of }, place }: Placed,
  samples: Float64Array,
  laying: Laying,
): void {
  const terminal = frame.text.terminal_id.codes;
  for (let row = 0; row < of.length; row++) {
    if (of[row] === UNKNOWN) continue;
    const group = place[of[row]!]!;
    if (group < 0 || !isInSample(terminal[row]!, samples[group]!)) continue;
    laying.at(group, terminal[row]!);
    if (numberOf[row]! < 0) laying.succeed(group, face[row]!);
    else laying.fail(group, numberOf[row]!);
  }
}

/** All kinds by seat and issuer range in one pass. */
function layByBin({ numberOf, face, frame, sales }: Scene, seats: Seats, { kinds, samples }: Layout, laying: Laying) {
  const terminal = frame.text.terminal_id.codes;
  const byBin = kinds.filter(({ numbering }) => numbering.by === 'seat and bin');
  const { from, place } = placesOfSeats(seats, byBin);
  const width = byBin.length;
  for (let row = 0; row < numberOf.length; row++) {
    const bin = sales.bin[row]!;
    if (bin === UNKNOWN) continue;
    const first = seats.of[row]! * width;
    const at = terminal[row]!;
    const lot = lotOf(at);
    for (let k = first; k < first + width; k++) {
      const group = from[k] === UNKNOWN ? -1 : place[from[k]! + bin]!;
      if (group < 0 || lot >= samples[group]!) continue;
      laying.at(group, at);
      if (numberOf[row]! < 0) laying.succeed(group, face[row]!);
      else laying.fail(group, numberOf[row]!);
    }
  }
}

/** The places of all kinds in one list, and where in it those of each seat begin, `from[seat * kinds + kind]`. */
function placesOfSeats({ count }: Seats, kinds: readonly Placed[]): { from: Int32Array; place: Int32Array } {
  const from = new Int32Array(count * kinds.length).fill(UNKNOWN);
  const place = new Int32Array(kinds.reduce((sum, kind) => sum + kind.place.length, 0));
  let end = 0;
  kinds.forEach((kind, k) => {
    place.set(kind.place, end);
    kind.numbering.of.forEach((first, seat) => {
      if (first !== UNKNOWN) from[seat * kinds.length + k] = end + first;
    });
    end += kind.place.length;
  });
  return { from, place };
}
