import { Cursor } from '../bytes/cursor.ts';
import { HEX, hexDigit, toHex } from '../bytes/hex.ts';
import { readLatin1 } from '../bytes/latin1.ts';
import { WireError } from '../errors.ts';
import type { Field, Spec } from './spec.ts';

/** Where a field stands. */
export type Place = {
  readonly field: Field;
  /** Where its length begins, or the value where that is fixed. */
  readonly start: number;
  readonly value: number;
  readonly end: number;
  /** Digits, characters, or bytes of b. */
  readonly units: number;
};

/** Where everything of a message stands. */
export type Layout = {
  readonly start: number;
  readonly header: number;
  readonly mtiAt: number;
  readonly mti: string;
  readonly bitmap: number;
  readonly firstField: number;
  readonly places: readonly Place[];
  /** Lengths over what the specification allows. */
  readonly troubles: readonly WireError[];
};

const MTI = /^[0-29][1-8]\d[0-6]$/;
/** Version, class, function, origin (ISO 8583:1993, 4.1). */
const MTI_NEEDED = '[0-29][1-8][0-9][0-6]';

function readMti(cursor: Cursor, spec: Spec): string {
  const isPacked = spec.rules.digits === 'bcd';
  const at = cursor.skip(isPacked ? 2 : 4, 'mti');
  const mti = isPacked ? toHex(cursor.bytes, at, at + 2) : readLatin1(cursor.bytes, at, 4);
  if (MTI.test(mti)) return mti;
  const found = toHex(cursor.bytes, at, cursor.offset);
  throw new WireError('iso.mti', { path: 'mti', offset: at, needed: MTI_NEEDED, found });
}

/** The eight bytes of a bitmap, which may be written in hex. */
function readMap(cursor: Cursor, isHex: boolean): Uint8Array {
  const at = cursor.skip(isHex ? 16 : 8, 'bitmap');
  if (!isHex) return cursor.bytes.subarray(at, at + 8);
  const map = new Uint8Array(8);
  for (let i = 0; i < 16; i++) {
    const digit = hexDigit(cursor.bytes[at + i]!);
    if (digit < 0) {
      const found = HEX[cursor.bytes[at + i]!]!;
      throw new WireError('hex.digit', { path: 'bitmap', offset: at + i, needed: '0-9 A-F', found });
    }
    map[i >> 1]! |= i % 2 === 0 ? digit << 4 : digit;
  }
  return map;
}

/** Reads the length of a field and steps over both. */
function readPlace(cursor: Cursor, field: Field, troubles: WireError[]): Place {
  const { format, encoding, lengths, prefixBytes, path } = field;
  const start = cursor.offset;
  let units = format.size;
  if (prefixBytes > 0) {
    cursor.skip(prefixBytes, path);
    const length = lengths.read(cursor.bytes, start, prefixBytes);
    if (length < 0) {
      const found = toHex(cursor.bytes, start, cursor.offset);
      throw new WireError('iso.number', { path, offset: start, needed: lengths.digits, found });
    }
    units = field.row.counts === 'bytes' ? encoding.unitsIn(length) : length;
    if (units > format.size) {
      troubles.push(new WireError('iso.length', { path, offset: start, needed: format.size, found: units }));
    }
  }
  const value = cursor.skip(encoding.bytes(units), path);
  return { field, start, value, end: cursor.offset, units };
}

/** All fields that the bitmaps name, in order. Bit 1 says that a second bitmap follows. */
function readPlaces(cursor: Cursor, spec: Spec, maps: readonly Uint8Array[], troubles: WireError[]): Place[] {
  const places: Place[] = [];
  for (let no = 2; no <= maps.length * 64; no++) {
    if (((maps[(no - 1) >> 6]![((no - 1) >> 3) & 7]! << ((no - 1) & 7)) & 0x80) === 0) continue;
    const field = spec.ready[no];
    if (!field) {
      throw new WireError('iso.field', { path: `f${no}`, offset: cursor.offset, needed: spec.id, found: no });
    }
    places.push(readPlace(cursor, field, troubles));
  }
  return places;
}

/**
 * Finds everything of a message without reading any value.
 * @param start where the message begins, after the length of its frame
 * @throws WireError `bytes.more` (incomplete) where the input ends too soon, `bytes.left` where it goes on, `iso.mti`,
 * `hex.digit`, `iso.number`, `iso.field`; if a length was over the maximum before that, `iso.length`, for then that is why
 */
export function layOut(bytes: Uint8Array, spec: Spec, start = 0): Layout {
  const { rules } = spec;
  const cursor = new Cursor(bytes, '', start);
  const troubles: WireError[] = [];
  try {
    cursor.skip(rules.tpdu, 'tpdu');
    const header = cursor.skip(rules.header, 'header');
    const mtiAt = cursor.offset;
    const mti = readMti(cursor, spec);
    const bitmap = cursor.offset;
    const maps = [readMap(cursor, rules.bitmap === 'hex')];
    if (maps[0]![0]! & 0x80) maps.push(readMap(cursor, rules.bitmap === 'hex'));
    const firstField = cursor.offset;
    const places = readPlaces(cursor, spec, maps, troubles);
    cursor.done('end');
    return { start, header, mtiAt, mti, bitmap, firstField, places, troubles };
  } catch (error) {
    throw troubles[0] ?? error;
  }
}
