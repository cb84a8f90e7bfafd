import { bcdBytes, writeNibbles } from '../bytes/bcd.ts';
import { writeLatin1 } from '../bytes/latin1.ts';

/** How a length stands before a value. */
export type LengthEncoding = {
  /** Bytes that a length of so many digits takes. */
  readonly bytes: (digits: number) => number;
  /** The number in so many bytes; negative where they hold no number. */
  readonly read: (bytes: Uint8Array, offset: number, length: number) => number;
  readonly write: (value: number, into: Uint8Array, offset: number, length: number) => void;
  /** What each byte may be, for errors. */
  readonly digits: string;
};

export const LENGTHS = {
  ascii: {
    bytes: (digits) => digits,
    read: (bytes, offset, length) => {
      let number = 0;
      for (let at = offset; at < offset + length; at++) {
        const digit = bytes[at]! - 48;
        if (digit < 0 || digit > 9) return -1;
        number = number * 10 + digit;
      }
      return number;
    },
    write: (value, into, offset, length) => writeLatin1(String(value).padStart(length, '0'), into, offset),
    digits: '30-39',
  },
  bcd: {
    bytes: bcdBytes,
    read: (bytes, offset, length) => {
      let number = 0;
      for (let at = offset; at < offset + length; at++) {
        const byte = bytes[at]!;
        if (byte > 0x99 || (byte & 15) > 9) return -1;
        number = number * 100 + (byte >> 4) * 10 + (byte & 15);
      }
      return number;
    },
    write: (value, into, offset, length) => {
      writeNibbles(String(value).padStart(length * 2, '0'), into, offset, 'left', 'length');
    },
    digits: '00-99',
  },
  binary: {
    bytes: bcdBytes,
    read: (bytes, offset, length) => {
      let number = 0;
      for (let at = offset; at < offset + length; at++) number = number * 256 + bytes[at]!;
      return number;
    },
    write: (value, into, offset, length) => {
      for (let at = offset + length - 1, rest = value; at >= offset; at--, rest = Math.floor(rest / 256))
        into[at] = rest % 256;
    },
    digits: '00-FF',
  },
} as const satisfies Record<string, LengthEncoding>;

export type LengthName = keyof typeof LENGTHS;
