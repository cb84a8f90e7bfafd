import type { Attempt } from '@duka/model';
import { ATTEMPT_FIELD_NAMES } from '@duka/model';
import { hash53 } from './hash.ts';

/** Text columns that the engine reads; each is a dictionary of its values and a code a row. */
export const TEXT_COLUMNS = [
  'terminal_id',
  'interface',
  'outcome',
  'stage',
  'reason',
  'code',
  'sale_id',
  'merchant_id',
  'store_id',
  'region',
  'acquirer',
  'operator_id',
  'card_ref',
  'bin',
  'service_code',
  'model',
  'app_version',
  'firmware_version',
  'param_version',
  'link',
  'carrier',
  'currency',
] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

export const NUMBER_COLUMNS = ['signal_dbm', 'rtt_ms', 'amount_minor'] as const;
export type NumberColumn = (typeof NUMBER_COLUMNS)[number];

/** Code of a value that is not known. */
export const UNKNOWN = -1;

/**
 * All that has come in, column by column, in the order of arrival. The first of the three verbs,
 * `update`, appends; `merge` joins two stores; what is read from them (frame.ts) does not depend on the order.
 */
export class AttemptStore {
  length = 0;
  time = new Float64Array(1024);
  /** Hash of attempt_id, 0 where there is none. */
  idHash = new Float64Array(1024);
  /** Hash of the whole record: tells a repeated delivery from a conflict, and orders equal times. */
  contentHash = new Float64Array(1024);
  /** 1 true, 0 false, -1 not known. */
  fallback = new Int8Array(1024);
  readonly text: { readonly [C in TextColumn]: DictionaryColumn };
  readonly number: { readonly [C in NumberColumn]: { values: Float64Array } };

  constructor() {
    this.text = fromNames(TEXT_COLUMNS, () => new DictionaryColumn());
    this.number = fromNames(NUMBER_COLUMNS, () => ({ values: new Float64Array(1024) }));
  }

  update(attempts: Iterable<Attempt>): void {
    for (const attempt of attempts) this.append(attempt);
  }

  merge(other: AttemptStore): void {
    const start = this.length;
    this.#reserve(start + other.length);
    this.time.set(other.time.subarray(0, other.length), start);
    this.idHash.set(other.idHash.subarray(0, other.length), start);
    this.contentHash.set(other.contentHash.subarray(0, other.length), start);
    this.fallback.set(other.fallback.subarray(0, other.length), start);
    for (const name of TEXT_COLUMNS) this.text[name].append(start, other.text[name], other.length);
    for (const name of NUMBER_COLUMNS) {
      this.number[name].values.set(other.number[name].values.subarray(0, other.length), start);
    }
    this.length = start + other.length;
  }

  append(attempt: Attempt): void {
    const row = this.length;
    this.#reserve(row + 1);
    this.time[row] = attempt.time;
    this.idHash[row] = attempt.attempt_id === undefined ? 0 : hash53(attempt.attempt_id) + 1;
    this.contentHash[row] = hash53(canonicalText(attempt));
    this.fallback[row] = attempt.fallback === undefined ? -1 : attempt.fallback ? 1 : 0;
    for (const name of TEXT_COLUMNS) this.text[name].set(row, attempt[name]);
    for (const name of NUMBER_COLUMNS) this.number[name].values[row] = attempt[name] ?? Number.NaN;
    this.length = row + 1;
  }

  #reserve(rows: number): void {
    if (rows <= this.time.length) return;
    const size = Math.max(rows, this.time.length * 2);
    this.time = grown(this.time, new Float64Array(size));
    this.idHash = grown(this.idHash, new Float64Array(size));
    this.contentHash = grown(this.contentHash, new Float64Array(size));
    this.fallback = grown(this.fallback, new Int8Array(size));
    for (const name of TEXT_COLUMNS) this.text[name].reserve(size);
    for (const name of NUMBER_COLUMNS) {
      const column = this.number[name];
      column.values = grown(column.values, new Float64Array(size));
    }
  }
}

/** A column of strings: each distinct value once, and its code a row. */
export class DictionaryColumn {
  codes = new Int32Array(1024);
  readonly values: string[] = [];
  readonly #codeOf = new Map<string, number>();

  codeOf(value: string): number {
    const known = this.#codeOf.get(value);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.values.push(value);
    this.#codeOf.set(value, code);
    return code;
  }

  set(row: number, value: string | undefined): void {
    this.codes[row] = value === undefined ? UNKNOWN : this.codeOf(value);
  }

  append(start: number, other: DictionaryColumn, length: number): void {
    const translated = other.values.map((value) => this.codeOf(value));
    for (let i = 0; i < length; i++) {
      const code = other.codes[i]!;
      this.codes[start + i] = code === UNKNOWN ? UNKNOWN : translated[code]!;
    }
  }

  reserve(size: number): void {
    this.codes = grown(this.codes, new Int32Array(size));
  }
}

/** The same text for the same content, whatever the order of its keys. */
function canonicalText(attempt: Attempt): string {
  let text = '';
  for (const name of ATTEMPT_FIELD_NAMES) text += `${attempt[name] ?? ''}\u0001`;
  return attempt.extra === undefined ? text : text + canonicalJson(attempt.extra);
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join()}}`;
}

function grown<A extends Float64Array | Int32Array | Int8Array>(from: A, to: A): A {
  (to as Float64Array).set(from as Float64Array);
  return to;
}

function fromNames<N extends string, V>(names: readonly N[], make: () => V): Record<N, V> {
  return Object.fromEntries(names.map((name) => [name, make()])) as Record<N, V>;
}
