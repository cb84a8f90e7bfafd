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

/** The char codes. As hex each byte takes two places. */
export const codes: Uint8Array = new Uint8Array(2 * LONGEST_INPUT + 1024);
const pairs = new Uint16Array(codes.buffer);
const HEX_DIGITS = '0123456789ABCDEF';
/** The two hex digits of each byte, as they stand in memory. */
const DIGITS = new Uint16Array(256);
const firstDigitIsLow = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
for (let byte = 0; byte < 256; byte++) {
  const high = HEX_DIGITS.charCodeAt(byte >> 4);
  const low = HEX_DIGITS.charCodeAt(byte & 15);
  DIGITS[byte] = firstDigitIsLow ? high | (low << 8) : (high << 8) | low;
}

const STAR = 42;

/** The next place where hex can be written, two digits at a time. */
export const evenAt = (at: number): number => at + (at & 1);

/** Writes two digits a byte. @param at an even place */
export function writeHex(at: number, bytes: Uint8Array, start: number, end: number): number {
  let to = at >> 1;
  for (let index = start; index < end; index++) pairs[to++] = DIGITS[bytes[index]!]!;
  return to << 1;
}

/** Writes two digits a byte; gives the complement of where it ends if one of the digits is above 9. @param at an even place */
export function writeDigits(at: number, bytes: Uint8Array, start: number, end: number): number {
  let to = at >> 1;
  let any = 0;
  for (let index = start; index < end; index++) {
    const byte = bytes[index]!;
    // Above 9 its bit 8 is set and its bit 4 or 2.
    any |= byte & ((byte << 1) | (byte << 2));
    pairs[to++] = DIGITS[byte]!;
  }
  return (any & 0x88) === 0 ? to << 1 : ~(to << 1);
}

/** Writes bytes as they are; gives the complement of where they end if they are not all ASCII. */
export function writeBytes(at: number, bytes: Uint8Array, start: number, end: number): number {
  let to = at;
  let any = 0;
  let index = start;
  for (; index + 4 <= end; index += 4) {
    const a = bytes[index]!;
    const b = bytes[index + 1]!;
    const c = bytes[index + 2]!;
    const d = bytes[index + 3]!;
    codes[to] = a;
    codes[to + 1] = b;
    codes[to + 2] = c;
    codes[to + 3] = d;
    any |= a | b | c | d;
    to += 4;
  }
  for (; index < end; index++) {
    const byte = bytes[index]!;
    any |= byte;
    codes[to++] = byte;
  }
  return any < 0x80 ? to : ~to;
}

export function writeStars(at: number, number: number): number {
  const end = at + number;
  for (let to = at; to < end; to++) codes[to] = STAR;
  return end;
}

/** All that was written up to `end` as one string. */
export const poolText = (end: number): string => decoder.decode(codes.subarray(0, end));
