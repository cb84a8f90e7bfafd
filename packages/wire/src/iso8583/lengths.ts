import { bcdBytes, writeNibbles } from '../bytes/bcd.ts';
import { writeLatin1 } from '../bytes/latin1.ts';

/** How a length stands before a value; numbers for the same reason as `ENCODING`. */
export const LENGTH = { ascii: 1, bcd: 2, binary: 3 } as const;
export type LengthName = keyof typeof LENGTH;
const { ascii, bcd } = LENGTH;
export const LENGTH_NAMES = Object.keys(LENGTH) as readonly LengthName[];

/** Bytes that a length of so many digits takes. */
export const lengthBytes = (name: LengthName, digits: number): number => (name === 'ascii' ? digits : bcdBytes(digits));

/** What each byte of a length may be, for errors. */
export const LENGTH_DIGITS = { ascii: '30-39', bcd: '00-99', binary: '00-FF' } as const satisfies Record<
  LengthName,
  string
>;

/** The length in so many bytes; negative where they hold no number. */
export function readLength(length: number, bytes: Uint8Array, offset: number, count: number): number {
  let number = 0;
  for (let at = offset; at < offset + count; at++) {
    const byte = bytes[at]!;
    if (length === bcd) {
      if (byte > 0x99 || (byte & 15) > 9) return -1;
      number = number * 100 + (byte >> 4) * 10 + (byte & 15);
    } else if (length === ascii) {
      if (byte < 48 || byte > 57) return -1;
      number = number * 10 + byte - 48;
    } else {
      number = number * 256 + byte;
    }
  }
  return number;
}

/** Writes a length into so many bytes, which have room for it. */
export function writeLength(name: LengthName, value: number, into: Uint8Array, offset: number, count: number): void {
  if (name === 'ascii') writeLatin1(String(value).padStart(count, '0'), into, offset);
  else writeNibbles(value.toString(name === 'bcd' ? 10 : 16).padStart(count * 2, '0'), into, offset, 'left', 'length');
}
