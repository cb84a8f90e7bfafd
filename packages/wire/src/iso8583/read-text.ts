import { bcdBytes } from '../bytes/bcd.ts';
import { toHex } from '../bytes/hex.ts';
import { readLatin1 } from '../bytes/latin1.ts';
import { POOL } from '../bytes/text-pool.ts';
import { bytesOf, ENCODING } from './encodings.ts';
import { readGbk } from './gbk.ts';

const { codes, writeBytes, writeDigits } = POOL;

const { gbk, bcdLeft, bcdRight, signedBcd, raw } = ENCODING;

/** The digits after the sign, which stand on the right. */
function signedDigits(bytes: Uint8Array, offset: number, units: number): string {
  const digits = toHex(bytes, offset + 1, offset + bytesOf(signedBcd, units));
  return units % 2 === 0 ? digits.slice(1) : digits;
}

function writeSigned(at: number, bytes: Uint8Array, offset: number, units: number): boolean {
  const digits = signedDigits(bytes, offset, units);
  const sign = bytes[offset]!;
  codes[at] = sign;
  for (let index = 0; index < digits.length; index++) codes[at + 1 + index] = digits.charCodeAt(index);
  return sign < 0x80;
}

/**
 * Writes a value into the pool, two digits a byte or the bytes as they are. What is no decimal digit shows as a hex digit,
 * since track data has D for its separator (ISO/IEC 7813). Of an odd number of digits the empty one is written as well.
 * @param at a place
 * @returns whether all of it is plain: decimal digits, or ASCII
 */
export function writeText(
  at: number,
  encoding: number,
  bytes: Uint8Array,
  offset: number,
  end: number,
  units: number,
): boolean {
  switch (encoding) {
    case bcdLeft:
    case bcdRight:
    case raw:
      return writeDigits(at, bytes, offset, end);
    case signedBcd:
      return writeSigned(at, bytes, offset, units);
    default:
      return writeBytes(at, bytes, offset, end);
  }
}

/** Whether a byte is written as two digits. */
export const isPacked = (encoding: number): boolean =>
  encoding === bcdLeft || encoding === bcdRight || encoding === raw;

/** The text of such a value: each byte the character of its number (ISO 8859-1), if it is no GBK. */
export function readBeyondAscii(encoding: number, bytes: Uint8Array, offset: number, units: number): string {
  if (encoding === gbk) return readGbk(bytes, offset, units);
  if (encoding === signedBcd) return readLatin1(bytes, offset, 1) + signedDigits(bytes, offset, units);
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
  if (encoding === bcdLeft) return findInPacked(bytes, offset, units, false);
  if (encoding === bcdRight) return findInPacked(bytes, offset, units, true);
  return findInAscii(bytes, offset, units);
}
