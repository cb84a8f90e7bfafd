import type { TrackFormat } from './formats.ts';

/** The characters of a track as they stand in its bits. It holds card data: it never leaves this package. */
export type Characters = {
  /** From the start sentinel to the end sentinel, as far as there is one; null where a character is lost. */
  readonly text: readonly (string | null)[];
  /** The bit at which the start sentinel begins, in the order in which the track is read. */
  readonly from: number;
  /** The bit at which each character begins, the check character after them included. */
  readonly at: readonly number[];
  /** Read from the last bit to the first: the card was pulled the other way. */
  readonly backward: boolean;
  /** Characters (counted from the start sentinel) whose parity is wrong or that have lost bits. */
  readonly bad: readonly number[];
  /** Whether there is an end sentinel within the longest track. */
  readonly ended: boolean;
  /** Whether the check character is right; null where it is lost, or there is no end. */
  readonly lrc: boolean | null;
};

/** What was read counts, up to where bad characters outweigh it: half of what is no track has the right parity too. */
export function merit({ text, bad, ended, lrc }: Characters): number {
  let best = 0;
  bad.forEach((at, index) => {
    best = Math.max(best, at - 3 * index);
  });
  const isWhole = bad.length === 0 || text.length - 3 * bad.length > best;
  return Math.max(best, text.length - 3 * bad.length) + (ended && isWhole ? 10 : 0) + (lrc === true ? 30 : 0);
}

/** The best reading of the bits as a track of this form, in either direction; null without a start sentinel. */
export function readCharacters(bits: Int8Array, format: TrackFormat): Characters | null {
  let best: Characters | null = null;
  for (const backward of [false, true]) {
    const order = backward ? bits.toReversed() : bits;
    for (const from of startsOf(order, format)) {
      const read = { ...readFrom(order, from, format), backward };
      if (best === null || merit(read) > merit(best)) best = read;
      if (read.lrc === true && read.bad.length === 0) return read;
    }
  }
  return best;
}

/** Where a start sentinel stands with zeros before it: the first few such places. */
function startsOf(bits: Int8Array, format: TrackFormat): number[] {
  const pattern = bitsOf(format.start.charCodeAt(0) - format.base, format.bits);
  const starts: number[] = [];
  for (let at = 0; at + pattern.length <= bits.length && starts.length < 8; at++) {
    const clocked = at < 3 || (bits[at - 1] !== 1 && bits[at - 2] !== 1 && bits[at - 3] !== 1);
    if (clocked && pattern.every((bit, index) => bits[at + index] === bit)) starts.push(at);
  }
  return starts;
}

/** A character's bits, lowest first, with its parity. */
function bitsOf(value: number, bits: number): number[] {
  const out = Array.from({ length: bits }, (_, bit) => (value >> bit) & 1);
  out.push(1 - (out.reduce((sum, bit) => sum + bit, 0) & 1));
  return out;
}

function readFrom(bits: Int8Array, from: number, format: TrackFormat): Omit<Characters, 'backward'> {
  const width = format.bits + 1;
  const text: (string | null)[] = [];
  const places: number[] = [];
  const bad: number[] = [];
  let check = 0;
  let at = from;
  while (at + width <= bits.length && text.length < format.most) {
    const value = valueAt(bits, at, format.bits);
    if (value === null) bad.push(text.length);
    else check ^= value;
    const character = value === null ? null : String.fromCharCode(format.base + value);
    text.push(character);
    places.push(at);
    at = hasLost(bits, at, width) ? caughtUp(bits, at + width, format) : at + width;
    if (character !== format.end) continue;
    const lrc = valueAt(bits, at, format.bits);
    if (at + width <= bits.length) places.push(at);
    const isRight = bad.length === 0 && lrc === check;
    return { text, from, at: places, bad, ended: true, lrc: lrc === null ? null : isRight };
  }
  places.push(at);
  return { text, from, at: places, bad, ended: false, lrc: null };
}

const hasLost = (bits: Int8Array, from: number, count: number): boolean =>
  bits.subarray(from, from + count).includes(-1);

/** So many bits more than it seems may have been lost. */
const MOST_SLIP = 3;
/** So many characters must follow with the right parity; less is chance. */
const FEWEST_GOOD = 8;

/** After lost bits: where the next characters have the right parity. The count of what was lost may be wrong. */
function caughtUp(bits: Int8Array, expected: number, format: TrackFormat): number {
  const width = format.bits + 1;
  if (hasLost(bits, expected, width)) return expected;
  const first = bits.lastIndexOf(-1, expected) + 1;
  let best = expected;
  let most = Math.max(FEWEST_GOOD - 1, goodFrom(bits, expected, format));
  for (let at = first; at <= expected + MOST_SLIP; at++) {
    const good = goodFrom(bits, at, format);
    if (good > most) [best, most] = [at, good];
  }
  return best;
}

/** How many characters from here on have the right parity. */
function goodFrom(bits: Int8Array, from: number, format: TrackFormat): number {
  let good = 0;
  while (good < format.most && valueAt(bits, from + good * (format.bits + 1), format.bits) !== null) good++;
  return good;
}

/** Null where bits are lost, or their parity is even. */
function valueAt(bits: Int8Array, from: number, count: number): number | null {
  let value = 0;
  let ones = 0;
  for (let bit = 0; bit <= count; bit++) {
    const read = bits[from + bit];
    if (read !== 0 && read !== 1) return null;
    ones += read;
    if (bit < count) value |= read << bit;
  }
  return ones % 2 === 1 ? value : null;
}
