/**
 * Many short texts made at once. They are written one after the other as ASCII and become one string, of which each is a
 * part: one call of the platform instead of one for each text. What is secret is overwritten here, before it ever is text.
 * There is one pool, used by one message after the other: with its arrays for constants, this is where the speed is.
 */

/** Of every browser and of Node; the types of a pure package name no platform. */
declare const TextDecoder: new (label: string, options: object) => { decode(bytes: Uint8Array): string };
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** No message is longer: its length has two bytes. */
export const LONGEST_INPUT = 0xffff;

/** The char codes, all of them ASCII. As hex each byte takes two places. */
const codes = new Uint8Array(2 * (LONGEST_INPUT + 1) + 1024);
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
const placeAt = (at: number): number => (at + 3) & ~3;

/** Writes two hex digits a byte. @param at a place. @returns whether all are decimal */
function writeDigits(at: number, bytes: Uint8Array, start: number, end: number): boolean {
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
  // The codes of A to F have the bit 0x40, those of 0 to 9 have not.
  return (any & 0x40404040) === 0;
}

/** Writes bytes as they are. @param at a place. @returns whether all are ASCII */
function writeBytes(at: number, bytes: Uint8Array, start: number, end: number): boolean {
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
  return (any & 0x80808080) === 0;
}

/**
 * Of ASCII, `code ^ 0x30` is below 10 for a decimal digit alone: adding 0x76 gives all others the bit 0x80. What is beyond has
 * that bit itself.
 */
const areDigits = (four: number): boolean => ((((four ^ 0x30303030) + 0x76767676) | four) & 0x80808080) === 0;

/** Steps over decimal digits, four at a time; not at all from where no text can begin. @returns where they may end, at the latest `end` */
function skipDigits(at: number, end: number): number {
  let to = at;
  if (at === placeAt(at)) while (to + 4 <= end && areDigits(fours[to >> 2]!)) to += 4;
  return to;
}

/** Writes so many `*`, and up to three more before and after: nothing else has its place there. */
function writeStars(at: number, number: number): void {
  const end = (at + number + 3) >> 2;
  for (let to = at >> 2; to < end; to++) fours[to] = FOUR_STARS;
}

/** The pool up to each 64th code: to make such a view takes half as long as its text. */
const views: Uint8Array[] = [];

/** All that was written up to `end` as one string, which may go on with what was shown of others before. */
function poolText(end: number): string {
  const number = (end + 63) >> 6;
  views[number] ??= codes.subarray(0, number << 6);
  return decoder.decode(views[number]);
}

/**
 * What the pool offers. Who uses it takes it apart into constants of their own module: those the engine compiles in, while it
 * looks up and checks again and again what is imported or exported.
 */
export const POOL = { codes, placeAt, writeDigits, writeBytes, writeStars, skipDigits, poolText } as const;
