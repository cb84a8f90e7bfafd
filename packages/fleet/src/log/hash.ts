/**
 * A 53-bit hash of a string (cyrb53, public domain): enough to tell ids apart, small enough for a
 * Float64Array. Two of a million ids collide with a chance of about 1 in 18,000.
 */
export function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  return joined(high, low);
}

/** The same of bytes: for ASCII it equals that of the text. */
export function hash53Bytes(bytes: Uint8Array, from: number, to: number): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    high = Math.imul(high ^ byte, 2654435761);
    low = Math.imul(low ^ byte, 1597334677);
  }
  return joined(high, low);
}

function joined(one: number, other: number): number {
  const high = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  const low = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/**
 * The hash of a text's UTF-8 as two numbers of 32 bits that depend on all of it. Of n texts, two are alike in both with a chance of
 * n²/2⁶⁵: one in a million for five million texts.
 */
export type TextHash = { low: number; high: number };

/** What both numbers are before the first word. */
export const NO_WORDS: Readonly<TextHash> = { low: 0x2545f491, high: 0x3c6ef372 };

/** A word of four bytes, the first byte lowest, made ready for both numbers. */
export function spread(word: number): number {
  const product = Math.imul(word, 0xcc9e2d51);
  return (product << 15) | (product >>> 17);
}

/** Each number after one more spread word (as in MurmurHash3, public domain, here with two multipliers). */
export function lowAfter(low: number, spread: number): number {
  const sum = low ^ Math.imul(spread, 0x1b873593);
  return (Math.imul((sum << 13) | (sum >>> 19), 5) + 0xe6546b64) | 0;
}
export function highAfter(high: number, spread: number): number {
  const sum = high ^ Math.imul(spread, 0x85ebca6b);
  return (Math.imul((sum << 17) | (sum >>> 15), 5) + 0x561ccd1b) | 0;
}

/** The last word of a text: the up to three bytes that are left, and above them its length. */
export const lastWord = (rest: number, length: number): number => rest ^ (length << 24);

export function hashText(bytes: Uint8Array, from: number, to: number, into: TextHash): void {
  let { low, high } = NO_WORDS;
  let at = from;
  for (; to - at >= 4; at += 4) {
    const word = spread(bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24));
    low = lowAfter(low, word);
    high = highAfter(high, word);
  }
  let rest = 0;
  for (let shift = 0; at < to; at++, shift += 8) rest |= bytes[at]! << shift;
  const last = spread(lastWord(rest, to - from));
  into.low = lowAfter(low, last);
  into.high = highAfter(high, last);
}

const DOUBLE = new Float64Array(1);
const WORDS = new Uint32Array(DOUBLE.buffer);

/** A 32-bit hash of a number's value. */
export function hashNumber(value: number): number {
  DOUBLE[0] = value;
  return mixed(Math.imul(WORDS[0]!, 0x9e3779b1) ^ WORDS[1]!);
}

/** Spreads the bits of a 32-bit hash (the finaliser of MurmurHash3, public domain). */
export function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
