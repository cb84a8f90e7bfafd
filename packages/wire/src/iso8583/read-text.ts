import { bcdBytes } from '../bytes/bcd.ts';
import { toHex } from '../bytes/hex.ts';
import { readLatin1 } from '../bytes/latin1.ts';
import { codes, writeBytes, writeDigits, writeHex } from '../bytes/text-pool.ts';
import { bytesOf, ENCODING } from './encodings.ts';
import { readGbk } from './gbk.ts';

/** The digits after the sign, which stand on the right. */
function signedDigits(bytes: Uint8Array, offset: number, units: number): string {
  const digits = toHex(bytes, offset + 1, offset + bytesOf(ENCODING.signedBcd, units));
  return units % 2 === 0 ? digits.slice(1) : digits;
}

function writeSigned(at: number, bytes: Uint8Array, offset: number, units: number): number {
  const digits = signedDigits(bytes, offset, units);
  const sign = bytes[offset]!;
  codes[at] = sign;
  for (let index = 0; index < digits.length; index++) codes[at + 1 + index] = digits.charCodeAt(index);
  return sign < 0x80 ? at + units : ~(at + units);
}

const withoutLast = (end: number, count: number): number => (end < 0 ? end + count : end - count);

/**
 * Writes so many units into the pool: digits or characters, hex in capitals for b. What is no decimal digit shows as a
 * hex digit, since track data has D for its separator (ISO/IEC 7813). Characters are written as their bytes.
 * @param at an even place, at which the text begins, but for `skipOf`
 * @returns where it ends; the complement of that where digits are beyond decimal, or characters beyond ASCII
 */
export function writeText(at: number, encoding: number, bytes: Uint8Array, offset: number, units: number): number {
  switch (encoding) {
    case ENCODING.ascii:
    case ENCODING.gbk:
      return writeBytes(at, bytes, offset, offset + units);
    case ENCODING.bcdLeft:
      return withoutLast(writeDigits(at, bytes, offset, offset + bcdBytes(units)), units & 1);
    case ENCODING.bcdRight:
      return writeDigits(at, bytes, offset, offset + bcdBytes(units));
    case ENCODING.raw:
      return writeHex(at, bytes, offset, offset + units);
    case ENCODING.signedBcd:
      return writeSigned(at, bytes, offset, units);
    default:
      return writeBytes(at, bytes, offset, offset + units * 2);
  }
}

/** How many digits that `writeText` writes stand before the text: the empty one. */
export const skipOf = (encoding: number, units: number): number => (encoding === ENCODING.bcdRight ? units & 1 : 0);

export const isPacked = (encoding: number): boolean => encoding === ENCODING.bcdLeft || encoding === ENCODING.bcdRight;

/** The text of such a value: each byte the character of its number (ISO 8859-1), if it is no GBK. */
export function readBeyondAscii(encoding: number, bytes: Uint8Array, offset: number, units: number): string {
  if (encoding === ENCODING.gbk) return readGbk(bytes, offset, units);
  if (encoding === ENCODING.signedBcd) return readLatin1(bytes, offset, 1) + signedDigits(bytes, offset, units);
  return readLatin1(bytes, offset, bytesOf(encoding, units));
}

const isBeyondDecimal = (byte: number): boolean => byte >> 4 > 9 || (byte & 15) > 9;

function findInPacked(bytes: Uint8Array, offset: number, digits: number, isRight: boolean): number {
  const end = offset + bcdBytes(digits);
  // The nibble that an odd number leaves empty may hold anything.
  const empty = digits % 2 === 0 ? -1 : isRight ? offset : end - 1;
  for (let at = offset; at < end; at++) {
    if (!isBeyondDecimal(bytes[at]!)) continue;
    if (at !== empty || isBeyondDecimal(bytes[at]! & (isRight ? 0x0f : 0xf0))) return at;
  }
  return -1;
}

function findInAscii(bytes: Uint8Array, offset: number, units: number): number {
  for (let at = offset; at < offset + units; at++) {
    if (bytes[at]! < 48 || bytes[at]! > 57) return at;
  }
  return -1;
}

/** The place of the first byte of a number that holds something else than decimal digits, or -1. */
export function findNonDigit(encoding: number, bytes: Uint8Array, offset: number, units: number): number {
  if (encoding === ENCODING.bcdLeft) return findInPacked(bytes, offset, units, false);
  if (encoding === ENCODING.bcdRight) return findInPacked(bytes, offset, units, true);
  return findInAscii(bytes, offset, units);
}
