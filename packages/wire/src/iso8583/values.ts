import { HEX, unhex } from '../bytes/hex.ts';
import { codes, placeAt, writeStars } from '../bytes/text-pool.ts';
import { WireError } from '../errors.ts';
import { hide, hideKnown } from '../secrecy.ts';
import { type CardFinder, VALUES_AT } from './card.ts';
import { CARD_IN, CARE } from './care.ts';
import { LAST_FIELD } from './columns.ts';
import { ENCODING } from './encodings.ts';
import { writeObjects } from './icc.ts';
import { hideNumbers, maskNumbers } from './numbers.ts';
import { findNonDigit, isPacked, readBeyondAscii, skipOf, writeText } from './read-text.ts';
import type { Spec } from './spec.ts';
import type { Layout } from './walk.ts';

/** Data objects stand as they are or, where a field is of characters, mostly as hex. @returns where their text ends */
function writeTlvField(
  at: number,
  bytes: Uint8Array,
  spec: Spec,
  layout: Layout,
  index: number,
  finder: CardFinder,
): number {
  const { path, kind } = spec.ready[layout.no[index]!]!;
  const start = layout.value[index]!;
  const end = layout.end[index]!;
  const isRaw = kind === 'b' && end - start === layout.units[index]!;
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
function checkDigits(bytes: Uint8Array, spec: Spec, layout: Layout, index: number): void {
  const { path, encoding } = spec.ready[layout.no[index]!]!;
  const offset = findNonDigit(encoding, bytes, layout.value[index]!, layout.units[index]!);
  if (offset >= 0)
    layout.note(new WireError('iso.digits', { path, offset, needed: '0-9', found: HEX[bytes[offset]!]! }));
}

const SECURITY_CONTROL = 53;
const NUMBER = 2;

/** A UnionPay terminal says with the third digit of field 53 that the tracks are enciphered. */
function areTracksEnciphered(bytes: Uint8Array, spec: Spec, { no, value, count }: Layout): boolean {
  if (spec.family !== 'unionpay') return false;
  let index = count - 1;
  while (index >= 0 && no[index]! > SECURITY_CONTROL) index--;
  if (index < 0 || no[index] !== SECURITY_CONTROL) return false;
  const at = value[index]!;
  return spec.columns.encoding[SECURITY_CONTROL] === ENCODING.ascii ? bytes[at + 2] === 49 : bytes[at + 1]! >> 4 === 1;
}

/** Takes the card from a secret value that stands in the pool, and hides it. */
function hideField(
  start: number,
  end: number,
  bytes: Uint8Array,
  spec: Spec,
  layout: Layout,
  no: number,
  finder: CardFinder,
): void {
  const { path, row } = spec.ready[no]!;
  const card = CARD_IN[no];
  const isTold = card !== undefined && (no === NUMBER || !areTracksEnciphered(bytes, spec, layout));
  const isCard = isTold && finder.look(card, path, '', start, end);
  if (no === NUMBER && row.secret === 'number') hideKnown(codes, start, end, isCard);
  else if (row.secret === 'number') hide(codes, start, end, 'number');
  else writeStars(start, end - start);
}

/** The fields that are wanted: 1 at their number. */
export type FieldSet = Uint8Array;

/** The values of a message as they may be shown: where each stands in the pool, or what it is if it is no ASCII. */
class Shown {
  count = 0;
  readonly no = new Uint8Array(LAST_FIELD);
  readonly starts = new Int32Array(LAST_FIELD);
  readonly ends = new Int32Array(LAST_FIELD);
  others: { readonly no: number; readonly text: string }[] = [];
}

const shown = new Shown();

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
  const { encoding, care, width, digits } = spec.columns;
  const { no: numbers, value: values, units: lengths } = layout;
  const { no: shownNumbers, starts, ends } = shown;
  let count = 0;
  let at = VALUES_AT;
  if (shown.others.length > 0) shown.others = [];
  for (let index = 0; index < layout.count; index++) {
    const no = numbers[index]!;
    const asks = care[no]!;
    const isWanted = only === undefined || only[no] === 1;
    if (!isWanted && !(asks === CARE.hidden || (asks === CARE.tlv && !finder.isDone))) continue;
    const way = encoding[no]!;
    const units = lengths[index]!;
    const from = placeAt(at);
    const start = from + skipOf(way, units);
    let end: number;
    if (asks === CARE.unread) end = writeStars(start, units * width[no]!);
    else if (asks === CARE.tlv) end = writeTlvField(from, bytes, spec, layout, index, finder);
    else {
      end = writeText(from, way, bytes, values[index]!, units);
      const isPlain = end >= 0;
      if (!isPlain) end = ~end;
      if (digits[no] === 1 && (!isPlain || way === ENCODING.ascii)) checkDigits(bytes, spec, layout, index);
      if (!isPlain && !isPacked(way) && asks !== CARE.hidden) {
        shown.others.push({ no, text: maskNumbers(readBeyondAscii(way, bytes, values[index]!, units)) });
        writeStars(start, end - start);
        continue;
      }
      if (asks === CARE.searched) hideNumbers(codes, start, end);
      else if (asks === CARE.hidden) hideField(start, end, bytes, spec, layout, no, finder);
    }
    if (!isWanted) continue;
    at = end;
    shownNumbers[count] = no;
    starts[count] = start;
    ends[count++] = end;
  }
  shown.count = count;
  return at;
}

/** By the greatest number of a message: an object with that field, and so with room for those before it. */
const rooms: { readonly [no: number]: string }[] = [];

/** A copy of an object has room from the start; growing one costs as much as all of its values. */
const roomTo = (no: number): { readonly [no: number]: string } => (rooms[no] ??= no === 0 ? {} : { [no]: '' });

/** The values that `writeValues` wrote, by field number. @param all the text of the pool */
export function textsOf(all: string): { [no: number]: string } {
  const { count, no, starts, ends, others } = shown;
  const texts: { [no: number]: string } = { ...roomTo(count === 0 ? 0 : no[count - 1]!) };
  for (let index = 0; index < count; index++) texts[no[index]!] = all.substring(starts[index]!, ends[index]!);
  for (const { no: other, text } of others) texts[other] = text;
  return texts;
}
