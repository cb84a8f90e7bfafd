/**
 * Many short texts made at once. They are written one after the other as ASCII and become one string, of which each is a
 * part: one call of the platform instead of one for each text. What is secret is overwritten here, before it ever is text.
 * There is one pool, used by one message after the other: with its arrays for constants, this is where the speed is. Who
 * writes says where, and gets back where it ended: a place that stays in a register.
 */

/** Of every browser and of Node; the types of a pure package name no platform. */
declare const TextDecoder: new (label: string, options: object) => { decode(bytes: Uint8Array): string };
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** No message is longer: its length has two bytes. */
export const LONGEST_INPUT = 0xffff;

/** The char codes, all of them ASCII. As hex each byte takes two places. */
export const codes: Uint8Array = new Uint8Array(2 * (LONGEST_INPUT + 1) + 1024);
/** The same, two and four at a time: writing four at once takes two thirds of the time of four. */
const pairs = new Uint16Array(codes.buffer);
const fours = new Uint32Array(codes.buffer);

const isLowFirst = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
/** By how many bits each of four codes is shifted to stand in its place, */
const [S0, S1, S2, S3] = isLowFirst ? [0, 8, 16, 24] : [24, 16, 8, 0];
/** and each of two pairs. */
const [P0, P1] = isLowFirst ? [0, 16] : [16, 0];

const HEX_DIGITS = '0123456789ABCDEF';
/** The two hex digits of each byte, as they stand in memory. */
const DIGITS = Uint16Array.from({ length: 256 }, (_, byte) => {
  const [high, low] = [HEX_DIGITS.charCodeAt(byte >> 4), HEX_DIGITS.charCodeAt(byte & 15)];
  return isLowFirst ? high | (low << 8) : (high << 8) | low;
});

const FOUR_STARS = 0x2a2a2a2a;

/** The next place where a text can begin: four codes at a time. */
export const placeAt = (at: number): number => (at + 3) & ~3;

/** Writes two digits a byte; gives the complement of where it ends if one of the digits is above 9. @param at a place */
export function writeDigits(at: number, bytes: Uint8Array, start: number, end: number): number {
  let to = at >> 2;
  let any = 0;
  let index = start;
  for (; index + 1 < end; index += 2) {
    const four = (DIGITS[bytes[index]!]! << P0) | (DIGITS[bytes[index + 1]!]! << P1);
    fours[to++] = four;
    any |= four;
  }
  if (index < end) {
    const pair = DIGITS[bytes[index]!]!;
    pairs[to << 1] = pair;
    any |= pair;
  }
  const after = at + (end - start) * 2;
  // The codes of A to F have the bit 0x40, those of 0 to 9 have not.
  return (any & 0x40404040) === 0 ? after : ~after;
}

/** Writes two digits a byte. @param at a place */
export function writeHex(at: number, bytes: Uint8Array, start: number, end: number): number {
  const to = writeDigits(at, bytes, start, end);
  return to < 0 ? ~to : to;
}

/** Writes bytes as they are; gives the complement of where they end if they are not all ASCII. @param at a place */
export function writeBytes(at: number, bytes: Uint8Array, start: number, end: number): number {
  let to = at >> 2;
  let any = 0;
  let index = start;
  for (; index + 3 < end; index += 4) {
    const four =
      (bytes[index]! << S0) | (bytes[index + 1]! << S1) | (bytes[index + 2]! << S2) | (bytes[index + 3]! << S3);
    fours[to++] = four;
    any |= four;
  }
  for (let last = to << 2; index < end; index++) {
    codes[last++] = bytes[index]!;
    any |= bytes[index]!;
  }
  const after = at + end - start;
  return (any & 0x80808080) === 0 ? after : ~after;
}

/** Writes so many `*`, and up to three more before and after: nothing else has its place there. */
export function writeStars(at: number, number: number): number {
  const end = at + number;
  for (let to = at >> 2; to < (end + 3) >> 2; to++) fours[to] = FOUR_STARS;
  return end;
}

/** The pool up to each 64th code: to make such a view takes half as long as its text. */
const views: Uint8Array[] = [];

/** All that was written up to `end` as one string, which may go on with what was shown of others before. */
export function poolText(end: number): string {
  const number = (end + 63) >> 6;
  views[number] ??= codes.subarray(0, number << 6);
  return decoder.decode(views[number]);
}
