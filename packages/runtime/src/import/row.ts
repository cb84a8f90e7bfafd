import type { Complaint } from '@duka/model';
import { complain, currencyDigits, quote } from '@duka/model';
import type { AmountUnit } from './amounts.ts';
import { readAmount, readCurrency } from './amounts.ts';
import { isApproved } from './attempt-of.ts';
import type { Target } from './columns.ts';
import { targetOf, usualTarget } from './columns.ts';
import { readEntryMode } from './entry-mode.ts';
import type { ReadingOptions } from './host-fields.ts';
import { localTimeOf, readFields } from './host-fields.ts';
import type { HostMessage, Place } from './host-message.ts';
import type { Mapping } from './mapping.ts';
import { readWrittenTime, USUAL_FORMS } from './time-forms.ts';
import { readResponseCode, readStatus, readType } from './words.ts';

type Column = {
  readonly at: number;
  readonly target: Exclude<Target, { kind: 'part'; part: 'ignore' }>;
  readonly values: ReadonlyMap<string, string>;
  readonly unit: AmountUnit;
};

/** A header, understood: which columns are read, and which are not. */
export type Layout = {
  readonly columns: readonly Column[];
  readonly unused: readonly string[];
  readonly lacks: readonly Lack[];
};

/** Without these, no row of an export can become an attempt. */
const NEEDED = {
  terminal: ['f41', 'terminal_id'],
  time: ['time', 'date', 'f13', 'f12', 'f7'],
  entry_mode: ['f22', 'interface'],
  ending: ['f39', 'outcome', 'status'],
} as const;
type Lack = keyof typeof NEEDED;

const nameOf = (target: Target): string =>
  target.kind === 'field' ? `f${target.number}` : target.kind === 'own' ? target.field : target.part;

const NO_VALUES: ReadonlyMap<string, string> = new Map();

/** What each column of a header holds: by the mapping, else by its name. */
export function layoutOf(header: readonly string[], mapping: Mapping): Layout {
  const columns: Column[] = [];
  const unused: string[] = [];
  const taken = new Set(Object.keys(mapping.constants));
  header.forEach((name, at) => {
    const mapped = mapping.columns.get(name.normalize('NFKC').trim().toLowerCase());
    const target = mapped?.target ?? usualTarget(name);
    if (target === null || (mapped === undefined && taken.has(nameOf(target)))) {
      if (name.trim() !== '') unused.push(name);
    } else if (nameOf(target) !== 'ignore') {
      taken.add(nameOf(target));
      columns.push({
        at,
        target: target as Column['target'],
        values: mapped?.values ?? NO_VALUES,
        unit: unitOf(name, target, mapping),
      });
    }
  });
  const lacks = (Object.keys(NEEDED) as Lack[]).filter((need) => !NEEDED[need].some((name) => taken.has(name)));
  return { columns, unused, lacks };
}

/** Field 4 is in 分 by the standard; a column in words is in 元 unless it says 分. */
function unitOf(header: string, target: Target, { amount }: Mapping): AmountUnit {
  if (amount !== null) return amount;
  if (/[(（/]分/.test(header)) return 'minor';
  const isNumbered = targetOf(header) !== null;
  return isNumbered && !(target.kind === 'own' && /元/.test(header)) ? 'minor' : 'major';
}

/** What spreadsheets put around a value to keep it text: ="0012", '0012, a tab. */
const bare = (cell: string): string =>
  cell
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^['`]/, '')
    .trim();

type Read = { fields: Record<string, string>; own: Record<string, unknown>; parts: Record<string, string> };

/** One row → one message, which may hold the request and its reply in one. */
export function readRow(
  cells: readonly string[],
  { columns }: Layout,
  mapping: Mapping,
  options: ReadingOptions,
  place: Place,
): HostMessage | Complaint {
  const { fields: written, own, parts } = readCells(cells, columns, mapping);
  const type = readType(parts.type);
  if (type.network !== undefined) written['60.3'] ??= type.network;
  if (type.type !== undefined) written['60.1'] ??= type.type;
  const { fields, card } = readFields(written, options.tokenize);
  const { date, clock = fields['12'] } = parts;
  const text = own.time === undefined ? '' : String(own.time);
  const whole = date === undefined ? text : joined(date, CLOCK.test(text) ? text : clock, text);
  const time =
    whole === '' ? null : readWrittenTime(whole, [...mapping.times, ...USUAL_FORMS], options.zone, options.reference);
  if (time === null && whole !== '') return complain('attempt.time', { found: quote(whole) });
  delete own.time;
  const status = readStatus(parts.status);
  const code = fields['39'];
  const statusCounts = code === undefined || (isApproved(code) && status?.outcome !== 'ok');
  if (status !== undefined && own.outcome === undefined && statusCounts) Object.assign(own, status);
  return {
    place,
    mti: (parts.mti ?? type.mti).padStart(4, '0'),
    fields,
    card,
    time: time?.ms ?? null,
    localTime: localTimeOf(fields, options.reference, options.zone),
    own,
  };
}

/** A time of day without its date: 9:00, 090000, 90000. */
const CLOCK = /^(?:\d{1,2}:\d\d(?::\d\d)?|\d{5,6})$/;

/** A date in a column of its own, with the time of day from another. */
function joined(date: string, clock: string | undefined, whole: string): string {
  if (clock === undefined) return whole === '' ? date : whole;
  return `${date} ${/^\d+$/.test(clock) ? clock.padStart(6, '0') : clock}`;
}

function readCells(cells: readonly string[], columns: readonly Column[], mapping: Mapping): Read {
  const read: Read = { fields: {}, own: { ...mapping.constants }, parts: {} };
  const amounts: { readonly target: Target; readonly value: string; readonly unit: AmountUnit }[] = [];
  for (const column of columns) {
    const cell = bare(cells[column.at] ?? '');
    const meant = column.values.get(cell);
    const value = meant ?? cell;
    if (value === '' || NULLS.has(value)) continue;
    const { target, unit } = column;
    if (isAmount(target)) amounts.push({ target, value, unit });
    else if (target.kind === 'part') read.parts[target.part] = value;
    else if (target.kind === 'field') readField(read.fields, target.number, value);
    else readOwn(read.own, target.field, value, meant !== undefined);
  }
  const digits = currencyDigits(readCurrency(read.fields['49'] ?? String(read.own.currency ?? '')));
  for (const { target, value, unit } of amounts) {
    const amount = readAmount(value, unit, digits ?? undefined);
    if (target.kind === 'own') read.own.amount_minor = amount;
    else if (amount !== undefined) read.fields['4'] = String(amount);
  }
  return read;
}

const isAmount = (target: Target): boolean => ['f4', 'amount_minor'].includes(nameOf(target));

/** How exports write "nothing". */
const NULLS = new Set(['NULL', 'null', '\\N', '-', '--', '/', '无', 'N/A']);

function readField(fields: Read['fields'], number: string, value: string): void {
  if (number === '39') {
    const code = readResponseCode(value);
    if (code !== undefined) fields['39'] = code;
  } else fields[number] = value;
}

/** Words of an attempt's own field, where the mapping does not say what they mean. */
function readOwn(own: Read['own'], field: string, value: string, isMeant: boolean): void {
  if (field === 'interface' && !isMeant) own[field] = readEntryMode(value)?.interface ?? value;
  else if (field === 'outcome' && !isMeant) own[field] = readStatus(value)?.outcome ?? value;
  else own[field] = value;
}
