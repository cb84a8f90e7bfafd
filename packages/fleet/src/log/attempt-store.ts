import type { Attempt, AttemptField } from '@duka/model';
import { ATTEMPT_FIELD_NAMES } from '@duka/model';
import { Dictionary, UNKNOWN } from './dictionary.ts';
import { grown } from './grown.ts';
import type { TextHash } from './hash.ts';
import { hashNumber, hashText, mixed } from './hash.ts';
import type { StateArray, StateSink, StateSource } from './state.ts';
import { partsSource, StateParts, StateReader, StateWriter } from './state.ts';
import { Tuples } from './tuples.ts';
import { writeUtf8 } from './utf8.ts';

/** What a terminal is and where it stands. Few combinations of these occur: each is kept once, and its code a row. */
export const SITE_COLUMNS = [
  'merchant_id',
  'store_id',
  'region',
  'acquirer',
  'model',
  'app_version',
  'firmware_version',
  'param_version',
  'link',
  'carrier',
  'currency',
] as const;
export type SiteColumn = (typeof SITE_COLUMNS)[number];

/** What was tried with which kind of card, and how it ended: few combinations too. `fallback` is `true` or `false`. */
export const EVENT_COLUMNS = [
  'interface',
  'outcome',
  'stage',
  'reason',
  'code',
  'fallback',
  'service_code',
  'indicator',
] as const;
export type EventColumn = (typeof EVENT_COLUMNS)[number];

/** Columns of their own: each a dictionary of its values and a code a row. */
export const TEXT_COLUMNS = ['terminal_id', 'operator_id', 'card_ref', 'bin'] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

export type DictionaryColumn = SiteColumn | EventColumn | TextColumn;

/** One attempt as numbers. Codes are those of the store's dictionaries, UNKNOWN where a value is not known. */
export type Row = {
  /** Ms since 1970. */
  time: number;
  /** Hash of attempt_id, 0 where there is none. */
  id: number;
  /** Hash of sale_id, 0 where there is none. */
  sale: number;
  /** Hash of the whole record: tells a repeated delivery from a conflict, and orders equal times. */
  content: number;
  site: number;
  event: number;
  terminal_id: number;
  operator_id: number;
  card_ref: number;
  bin: number;
  /** NaN where not known. */
  amount_minor: number;
  signal_dbm: number;
  rtt_ms: number;
  duration_ms: number;
};

/** Columns of a store or frame, a value a row. */
export type Columns = {
  time: Float64Array;
  id: Float64Array;
  sale: Float64Array;
  content: Uint32Array;
  site: Int32Array;
  event: Int32Array;
  terminal_id: Int32Array;
  operator_id: Int32Array;
  card_ref: Int32Array;
  bin: Int32Array;
  amount_minor: Float64Array;
  signal_dbm: Float32Array;
  rtt_ms: Float32Array;
  duration_ms: Float32Array;
};

const makeColumns = (size: number): Columns => ({
  time: new Float64Array(size),
  id: new Float64Array(size),
  sale: new Float64Array(size),
  content: new Uint32Array(size),
  site: new Int32Array(size),
  event: new Int32Array(size),
  terminal_id: new Int32Array(size),
  operator_id: new Int32Array(size),
  card_ref: new Int32Array(size),
  bin: new Int32Array(size),
  amount_minor: new Float64Array(size),
  signal_dbm: new Float32Array(size),
  rtt_ms: new Float32Array(size),
  duration_ms: new Float32Array(size),
});

const COLUMN_NAMES = Object.keys(makeColumns(0)) as readonly (keyof Columns)[];

/**
 * All that has come in, column by column, in the order of arrival. The first of the three verbs,
 * `update`, appends; `merge` joins two stores; what is read from them (frame.ts) does not depend on the order.
 */
export class AttemptStore {
  length = 0;
  columns = makeColumns(1024);
  readonly dictionaries: { readonly [C in DictionaryColumn]: Dictionary };
  readonly sites = new Tuples(SITE_COLUMNS.length);
  readonly events = new Tuples(EVENT_COLUMNS.length);
  readonly #site = new Int32Array(SITE_COLUMNS.length);
  readonly #event = new Int32Array(EVENT_COLUMNS.length);

  constructor() {
    const names: readonly DictionaryColumn[] = [...SITE_COLUMNS, ...EVENT_COLUMNS, ...TEXT_COLUMNS];
    this.dictionaries = Object.fromEntries(names.map((name) => [name, new Dictionary()])) as typeof this.dictionaries;
  }

  update(attempts: Iterable<Attempt>): void {
    for (const attempt of attempts) this.append(attempt);
  }

  append(attempt: Attempt): void {
    const code = (name: DictionaryColumn): number => {
      const value = attempt[name];
      return value === undefined ? UNKNOWN : this.dictionaries[name].codeOf(String(value));
    };
    SITE_COLUMNS.forEach((name, i) => {
      this.#site[i] = code(name);
    });
    EVENT_COLUMNS.forEach((name, i) => {
      this.#event[i] = code(name);
    });
    this.appendRow({
      time: attempt.time,
      id: idHash(attempt.attempt_id),
      sale: idHash(attempt.sale_id),
      content: contentHash(attempt),
      site: this.sites.codeOf(this.#site),
      event: this.events.codeOf(this.#event),
      terminal_id: code('terminal_id'),
      operator_id: code('operator_id'),
      card_ref: code('card_ref'),
      bin: code('bin'),
      amount_minor: attempt.amount_minor ?? Number.NaN,
      signal_dbm: attempt.signal_dbm ?? Number.NaN,
      rtt_ms: attempt.rtt_ms ?? Number.NaN,
      duration_ms: attempt.duration_ms ?? Number.NaN,
    });
  }

  appendRow(row: Row): void {
    const at = this.length;
    if (at === this.columns.time.length) this.reserve(at + 1);
    const columns = this.columns;
    columns.time[at] = row.time;
    columns.id[at] = row.id;
    columns.sale[at] = row.sale;
    columns.content[at] = row.content;
    columns.site[at] = row.site;
    columns.event[at] = row.event;
    columns.terminal_id[at] = row.terminal_id;
    columns.operator_id[at] = row.operator_id;
    columns.card_ref[at] = row.card_ref;
    columns.bin[at] = row.bin;
    columns.amount_minor[at] = row.amount_minor;
    columns.signal_dbm[at] = row.signal_dbm;
    columns.rtt_ms[at] = row.rtt_ms;
    columns.duration_ms[at] = row.duration_ms;
    this.length = at + 1;
  }

  merge(other: AttemptStore): void {
    const start = this.length;
    const rows = other.length;
    this.reserve(start + rows);
    const codes = (name: DictionaryColumn) => this.dictionaries[name].translate(other.dictionaries[name]);
    for (const name of COLUMN_NAMES) this.columns[name].set(other.columns[name].subarray(0, rows), start);
    for (const name of TEXT_COLUMNS) recode(this.columns[name], codes(name), start, rows);
    recode(this.columns.site, merged(this.sites, other.sites, SITE_COLUMNS.map(codes)), start, rows);
    recode(this.columns.event, merged(this.events, other.events, EVENT_COLUMNS.map(codes)), start, rows);
    this.length = start + rows;
  }

  /** The whole state. Restoring it and saving again gives the same bytes; reading from it, the same result. */
  save(): Uint8Array {
    const state = new StateWriter();
    this.#write(state);
    return state.bytes();
  }

  /** @throws DukaError state.damaged where these are not the bytes of a state */
  static restore(bytes: Uint8Array): AttemptStore {
    return AttemptStore.#read(new StateReader(bytes));
  }

  /** The state as arrays that can be handed to another thread; they are this store's own, which is not used any more. */
  parts(): readonly StateArray[] {
    const state = new StateParts();
    this.#write(state);
    return state.parts;
  }

  /** @param parts of a store; they are the new one's from then on */
  static of(parts: readonly StateArray[]): AttemptStore {
    return AttemptStore.#read(partsSource(parts));
  }

  /** Hands a column over: the store is not used any more. */
  release<C extends keyof Columns>(name: C): Columns[C] {
    const column = this.columns[name];
    this.columns = { ...this.columns, [name]: column.subarray(0, 0) };
    return column;
  }

  #write(state: StateSink): void {
    for (const dictionary of Object.values(this.dictionaries)) dictionary.save(state);
    this.sites.save(state);
    this.events.save(state);
    for (const name of COLUMN_NAMES) state.write(this.columns[name].subarray(0, this.length));
  }

  static #read(state: StateSource): AttemptStore {
    const store = new AttemptStore();
    for (const dictionary of Object.values(store.dictionaries)) dictionary.restore(state);
    store.sites.restore(state);
    store.events.restore(state);
    const empty = store.columns;
    store.columns = Object.fromEntries(
      COLUMN_NAMES.map((name) => [name, state.read(empty[name].constructor as never)]),
    ) as unknown as Columns;
    store.length = store.columns.time.length;
    return store;
  }

  /** Makes room for so many rows in all. */
  reserve(rows: number): void {
    if (rows <= this.columns.time.length) return;
    // One by one, so that the old and the new ones never lie beside each other in full.
    const columns: Record<keyof Columns, Columns[keyof Columns]> = this.columns;
    for (const name of COLUMN_NAMES) columns[name] = grown(columns[name], rows);
  }
}

/** Rewrites codes of another store's dictionary into this one's. */
function recode(column: Int32Array, translated: Int32Array, start: number, rows: number): void {
  for (let row = start; row < start + rows; row++) {
    const code = column[row]!;
    if (code !== UNKNOWN) column[row] = translated[code]!;
  }
}

function merged(own: Tuples, other: Tuples, translated: readonly Int32Array[]): Int32Array {
  const tuple = new Int32Array(own.width);
  return Int32Array.from({ length: other.count }, (_, code) => {
    translated.forEach((codes, i) => {
      const value = other.at(code, i);
      tuple[i] = value === UNKNOWN ? UNKNOWN : codes[value]!;
    });
    return own.codeOf(tuple);
  });
}

const FIELD_INDEX = new Map<string, number>([...ATTEMPT_FIELD_NAMES, 'extra'].map((name, i) => [name, i]));

/** A field's part in the hash of a record. The sum of all parts is the hash, whatever their order. */
export const contentPart = (field: number, valueHash: number): number =>
  mixed(Math.imul(field + 1, 0x9e3779b1) ^ valueHash);

export const fieldIndex = (field: AttemptField | 'extra'): number => FIELD_INDEX.get(field)!;

/** An id as a number that a double holds, never 0: 53 bits of its hash. Two of a million ids are alike with a chance of 1 in 18,000. */
export const idOf = (low: number, high: number): number => 4294967296 * (high & 0x1fffff) + (low >>> 0) + 1;

/** The hash of a record: the sum of the parts of its fields, whatever their order; each unknown field counts as one. */
export function contentHash(attempt: Partial<Attempt>): number {
  let sum = 0;
  ATTEMPT_FIELD_NAMES.forEach((name, field) => {
    const value = attempt[name];
    if (value === undefined) return;
    sum += contentPart(field, typeof value === 'number' ? hashNumber(value) : textHash(String(value)));
  });
  for (const [name, value] of Object.entries(attempt.extra ?? {})) {
    sum += contentPart(fieldIndex('extra'), textHash(`${JSON.stringify(name)}:${canonicalJson(value)}`));
  }
  return sum >>> 0;
}

let scratch = new Uint8Array(256);
const hash: TextHash = { low: 0, high: 0 };

function bytesOf(text: string): number {
  if (scratch.length < text.length * 3) scratch = new Uint8Array(text.length * 6);
  return writeUtf8(text, scratch, 0);
}

function hashed(text: string): TextHash {
  const length = bytesOf(text);
  hashText(scratch, 0, length, hash);
  return hash;
}

const textHash = (text: string): number => hashed(text).low;

function idHash(id: string | undefined): number {
  if (id === undefined) return 0;
  const { low, high } = hashed(id);
  return idOf(low, high);
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join()}}`;
}
