import { bcdBytes } from '../bytes/bcd.ts';
import { toHex } from '../bytes/hex.ts';
import { addCharacter, addHex, addLatin1, dropFirst, dropLast } from '../bytes/text-pool.ts';
import { ENCODING } from './encodings.ts';
import { readGbk } from './gbk.ts';

/** The sign, then digits on the right. */
function readSigned(bytes: Uint8Array, offset: number, units: number): void {
  const digits = units - 1;
  addLatin1(bytes, offset, offset + 1);
  const text = toHex(bytes, offset + 1, offset + 1 + bcdBytes(digits));
  for (let at = digits % 2; at < text.length; at++) addCharacter(text.charCodeAt(at));
}

/**
 * Adds so many units to the text that has begun: digits or characters, hex in capitals for b. What is no decimal digit
 * shows as a hex digit, since track data has D for its separator (ISO/IEC 7813).
 */
export function readText(encoding: number, bytes: Uint8Array, offset: number, units: number): void {
  switch (encoding) {
    case ENCODING.ascii:
      addLatin1(bytes, offset, offset + units);
      break;
    case ENCODING.gbk:
      readGbk(bytes, offset, units);
      break;
    case ENCODING.bcdLeft:
      addHex(bytes, offset, offset + bcdBytes(units));
      if (units % 2 === 1) dropLast();
      break;
    case ENCODING.bcdRight:
      addHex(bytes, offset, offset + bcdBytes(units));
      if (units % 2 === 1) dropFirst();
      break;
    case ENCODING.signedBcd:
      readSigned(bytes, offset, units);
      break;
    case ENCODING.raw:
      addHex(bytes, offset, offset + units);
      break;
    default:
      addLatin1(bytes, offset, offset + units * 2);
  }
}

/** Whether one of the two digits of a byte is above 9: its bit 8 is set and its bit 4 or 2. */
const isBeyondDecimal = (byte: number): boolean => (byte & ((byte << 1) | (byte << 2)) & 0x88) !== 0;

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
