/**
 * How a value stands in bytes. They are numbers, and what is done with them are switches, since a message asks some
 * hundred times: calling functions out of a table takes several times as long.
 * A unit is what the format counts: a digit, a character, a byte of b.
 */
export const ENCODING = {
  ascii: 1,
  gbk: 2,
  /** Two digits a byte; of an odd number the last nibble is empty, */
  bcdLeft: 3,
  /** or the first. */
  bcdRight: 4,
  /** x+n: the sign in a byte of its own, the digits packed after it. */
  signedBcd: 5,
  raw: 6,
  /** Two hex digits in ASCII for each byte. */
  hex: 7,
} as const;

export type Encoding = (typeof ENCODING)[keyof typeof ENCODING];
const { bcdLeft, bcdRight, signedBcd, hex } = ENCODING;

/** Bytes that so many units take. */
export function bytesOf(encoding: number, units: number): number {
  switch (encoding) {
    case bcdLeft:
    case bcdRight:
      return (units + 1) >> 1;
    case signedBcd:
      return 1 + (units >> 1);
    case hex:
      return units * 2;
    default:
      return units;
  }
}

/** Units that so many bytes hold: what a length that counts bytes means. */
export function unitsIn(encoding: number, bytes: number): number {
  switch (encoding) {
    case bcdLeft:
    case bcdRight:
      return bytes * 2;
    case signedBcd:
      return bytes * 2 - 1;
    case hex:
      return bytes >> 1;
    default:
      return bytes;
  }
}
