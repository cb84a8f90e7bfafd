import type { Tokenize } from '@duka/model';
import { seeCard } from './card.ts';
import { wholeEntryMode } from './entry-mode.ts';
import type { CardSeen, HostFields, HostMessage, Place } from './host-message.ts';
import type { Zone } from './local-time.ts';
import { readLocalTime } from './local-time.ts';
import { splitField60 } from './private-field.ts';

/** Fields that nobody needs and nobody may keep: tracks, PIN, chip data, keys (PCI DSS v4.0.1, 3.3.1). */
const SECRET = new Set(['2', '14', '34', '35', '36', '45', '48', '52', '53', '55', '62', '64', '96', '128']);

/** Digits that a spreadsheet or a sloppy log has shortened. */
const WIDTHS: { readonly [number: string]: number } = { '3': 6, '11': 6, '12': 6, '13': 4, '60.2': 6 };

/**
 * Fields as a text log holds them, made one: numbers get their zeros back, field 60 is taken apart, what is secret leaves only what may
 * be kept of the card.
 */
export function readFields(
  written: { readonly [number: string]: string },
  tokenize: Tokenize,
): { readonly fields: HostFields; readonly card: CardSeen } {
  const fields: { [number: string]: string } = {};
  for (const [number, text] of Object.entries(written)) {
    const value = text.trim();
    if (value === '' || SECRET.has(number)) continue;
    if (number === '22') fields[number] = wholeEntryMode(value);
    else fields[number] = /^\d+$/.test(value) ? value.padStart(WIDTHS[number] ?? 0, '0') : value;
    if (number === '60' && /^\d{2,}$/.test(value)) Object.assign(fields, splitField60(value));
  }
  return { fields, card: seeCard(written['2'], written['35'], tokenize) };
}

/** The terminal's clock: fields 13 and 12, or 12 alone in the 1993 form (YYMMDDhhmmss), or field 7 (MMDDhhmmss, UTC by the standard). */
export function localTimeOf(fields: HostFields, reference: number | null, zone: Zone): number | null {
  const clock = fields['12'];
  if (clock?.length === 12) {
    const century = Date.UTC(
      2000 + Number(clock.slice(0, 2)),
      Number(clock.slice(2, 4)) - 1,
      Number(clock.slice(4, 6)) + 1,
    );
    return readLocalTime(clock.slice(2, 6), clock.slice(6), century, zone);
  }
  if (fields['13'] !== undefined && clock !== undefined) return readLocalTime(fields['13'], clock, reference, zone);
  const sent = fields['7'];
  return sent?.length === 10 ? readLocalTime(sent.slice(0, 4), sent.slice(4), reference, () => 0) : null;
}

/** How values of one import are read. `reference`: when the log was written, ms since 1970, for dates without a year. */
export type ReadingOptions = { readonly zone: Zone; readonly reference: number | null; readonly tokenize: Tokenize };

/** A message from its fields as a text log names them. `time`: when the log saw it, ms since 1970. */
export function fieldsMessage(
  mti: string,
  written: { readonly [number: string]: string },
  time: number | null,
  place: Place,
  { tokenize, reference, zone }: ReadingOptions,
): HostMessage {
  const { fields, card } = readFields(written, tokenize);
  return { place, mti, fields, card, time, localTime: localTimeOf(fields, reference, zone) };
}
