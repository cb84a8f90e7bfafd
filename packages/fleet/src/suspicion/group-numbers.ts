import type { ScopeKind } from '@duka/knowledge/signatures';
import { SCOPE_KINDS } from '@duka/knowledge/signatures';
import { UNKNOWN } from '../log/dictionary.ts';
import { mixed } from '../log/hash.ts';
import type { TerminalAttribute } from '../scene/attributes.ts';
import type { Scene } from '../scene/scene.ts';
import type { Seats } from './seats.ts';

/**
 * Which group of a kind each attempt is of, UNKNOWN where of none: the number `of` its seat; that of itself; or that of its seat
 * and, from there on, its issuer range. Numbers are less than `room`, and so many groups have attempts.
 */
export type Numbering = {
  readonly by: 'seat' | 'row' | 'seat and bin';
  readonly of: Int32Array;
  readonly room: number;
  readonly count: number;
  /** Kinds by seat that are equal in it bound the same attempts. */
  readonly partition: string | null;
};

export function numberGroups(scene: Scene, seats: Seats, kind: ScopeKind): Numbering {
  const { frame, attributes, sales } = scene;
  const { text } = frame;
  switch (kind) {
    case 'terminal':
      return { by: 'seat', of: seats.terminal, ...all(text.terminal_id.count) };
    case 'card':
      return { by: 'row', of: sales.card, ...all(text.card_ref.count) };
    case 'operator':
      return { by: 'row', of: attributes.operator, ...all(attributes.operators) };
    case 'bin':
      return { by: 'row', of: sales.bin, ...all(text.bin.count) };
  }
  const columns: readonly string[] = SCOPE_KINDS[kind];
  const [first, second] = columns.map((column) => attributes.of[column as TerminalAttribute]);
  return columns[0] === 'bin' ? numberBinGroups(scene, seats, second!) : numberSeats(seats, first!, second);
}

const all = (count: number) => ({ room: count, count, partition: null });

/** Groups of terminals' attributes. */
function numberSeats({ home }: Seats, first: Int32Array, second: Int32Array | undefined): Numbering {
  const numbers = new Map<number, number>();
  let low = 17;
  let high = 31;
  const of = home.map((at) => {
    const number = numberOf(numbers, first[at]!, second ? second[at]! : 0);
    low = mixed(low ^ number);
    high = (Math.imul(high, 31) + number) | 0;
    return number;
  });
  return { by: 'seat', of, room: numbers.size, count: numbers.size, partition: `${numbers.size} ${low} ${high}` };
}

/** Up to so many combinations each may have a number of its own, whether there are attempts of it or not. */
const MOST = 1 << 22;

function numberBinGroups({ frame, sales }: Scene, { of: seat, home }: Seats, code: Int32Array): Numbering {
  const bins = frame.text.bin.count;
  const ofSeat = home.map((at) => code[at]!);
  const room = bins * ofSeat.reduce((most, one) => Math.max(most, one + 1), 0);
  if (room > MOST) {
    const numbers = new Map<number, number>();
    const of = sales.bin.map((bin, row) => numberOf(numbers, ofSeat[seat[row]!]!, bin));
    return { by: 'row', of, ...all(numbers.size) };
  }
  const of = ofSeat.map((one) => (one === UNKNOWN ? UNKNOWN : one * bins));
  const isSeen = new Uint8Array(room);
  for (let row = 0; row < seat.length; row++) {
    const bin = sales.bin[row]!;
    const from = of[seat[row]!]!;
    if (bin !== UNKNOWN && from !== UNKNOWN) isSeen[from + bin] = 1;
  }
  return { by: 'seat and bin', of, room, count: isSeen.reduce((sum, one) => sum + one, 0), partition: null };
}

function numberOf(numbers: Map<number, number>, a: number, b: number): number {
  if (a === UNKNOWN || b === UNKNOWN) return UNKNOWN;
  const key = a * 67_108_864 + b;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
