import { SHORTEST_NUMBER } from '../secrecy.ts';
import { CARD_FORM, type CardForm } from './card.ts';
import type { Format } from './format.ts';
import type { FieldRow } from './rows.ts';

/** What the secrecy of a field asks of whoever reads it. */
export const CARE = {
  none: 0,
  /** Its value is not even read: as many `*` stand for it. */
  unread: 1,
  /** It is looked at for the card, then hidden. */
  hidden: 2,
  /** Data objects, some of which are secret. */
  tlv: 3,
  /** It may hold anything: is searched for card numbers. */
  searched: 4,
} as const;

export type Care = (typeof CARE)[keyof typeof CARE];

/** The fields that a card number can be taken from. */
export const CARD_IN: { readonly [no: number]: CardForm } = {
  2: CARD_FORM.number,
  35: CARD_FORM.track2,
  45: CARD_FORM.track1,
};

function couldHoldNumber({ parts = [] }: FieldRow, { kind, size }: Format): boolean {
  const longest = parts.length > 0 ? Math.max(...parts.map(({ length }) => length)) : size;
  return (kind === 'b' ? longest * 2 : longest) >= SHORTEST_NUMBER;
}

export function careOf(no: number, row: FieldRow, format: Format): Care {
  if (row.secret) return row.secret === 'all' && !CARD_IN[no] ? CARE.unread : CARE.hidden;
  if (row.tlv) return CARE.tlv;
  return !row.plain && couldHoldNumber(row, format) ? CARE.searched : CARE.none;
}
