import { type Align, bcdBytes, readNibbles, writeNibbles } from '../bytes/bcd.ts';
import { toHex } from '../bytes/hex.ts';
import { readLatin1, writeLatin1 } from '../bytes/latin1.ts';
import { gbkBytes, readGbk, writeGbk } from './gbk.ts';

/**
 * How a value stands in bytes. A unit is what the format counts: a digit, a character, a byte of b. The text of a value
 * is its digits or characters, or hex in capitals for b.
 */
export type Encoding = {
  /** Bytes that so many units take. */
  readonly bytes: (units: number) => number;
  /** Units that so many bytes hold: how a length that counts bytes is understood. */
  readonly unitsIn: (bytes: number) => number;
  /** Units of a text. */
  readonly units: (text: string) => number;
  readonly read: (bytes: Uint8Array, offset: number, units: number) => string;
  /** Writes at `offset`, where there is room, a text that `canWrite` allows. */
  readonly write: (text: string, into: Uint8Array, offset: number) => void;
  readonly canWrite: (text: string) => boolean;
  /** The place of the first byte that holds something else than decimal digits, or -1. Only where it can hold them. */
  readonly notDigits?: (bytes: Uint8Array, offset: number, units: number) => number;
};

const same = (count: number): number => count;
const characters = (text: string): number => text.length;
const octets = (text: string): number => text.length / 2;
const isHex = (text: string): boolean => /^(?:[0-9A-F]{2})*$/i.test(text);
const isLatin1 = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0xff) return false;
  return true;
};

const packed = (align: Align): Encoding => ({
  bytes: bcdBytes,
  unitsIn: (bytes) => bytes * 2,
  units: characters,
  read: (bytes, offset, units) => readNibbles(bytes, offset, units, align),
  write: (text, into, offset) => void writeNibbles(text.replaceAll('=', 'D'), into, offset, align, ''),
  canWrite: (text) => /^[0-9A-F=]*$/i.test(text),
  notDigits: (bytes, offset, units) => {
    const end = offset + (units >> 1);
    // The nibble that an odd number leaves empty may hold anything.
    const first = units % 2 === 1 && align === 'right' ? 1 : 0;
    if (first === 1 && (bytes[offset]! & 15) > 9) return offset;
    for (let at = offset + first; at < end + first; at++) {
      if (bytes[at]! > 0x99 || (bytes[at]! & 15) > 9) return at;
    }
    return units % 2 === 1 && align === 'left' && bytes[end]! > 0x9f ? end : -1;
  },
});

export const ENCODINGS = {
  ascii: {
    bytes: same,
    unitsIn: same,
    units: characters,
    read: readLatin1,
    write: writeLatin1,
    canWrite: isLatin1,
    notDigits: (bytes, offset, units) => {
      for (let at = offset; at < offset + units; at++) {
        if (bytes[at]! < 48 || bytes[at]! > 57) return at;
      }
      return -1;
    },
  },
  gbk: { bytes: same, unitsIn: same, units: gbkBytes, read: readGbk, write: writeGbk, canWrite: () => true },
  'bcd-left': packed('left'),
  'bcd-right': packed('right'),
  /** x+n: the sign in a byte of its own, the digits packed after it. */
  'signed-bcd': {
    bytes: (units) => 1 + bcdBytes(units - 1),
    unitsIn: (bytes) => bytes * 2 - 1,
    units: characters,
    read: (bytes, offset, units) => readLatin1(bytes, offset, 1) + readNibbles(bytes, offset + 1, units - 1, 'right'),
    write: (text, into, offset) => {
      writeLatin1(text.slice(0, 1), into, offset);
      writeNibbles(text.slice(1), into, offset + 1, 'right', '');
    },
    canWrite: (text) => /^[CD][0-9]*$/.test(text),
  },
  raw: {
    bytes: same,
    unitsIn: same,
    units: octets,
    read: (bytes, offset, units) => toHex(bytes, offset, offset + units),
    write: (text, into, offset) => void writeNibbles(text, into, offset, 'left', ''),
    canWrite: isHex,
  },
  /** Two hex digits in ASCII for each byte. */
  hex: {
    bytes: (units) => units * 2,
    unitsIn: (bytes) => bytes >> 1,
    units: octets,
    read: (bytes, offset, units) => readLatin1(bytes, offset, units * 2),
    write: writeLatin1,
    canWrite: isHex,
  },
} as const satisfies Record<string, Encoding>;
