import { WireError } from '../errors.ts';
import type { Cursor } from './cursor.ts';
import { HEX, toHex } from './hex.ts';

/** Longer tags do not occur in EMV (Book 3, Annex B1: two bytes) nor in the schemes' own data. */
const LONGEST_TAG = 4;
/** A template in a template in a template … is an attack on the stack. EMV needs three levels. */
const DEEPEST = 8;

/**
 * A BER tag in hex capitals (ISO/IEC 8825-1, 8.1.2; EMV Book 3, Annex B1).
 * @throws WireError `ber.tag`, or as `Cursor.need`
 */
export function readTag(cursor: Cursor): string {
  const start = cursor.offset;
  const first = cursor.byte();
  if ((first & 0x1f) !== 0x1f) return HEX[first]!;
  while (cursor.byte() & 0x80) {
    if (cursor.offset - start < LONGEST_TAG) continue;
    throw new WireError('ber.tag', { path: cursor.path, offset: start, needed: LONGEST_TAG, found: LONGEST_TAG + 1 });
  }
  return toHex(cursor.bytes, start, cursor.offset);
}

/**
 * A BER length in the definite form (ISO/IEC 8825-1, 8.1.3; EMV Book 3, Annex B2), in at most four bytes.
 * @throws WireError `ber.length`, or as `Cursor.need`
 */
export function readLength(cursor: Cursor, tag: string): number {
  const first = cursor.byte(tag);
  if (first < 0x80) return first;
  if (first >= 0x81 && first <= 0x84) return cursor.number(first & 0x7f, tag);
  throw new WireError('ber.length', {
    path: cursor.at(tag),
    offset: cursor.offset - 1,
    needed: '00-7F 81-84',
    found: HEX[first]!,
  });
}

/** One data object: `start` is where its tag begins, `value` a cursor over its value. */
export type Tlv = {
  readonly tag: string;
  readonly start: number;
  readonly value: Cursor;
  /** Of a constructed tag: the data objects within. */
  readonly children?: readonly Tlv[];
};

/**
 * All data objects up to the cursor's end, templates with what is in them. Filler bytes 00 between objects are stepped
 * over (EMV Book 3, Annex B1); FF is no filler, since tags of the contactless kernels begin with it.
 * @throws WireError `ber.depth` beyond eight levels, or as `readTag` and `readLength`
 */
export function readTlv(cursor: Cursor, depth = 1): Tlv[] {
  if (depth > DEEPEST) {
    throw new WireError('ber.depth', { path: cursor.path, offset: cursor.offset, needed: DEEPEST, found: depth });
  }
  const all: Tlv[] = [];
  while (cursor.left > 0) {
    const start = cursor.offset;
    if (cursor.bytes[start] === 0x00) {
      cursor.offset++;
      continue;
    }
    const tag = readTag(cursor);
    const value = cursor.part(readLength(cursor, tag), tag);
    const isConstructed = (cursor.bytes[start]! & 0x20) !== 0;
    if (!isConstructed) all.push({ tag, start, value });
    else all.push({ tag, start, value, children: readTlv(value.again(), depth + 1) });
  }
  return all;
}
