import { HEX, unhex } from '../bytes/hex.ts';
import {
  addStars,
  beginText,
  clearPool,
  codes,
  dropText,
  endText,
  partOf,
  poolText,
  textEnd,
  textStart,
} from '../bytes/text-pool.ts';
import { WireError } from '../errors.ts';
import { hide } from '../secrecy.ts';
import type { CardFinder } from './card.ts';
import { CARD_IN, CARE } from './care.ts';
import { LAST_FIELD } from './columns.ts';
import { readObjects } from './icc.ts';
import { hideNumbers } from './numbers.ts';
import { findNonDigit, readText } from './read-text.ts';
import type { Field, Spec } from './spec.ts';
import type { Layout } from './walk.ts';

/** What comes to light while values are read. */
export type Found = { readonly finder: CardFinder; readonly troubles: WireError[] };

/** Data objects stand as they are or, where a field is of characters, mostly as hex. */
function readTlvField(bytes: Uint8Array, path: string, isRaw: boolean, start: number, end: number, found: Found): void {
  const packed = isRaw ? undefined : unhex(bytes, start, end);
  try {
    if (packed) readObjects(packed, 0, packed.length, path, found.finder);
    else readObjects(bytes, start, end, path, found.finder);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    const offset = packed ? start + 2 * (error.detail.offset ?? 0) : error.detail.offset;
    found.troubles.push(new WireError(error.code, { ...error.detail, offset }));
  }
}

function notDigits(bytes: Uint8Array, no: number, at: number): WireError {
  return new WireError('iso.digits', { path: `f${no}`, offset: at, needed: '0-9', found: HEX[bytes[at]!]! });
}

/** Reads a value that asks for care; no secret of it stays in the pool. */
function readWithCare(bytes: Uint8Array, field: Field, value: number, end: number, units: number, found: Found): void {
  const { path, row, encoding, kind, care } = field;
  if (care === CARE.tlv) {
    readTlvField(bytes, path, kind === 'b' && end - value === units, value, end, found);
    return;
  }
  readText(encoding, bytes, value, units);
  if (care === CARE.searched) {
    hideNumbers(codes, textStart(), textEnd());
    return;
  }
  const card = CARD_IN[field.no];
  if (card) found.finder.look(card, path, textStart(), textEnd());
  hide(codes, textStart(), textEnd(), row.secret ?? 'all');
}

/** The fields that are wanted: 1 at their number. */
export type FieldSet = Uint8Array;

/** The numbers of the texts in the pool. */
const shown = new Uint8Array(LAST_FIELD);

/**
 * Reads the values of a message as they may be shown, by field number; no secret becomes text.
 * @param only the fields that are wanted, if not all; the others are read only as far as the card is looked for
 */
export function readValues(
  bytes: Uint8Array,
  spec: Spec,
  layout: Layout,
  found: Found,
  only?: FieldSet,
): { [no: number]: string } {
  const { encoding, care, digits, width } = spec.columns;
  const { no: numbers, value: values, units: lengths } = layout;
  let count = 0;
  clearPool();
  for (let index = 0; index < layout.count; index++) {
    const no = numbers[index]!;
    const value = values[index]!;
    const units = lengths[index]!;
    const isWanted = only === undefined || only[no] === 1;
    if (!isWanted && !(care[no] === CARE.hidden || (care[no] === CARE.tlv && !found.finder.isDone))) continue;
    beginText();
    if (care[no] === CARE.none) readText(encoding[no]!, bytes, value, units);
    else if (care[no] === CARE.unread) addStars(units * width[no]!);
    else readWithCare(bytes, spec.ready[no]!, value, layout.end[index]!, units, found);
    if (!isWanted) {
      dropText();
      continue;
    }
    endText();
    shown[count++] = no;
    const wrong = digits[no] === 1 ? findNonDigit(encoding[no]!, bytes, value, units) : -1;
    if (wrong >= 0) found.troubles.push(notDigits(bytes, no, wrong));
  }
  const all = poolText();
  const texts: { [no: number]: string } = {};
  // The greatest first: the others then find their place made, where growing step by step would copy them over and over.
  while (--count >= 0) texts[shown[count]!] = partOf(all, count);
  return texts;
}
