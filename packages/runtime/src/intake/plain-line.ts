import type { AttemptStore, Row } from '@duka/fleet';
import {
  contentPart,
  Dictionary,
  EVENT_COLUMNS,
  hash32,
  hash53Bytes,
  hashNumber,
  SITE_COLUMNS,
  UNKNOWN,
} from '@duka/fleet';
import type { AttemptField, AttemptFieldSpec } from '@duka/model';
import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS, areHarmless, holdsCardData } from '@duka/model';
import { readPlainNumber, readPlainTime } from './plain-values.ts';
import type { OffsetMinutes } from './time.ts';

const QUOTE = 0x22;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/** What is done with a field's value: where its code goes, or that only its content counts. */
type Use =
  | { readonly kind: 'time' | 'id' | 'sale' | 'flag' }
  | { readonly kind: 'number'; readonly into: 'amount_minor' | 'signal_dbm' | 'rtt_ms' | null; readonly whole: boolean }
  | { readonly kind: 'site' | 'event'; readonly slot: number }
  /** `open`: a value not seen before may be taken without asking, where it is harmless. */
  | { readonly kind: 'own'; readonly into: 'terminal_id' | 'operator_id' | 'card_ref' | 'bin'; readonly open: boolean }
  | { readonly kind: 'content' };

function useOf(field: AttemptField): Use {
  const { kind } = ATTEMPT_FIELDS[field];
  const site = (SITE_COLUMNS as readonly string[]).indexOf(field);
  const event = (EVENT_COLUMNS as readonly string[]).indexOf(field);
  if (kind === 'time') return { kind: 'time' };
  if (kind === 'boolean') return { kind: 'flag' };
  if (field === 'attempt_id') return { kind: 'id' };
  if (field === 'sale_id') return { kind: 'sale' };
  if (site >= 0) return { kind: 'site', slot: site };
  if (event >= 0) return { kind: 'event', slot: event };
  if (field === 'terminal_id' || field === 'bin') return { kind: 'own', into: field, open: false };
  if (field === 'operator_id' || field === 'card_ref') return { kind: 'own', into: field, open: true };
  if (kind !== 'number' && kind !== 'integer') return { kind: 'content' };
  const into = field === 'amount_minor' || field === 'signal_dbm' || field === 'rtt_ms' ? field : null;
  return { kind: 'number', into, whole: kind === 'integer' };
}

const LONGEST_ID = ATTEMPT_FIELDS.attempt_id.max;
const FLAG_SLOT = EVENT_COLUMNS.indexOf('fallback');
const REQUIRED = ATTEMPT_FIELD_NAMES.reduce(
  (bits, field, i) => ('required' in ATTEMPT_FIELDS[field] ? bits | (1 << i) : bits),
  0,
);

/**
 * Takes plain records straight from the bytes of their line into a store: flat JSON without escapes, with known fields and
 * values that were seen before or need no second look. Whatever else a line holds, it is left to `takeRecord`, which is slower
 * and knows all rules; a value that passed there is known here from then on. Both give the same rows.
 */
export class PlainLines {
  /** How many records were written with each offset from UTC. */
  readonly offsets = new Map<OffsetMinutes, number>();
  readonly #store: AttemptStore;
  readonly #names = new Dictionary();
  readonly #uses: readonly Use[] = ATTEMPT_FIELD_NAMES.map(useOf);
  readonly #dictionaries: readonly (Dictionary | null)[];
  /** After each field, the one that followed it last: most logs write all records in one order. */
  readonly #next = new Int32Array(ATTEMPT_FIELD_NAMES.length + 1);
  readonly #nameBytes: readonly Uint8Array[];
  readonly #site = new Int32Array(SITE_COLUMNS.length);
  readonly #event = new Int32Array(EVENT_COLUMNS.length);
  readonly #row: Row;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  #offset: OffsetMinutes | null = null;

  constructor(store: AttemptStore) {
    this.#store = store;
    for (const name of ATTEMPT_FIELD_NAMES) this.#names.codeOf(name);
    this.#nameBytes = ATTEMPT_FIELD_NAMES.map((name) => Uint8Array.from(name, (char) => char.charCodeAt(0)));
    this.#dictionaries = ATTEMPT_FIELD_NAMES.map((name, i) => {
      if (this.#uses[i]!.kind === 'content') return new Dictionary();
      return name in store.dictionaries ? store.dictionaries[name as keyof typeof store.dictionaries] : null;
    });
    this.#row = emptyRow();
  }

  /** @returns whether the line was taken; where not, the store is as it was */
  take(bytes: Uint8Array, from: number, to: number): boolean {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = to;
    if (!this.#readObject()) return false;
    const row = this.#row;
    row.site = this.#store.sites.codeOf(this.#site);
    row.event = this.#store.events.codeOf(this.#event);
    row.content >>>= 0;
    this.#store.appendRow(row);
    if (this.#offset !== null) this.offsets.set(this.#offset, (this.offsets.get(this.#offset) ?? 0) + 1);
    return true;
  }

  #readObject(): boolean {
    clear(this.#row);
    this.#site.fill(UNKNOWN);
    this.#event.fill(UNKNOWN);
    this.#offset = null;
    let seen = 0;
    let before = ATTEMPT_FIELD_NAMES.length;
    if (!this.#skip(OPEN)) return false;
    for (;;) {
      const field = this.#readName(before);
      if (field < 0 || (seen & (1 << field)) !== 0 || !this.#skip(COLON)) return false;
      this.#next[before] = field;
      before = field;
      seen |= 1 << field;
      this.#skipSpace();
      const known = this.#readValue(field);
      if (known === 'unusual') return false;
      if (known === 'absent' && (REQUIRED & (1 << field)) !== 0) return false;
      this.#skipSpace();
      const byte = this.#bytes[this.#at++];
      if (byte === COMMA) continue;
      if (byte !== CLOSE) return false;
      this.#skipSpace();
      return this.#at === this.#end && (seen & REQUIRED) === REQUIRED;
    }
  }

  #skipSpace(): void {
    if (this.#bytes[this.#at]! > SPACE) return;
    while (this.#at < this.#end && this.#bytes[this.#at]! <= SPACE) this.#at++;
  }

  #skip(wanted: number): boolean {
    this.#skipSpace();
    return this.#at < this.#end && this.#bytes[this.#at++] === wanted;
  }

  /** The field that is named next, -1 where it is none of ours. */
  #readName(before: number): number {
    if (!this.#skip(QUOTE)) return -1;
    const bytes = this.#bytes;
    const start = this.#at;
    const likely = this.#next[before]!;
    const name = this.#nameBytes[likely]!;
    let i = 0;
    while (i < name.length && bytes[start + i] === name[i]) i++;
    if (i === name.length && bytes[start + i] === QUOTE) {
      this.#at = start + i + 1;
      return likely;
    }
    let end = start;
    while (end < this.#end && bytes[end] !== QUOTE) end++;
    this.#at = end + 1;
    return this.#names.findBytes(bytes, start, end, hash32(bytes, start, end));
  }

  #readValue(field: number): 'known' | 'absent' | 'unusual' {
    const byte = this.#bytes[this.#at];
    const use = this.#uses[field]!;
    if (byte === QUOTE) return this.#readText(field, use);
    if (byte === 0x6e) return this.#word('null') ? 'absent' : 'unusual';
    if (use.kind === 'flag') return this.#readFlag(field);
    const from = this.#at;
    while (this.#at < this.#end && isOfNumber(this.#bytes[this.#at]!)) this.#at++;
    const value = readPlainNumber(this.#bytes, from, this.#at);
    if (use.kind === 'time') {
      if (!(Number.isInteger(value) && value >= 0 && value <= LATEST)) return 'unusual';
      this.#row.time = value;
      this.#count(field, hashNumber(value));
      return 'known';
    }
    if (use.kind !== 'number' || !(Math.abs(value) < TOO_BIG) || (use.whole && !Number.isInteger(value)))
      return 'unusual';
    if (use.into !== null) this.#row[use.into] = value;
    this.#count(field, hashNumber(value));
    return 'known';
  }

  #readFlag(field: number): 'known' | 'unusual' {
    const word = this.#bytes[this.#at] === 0x74 ? 'true' : 'false';
    const from = this.#at;
    if (!this.#word(word)) return 'unusual';
    const hash = hash32(this.#bytes, from, this.#at);
    this.#event[FLAG_SLOT] = this.#store.dictionaries.fallback.codeOfBytes(this.#bytes, from, this.#at);
    this.#count(field, hash);
    return 'known';
  }

  #word(word: string): boolean {
    for (let i = 0; i < word.length; i++) if (this.#bytes[this.#at++] !== word.charCodeAt(i)) return false;
    return true;
  }

  #readText(field: number, use: Use): 'known' | 'absent' | 'unusual' {
    const bytes = this.#bytes;
    const from = this.#at + 1;
    const end = this.#end;
    let to = from;
    for (; to < end; to++) {
      const byte = bytes[to]!;
      if (byte === QUOTE) break;
      if (byte === BACKSLASH || byte < SPACE) return 'unusual';
    }
    if (to === end) return 'unusual';
    this.#at = to + 1;
    if (to === from) return 'absent';
    if (use.kind === 'flag' || use.kind === 'number') return 'unusual';
    if (use.kind === 'time') {
      const time = readPlainTime(bytes, from, to);
      if (time === null) return 'unusual';
      this.#row.time = time.ms;
      this.#offset = time.offset;
      this.#count(field, hashNumber(time.ms));
      return 'known';
    }
    if (use.kind === 'id' || use.kind === 'sale') {
      if (!isTrimmed(bytes, from, to) || to - from > LONGEST_ID || !isSafe(bytes, from, to)) return 'unusual';
      this.#row[use.kind] = hash53Bytes(bytes, from, to) + 1;
      this.#count(field, hash32(bytes, from, to));
      return 'known';
    }
    const code = this.#codeOf(field, use, from, to);
    if (code === UNKNOWN) return 'unusual';
    if (use.kind === 'site') this.#site[use.slot] = code;
    else if (use.kind === 'event') this.#event[use.slot] = code;
    else if (use.kind === 'own') this.#row[use.into] = code;
    return 'known';
  }

  /** The code of a text that is known, or that may be taken without asking; UNKNOWN for others. */
  #codeOf(field: number, use: Use, from: number, to: number): number {
    const bytes = this.#bytes;
    const dictionary = this.#dictionaries[field]!;
    const hash = hash32(bytes, from, to);
    let code = dictionary.findBytes(bytes, from, to, hash);
    if (code === UNKNOWN) {
      const open = use.kind === 'own' ? use.open : use.kind === 'content' && isWellFormed(field, bytes, from, to);
      if (!open || !isTrimmed(bytes, from, to) || !isSafe(bytes, from, to)) return UNKNOWN;
      code = dictionary.codeOfBytes(bytes, from, to);
    }
    this.#count(field, hash);
    return code;
  }

  #count(field: number, valueHash: number): void {
    this.#row.content += contentPart(field, valueHash);
  }
}

/** Whether a text of a field that only counts as content is one that counts. */
function isWellFormed(field: number, bytes: Uint8Array, from: number, to: number): boolean {
  const spec: AttemptFieldSpec = ATTEMPT_FIELDS[ATTEMPT_FIELD_NAMES[field]!];
  if (spec.kind !== 'digits') return spec.kind === 'text' && spec.max === undefined;
  if (to - from < (spec.min ?? 1) || to - from > (spec.max ?? Number.POSITIVE_INFINITY)) return false;
  for (let i = from; i < to; i++) if (bytes[i]! < 0x30 || bytes[i]! > 0x39) return false;
  return true;
}

const LATEST = 253_402_300_799_999;
/** As `takeRecord` has it: thirteen digits before the point are no signal, duration or amount. */
const TOO_BIG = 1e12;

const emptyRow = (): Row => ({
  time: 0,
  id: 0,
  sale: 0,
  content: 0,
  site: UNKNOWN,
  event: UNKNOWN,
  terminal_id: UNKNOWN,
  operator_id: UNKNOWN,
  card_ref: UNKNOWN,
  bin: UNKNOWN,
  amount_minor: Number.NaN,
  signal_dbm: Number.NaN,
  rtt_ms: Number.NaN,
});

/** What a record may leave out. */
function clear(row: Row): void {
  row.id = 0;
  row.sale = 0;
  row.content = 0;
  row.operator_id = UNKNOWN;
  row.card_ref = UNKNOWN;
  row.bin = UNKNOWN;
  row.amount_minor = Number.NaN;
  row.signal_dbm = Number.NaN;
  row.rtt_ms = Number.NaN;
}

const isOfNumber = (byte: number): boolean => (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e;

/** No space at either end that would have to be cut off. */
const isTrimmed = (bytes: Uint8Array, from: number, to: number): boolean =>
  bytes[from] !== SPACE && bytes[to - 1] !== SPACE;

/** Printable ASCII in which the card-data guard finds nothing. */
function isSafe(bytes: Uint8Array, from: number, to: number): boolean {
  if (areHarmless(bytes, from, to)) return true;
  let text = '';
  for (let i = from; i < to; i++) {
    if (bytes[i]! > 0x7e) return false;
    text += String.fromCharCode(bytes[i]!);
  }
  return !holdsCardData(text);
}
