import { HEX, unhex } from '../bytes/hex.ts';
import { POOL } from '../bytes/text-pool.ts';
import { WireError } from '../errors.ts';
import { hide, hideKnown } from '../secrecy.ts';
import { type CardFinder, VALUES_AT } from './card.ts';
import { CARE } from './care.ts';
import { ENCODING } from './encodings.ts';
import { writeObjects } from './icc.ts';
import { hideNumbers, maskNumbers } from './numbers.ts';
import { findNonDigit, isPacked, readBeyondAscii, writeText } from './read-text.ts';
import type { Field, Spec } from './spec.ts';
import type { Layout, Place } from './walk.ts';

const { codes, placeAt, writeStars } = POOL;
const { unread, hidden, tlv, searched } = CARE;
const { ascii } = ENCODING;

/** Data objects stand as they are or, where a field is of characters, mostly as hex. @returns where their text ends */
function writeTlvField(
  at: number,
  bytes: Uint8Array,
  field: Field,
  place: Place,
  layout: Layout,
  finder: CardFinder,
): number {
  const { path, kind } = field;
  const { value: start, end, units } = place;
  const isRaw = kind === 'b' && end - start === units;
  const packed = isRaw ? undefined : unhex(bytes, start, end);
  if (!packed) {
    const error = writeObjects(at, bytes, start, end, path, finder);
    if (error) layout.note(error);
    return at + 2 * (end - start);
  }
  const error = writeObjects(at, packed, 0, packed.length, path, finder);
  if (error) {
    const offset = start + 2 * (error.detail.offset ?? 0);
    layout.note(new WireError(error.code, { ...error.detail, offset }));
  }
  return at + 2 * packed.length;
}

/** Notes what in a number is no decimal digit. */
function checkDigits(bytes: Uint8Array, field: Field, { value, units }: Place, layout: Layout): void {
  const { path, encoding } = field;
  const offset = findNonDigit(encoding, bytes, value, units);
  if (offset >= 0)
    layout.note(new WireError('iso.digits', { path, offset, needed: '0-9', found: HEX[bytes[offset]!]! }));
}

const SECURITY_CONTROL = 53;
const NUMBER = 2;

/** A UnionPay terminal says with the third digit of field 53 that the tracks are enciphered. */
function areTracksEnciphered(bytes: Uint8Array, spec: Spec, { places, count }: Layout): boolean {
  if (spec.family !== 'unionpay') return false;
  for (let index = count - 1; index >= 0; index--) {
    const { field, value } = places[index]!;
    if (field!.no !== SECURITY_CONTROL) continue;
    return field!.encoding === ascii ? bytes[value + 2] === 49 : bytes[value + 1]! >> 4 === 1;
  }
  return false;
}

/** Takes the card from a secret value that stands in the pool, and hides it. */
function hideField(
  start: number,
  end: number,
  bytes: Uint8Array,
  spec: Spec,
  layout: Layout,
  { no, path, row, card }: Field,
  finder: CardFinder,
): void {
  const isTold = card !== 0 && (no === NUMBER || !areTracksEnciphered(bytes, spec, layout));
  const isCard = isTold && finder.look(card, path, '', start, end);
  if (no === NUMBER && row.secret === 'number') hideKnown(codes, start, end, isCard);
  else if (row.secret === 'number') hide(codes, start, end, 'number');
  else writeStars(start, end - start);
}

/** The fields that are wanted: 1 at their number. */
export type FieldSet = Uint8Array;

/** Values that are no ASCII, as they may be shown. */
let others: { readonly no: number; readonly text: string }[] = [];

/**
 * Writes the values of a message into the pool as they may be shown; no secret becomes text.
 * @param only the fields that are wanted, if not all; the others are read only as far as the card is looked for
 * @returns where they end
 */
export function writeValues(
  bytes: Uint8Array,
  spec: Spec,
  layout: Layout,
  finder: CardFinder,
  only?: FieldSet,
): number {
  const { places, count } = layout;
  let at = VALUES_AT;
  if (others.length > 0) others = [];
  for (let index = 0; index < count; index++) {
    const place = places[index]!;
    const field = place.field!;
    const { no, care } = field;
    place.text = -1;
    const isWanted = only === undefined || only[no] === 1;
    if (!isWanted && !(care === hidden || (care === tlv && !finder.isDone))) continue;
    const { units, value } = place;
    const from = placeAt(at);
    const start = field.isRight ? from + (units & 1) : from;
    let end = start + units * field.width;
    if (care === unread) writeStars(start, end - start);
    else if (care === tlv) end = writeTlvField(from, bytes, field, place, layout, finder);
    else {
      const isPlain = writeText(from, field.encoding, bytes, value, place.end, units);
      if (!isPlain || field.isLoose) {
        if (field.isDecimal) checkDigits(bytes, field, place, layout);
        if (!isPlain && !isPacked(field.encoding) && care !== hidden) {
          others.push({ no, text: maskNumbers(readBeyondAscii(field.encoding, bytes, value, units)) });
          writeStars(start, end - start);
          continue;
        }
      }
      if (care === searched) hideNumbers(codes, start, end);
      else if (care === hidden) hideField(start, end, bytes, spec, layout, field, finder);
    }
    if (!isWanted) continue;
    place.text = start;
    place.textEnd = end;
    at = end;
  }
  return at;
}

/** By the greatest number of a message: an object with that field, and so with room for those before it. */
const rooms: { readonly [no: number]: string }[] = [];

/** A copy of an object has room from the start; growing one costs as much as all of its values. */
const roomTo = (no: number): { readonly [no: number]: string } => (rooms[no] ??= no === 0 ? {} : { [no]: '' });

/** The values that `writeValues` wrote, by field number. @param all the text of the pool */
export function textsOf(all: string, { places, count }: Layout): { [no: number]: string } {
  const texts: { [no: number]: string } = { ...roomTo(count === 0 ? 0 : places[count - 1]!.field!.no) };
  for (let index = 0; index < count; index++) {
    const { field, text, textEnd } = places[index]!;
    if (text >= 0) texts[field!.no] = all.substring(text, textEnd);
  }
  for (const { no, text } of others) texts[no] = text;
  return texts;
}
