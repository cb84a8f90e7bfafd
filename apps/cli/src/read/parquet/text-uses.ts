import type { Dictionary, TextHash } from '@duka/fleet';
import { contentPart, fieldIndex, hashNumber, hashText, idOf, UNKNOWN } from '@duka/fleet';
import type { AttemptField } from '@duka/model';
import { ATTEMPT_FIELDS } from '@duka/model';
import type { OffsetMinutes } from '@duka/runtime';
import { isClean, isWellFormed, parseTime, readPlainNumber, readPlainTime, TOO_BIG, toNumber } from '@duka/runtime';
import type { CodeField, NumberField } from './fields.ts';
import { NUMBER_COLUMNS } from './fields.ts';
import { NO_OFFSET } from './lane.ts';
import type { TakeText } from './text-lane.ts';

const hash: TextHash = { low: 0, high: 0 };

/** An id, of which only the hash is kept. */
export function idUse(field: 'attempt_id' | 'sale_id'): TakeText {
  const index = fieldIndex(field);
  const into = field === 'attempt_id' ? 'id' : 'sale';
  const isOfField = checkOf(field);
  return (bytes, from, to, { columns, at }, row) => {
    if (!isOfField(bytes, from, to)) return false;
    hashText(bytes, from, to, hash);
    columns[into][at + row] = idOf(hash.low, hash.high);
    columns.content[at + row]! += contentPart(index, hash.low);
    return true;
  };
}

/** A text with a column of its own in the store. One that is in the dictionary was looked at before. */
export function codeUse(field: CodeField, dictionary: Dictionary): TakeText {
  const index = fieldIndex(field);
  const isOfField = checkOf(field);
  return (bytes, from, to, { columns, at }, row) => {
    hashText(bytes, from, to, hash);
    let code = dictionary.find(hash.low, hash.high);
    if (code === UNKNOWN) {
      if (!isOfField(bytes, from, to)) return false;
      code = dictionary.add(bytes, from, to, hash.low, hash.high);
    }
    columns[field][at + row] = code;
    columns.content[at + row]! += contentPart(index, hash.low);
    return true;
  };
}

/** A text of which nothing is kept but its part in the hash of the record. */
export function contentUse(field: AttemptField): TakeText {
  const index = fieldIndex(field);
  const isOfField = checkOf(field);
  return (bytes, from, to, { columns, at }, row) => {
    if (!isOfField(bytes, from, to)) return false;
    hashText(bytes, from, to, hash);
    columns.content[at + row]! += contentPart(index, hash.low);
    return true;
  };
}

/** A number that was written as text. What is none is not known. */
export function numberUse(field: NumberField): TakeText {
  const index = fieldIndex(field);
  const into = NUMBER_COLUMNS[field];
  const isWhole = ATTEMPT_FIELDS[field].kind === 'integer';
  return (bytes, from, to, { columns, at }, row) => {
    let value = readPlainNumber(bytes, from, to);
    if (!(Math.abs(value) < TOO_BIG)) {
      if (!isAscii(bytes, from, to)) return false;
      value = toNumber(asciiText(bytes, from, to)) ?? Number.NaN;
    }
    if (Number.isNaN(value) || (isWhole && !Number.isInteger(value))) return true;
    columns[into][at + row] = value;
    columns.content[at + row]! += contentPart(index, hashNumber(value));
    return true;
  };
}

/** A time that was written as text. */
export function timeUse(zone: ((localMs: number) => OffsetMinutes) | null): TakeText {
  const index = fieldIndex('time');
  return (bytes, from, to, { columns, at, offsets }, row) => {
    const time = readPlainTime(bytes, from, to) ?? parseTime(asciiText(bytes, from, to), zone);
    if (time === null || time === 'no_offset') return false;
    columns.time[at + row] = time.ms;
    offsets[row] = time.offset ?? NO_OFFSET;
    columns.content[at + row]! += contentPart(index, hashNumber(time.ms));
    return true;
  };
}

const asciiText = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * A field that the contract does not name: nothing of it is kept but its part in the hash of the record, for which it is written as
 * JSON. @param isNumber of JSON, and not a text
 */
export function extraUse(name: string, isNumber: boolean): TakeText {
  const index = fieldIndex('extra');
  const quote = isNumber ? '' : '"';
  const before = Buffer.from(`${JSON.stringify(name)}:${quote}`);
  const written = Buffer.alloc(before.length + LONGEST_EXTRA + 1);
  before.copy(written);
  return (bytes, from, to, { columns, at }, row) => {
    if (to - from > (isNumber ? EXACT_DIGITS : LONGEST_EXTRA) || !isClean(bytes, from, to)) return false;
    let end = before.length;
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!;
      if (byte === QUOTE || byte === BACKSLASH) return false;
      written[end++] = byte;
    }
    if (!isNumber) written[end++] = QUOTE;
    hashText(written, 0, end, hash);
    columns.content[at + row]! += contentPart(index, hash.low);
    return true;
  };
}

/** So many digits are exact in a double; of a number with more, JSON may have a text. */
const EXACT_DIGITS = 15;
const LONGEST_EXTRA = 256;

/** Whether a text is one that the field may have, and may be kept as it is. */
const checkOf = (field: AttemptField) => (bytes: Uint8Array, from: number, to: number) =>
  isClean(bytes, from, to) && isWellFormed(fieldIndex(field), bytes, from, to);

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! > 0x7e) return false;
  return true;
}
