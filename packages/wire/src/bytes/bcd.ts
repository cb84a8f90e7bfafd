import { WireError } from '../errors.ts';
import { HEX, hexDigit, toHex } from './hex.ts';

/** Where the digits stand when their number is odd: `left` leaves the last nibble empty, `right` the first. */
export type Align = 'left' | 'right';

/** How many bytes so many digits take. */
export const bcdBytes = (digits: number): number => (digits + 1) >> 1;

/**
 * The nibbles of packed digits, as hex digits in capitals: what is no decimal digit is for the caller to judge, since
 * track data has D for its separator (ISO/IEC 7813) and some fields are filled with F.
 */
export function readNibbles(bytes: Uint8Array, offset: number, digits: number, align: Align): string {
  const text = toHex(bytes, offset, offset + bcdBytes(digits));
  if (digits % 2 === 0) return text;
  return align === 'left' ? text.slice(0, -1) : text.slice(1);
}

/**
 * A number of packed decimal digits, as lengths are written.
 * @throws WireError `bcd.digit`
 */
export function readBcdNumber(bytes: Uint8Array, offset: number, length: number, path: string): number {
  let number = 0;
  for (let at = offset; at < offset + length; at++) {
    const byte = bytes[at]!;
    if (byte >> 4 > 9 || (byte & 15) > 9) {
      throw new WireError('bcd.digit', { path, offset: at, needed: '0-9', found: HEX[byte]! });
    }
    number = number * 100 + (byte >> 4) * 10 + (byte & 15);
  }
  return number;
}

/**
 * Packs hex digits, two a byte; the empty nibble of an odd number is 0.
 * @returns the end of what was written; `into` has room for it
 * @throws WireError `hex.digit`; its offset counts characters of the text
 */
export function writeNibbles(text: string, into: Uint8Array, offset: number, align: Align, path: string): number {
  const length = bcdBytes(text.length);
  into.fill(0, offset, offset + length);
  let nibble = offset * 2 + (align === 'right' && text.length % 2 === 1 ? 1 : 0);
  for (let at = 0; at < text.length; at++, nibble++) {
    const digit = hexDigit(text.charCodeAt(at));
    if (digit < 0) throw new WireError('hex.digit', { path, offset: at, needed: '0-9 A-F', found: text.length });
    into[nibble >> 1]! |= nibble % 2 === 0 ? digit << 4 : digit;
  }
  return offset + length;
}
