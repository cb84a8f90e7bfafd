/**
 * Many short texts made at once. They are written one after the other as UTF-8 and become one string, of which each is a
 * part: one call of the platform instead of one for each text. What is secret is overwritten here, before it ever is text.
 * There is one pool, used by one message after the other: with its arrays for constants, this is where the speed is.
 */

/** Of every browser and of Node; the types of a pure package name no platform. */
declare const TextDecoder: new (label: string, options: object) => { decode(bytes: Uint8Array): string };
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** No message is longer: its length has two bytes. */
export const LONGEST_INPUT = 0xffff;
/** As hex each byte takes two places; a character of two bytes takes three. */
const PLACES = 2 * LONGEST_INPUT + 1024;
const MOST_TEXTS = 128;

/** The char codes so far, all of one byte but for what `character` and `latin1` say in more. */
export const codes: Uint8Array = new Uint8Array(PLACES);
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

/** Where the next code goes, and how many codes up to there were no character's first. */
let at = 0;
let extra = 0;
/** Of the text that is being written, and of each that was. */
let from = 0;
let count = 0;
const starts = new Int32Array(MOST_TEXTS);
const ends = new Int32Array(MOST_TEXTS);

export function clearPool(): void {
  at = 0;
  extra = 0;
  count = 0;
}

/** Begins a text, at an even place, where hex can be written two digits at a time. */
export function beginText(): void {
  if (at % 2 === 1) codes[at++] = 0;
  from = at;
  starts[count] = at - extra;
}

/** Ends a text; the texts are numbered from 0. */
export function endText(): void {
  ends[count++] = at - extra;
}

/** Takes the present text back. */
export function dropText(): void {
  at = from;
  extra = from - starts[count]!;
}

/** Where the codes of the present text begin, and end so far. */
export const textStart = (): number => from;
export const textEnd = (): number => at;

/** Takes the first code of the present text back. */
export function dropFirst(): void {
  from++;
  starts[count]!++;
}

/** Takes the last code back. */
export function dropLast(): void {
  at--;
}

/** Two digits a byte, at the beginning of a text. */
export function addHex(bytes: Uint8Array, start: number, end: number): void {
  let to = at >> 1;
  for (let index = start; index < end; index++) pairs[to++] = DIGITS[bytes[index]!]!;
  at = to << 1;
}

/** A character for each byte, of the same number. */
export function addLatin1(bytes: Uint8Array, start: number, end: number): void {
  let index = start;
  let to = at;
  // Four at a time as long as they are ASCII.
  for (; index + 4 <= end; index += 4) {
    const a = bytes[index]!;
    const b = bytes[index + 1]!;
    const c = bytes[index + 2]!;
    const d = bytes[index + 3]!;
    if ((a | b | c | d) > 0x7f) break;
    codes[to] = a;
    codes[to + 1] = b;
    codes[to + 2] = c;
    codes[to + 3] = d;
    to += 4;
  }
  at = to;
  for (; index < end; index++) addCharacter(bytes[index]!);
}

/** A character of the basic plane. */
export function addCharacter(code: number): void {
  if (code < 0x80) {
    codes[at++] = code;
    return;
  }
  if (code < 0x800) {
    codes[at++] = 0xc0 | (code >> 6);
    extra++;
  } else {
    codes[at++] = 0xe0 | (code >> 12);
    codes[at++] = 0x80 | ((code >> 6) & 0x3f);
    extra += 2;
  }
  codes[at++] = 0x80 | (code & 0x3f);
}

export function addStars(number: number): void {
  const end = at + number;
  for (let to = at; to < end; to++) codes[to] = STAR;
  at = end;
}

/** All texts as one string; `partOf` it is each. */
export const poolText = (): string => decoder.decode(codes.subarray(0, at));
export const partOf = (text: string, index: number): string => text.substring(starts[index]!, ends[index]!);
