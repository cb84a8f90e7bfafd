import type { AttemptStore, Row, TextHash } from '@duka/fleet';
import {
  contentPart,
  Dictionary,
  EVENT_COLUMNS,
  hashNumber,
  hashText,
  idOf,
  SITE_COLUMNS,
  TEXT_COLUMNS,
  UNKNOWN,
} from '@duka/fleet';
import { ATTEMPT_FIELDS } from '@duka/model';
import { isClean, isWellFormed } from './clean-text.ts';
import type { PlainField } from './plain-fields.ts';
import { NUMBERED, PLAIN_FIELDS } from './plain-fields.ts';
import { PlainGroup } from './plain-group.ts';
import type { PlainText } from './plain-text.ts';
import type { OffsetMinutes } from './time.ts';

const LONGEST_ID = ATTEMPT_FIELDS.attempt_id.max;

/** The record that is being read, as numbers. It becomes a row of the store when it is whole. */
export class PlainRow {
  readonly #store: AttemptStore;
  readonly #site: PlainGroup;
  readonly #event: PlainGroup;
  readonly #dictionaries: readonly (Dictionary | null)[];
  readonly #codes = new Int32Array(TEXT_COLUMNS.length + 1);
  readonly #numbers = new Float64Array(NUMBERED.length + 1);
  readonly #flag: TextHash = { low: 0, high: 0 };
  #time = 0;
  #id = 0;
  #sale = 0;
  #content = 0;
  offset: OffsetMinutes | null = null;

  constructor(store: AttemptStore) {
    this.#store = store;
    const { dictionaries, sites, events } = store;
    const all = (names: readonly (keyof typeof dictionaries)[]) => names.map((name) => dictionaries[name]);
    this.#site = new PlainGroup(sites, all(SITE_COLUMNS));
    this.#event = new PlainGroup(events, all(EVENT_COLUMNS));
    this.#dictionaries = PLAIN_FIELDS.map(({ kind, into, slot }) => {
      if (kind !== 'text' || into === 'site' || into === 'event') return null;
      return into === 'own' ? dictionaries[TEXT_COLUMNS[slot]!] : new Dictionary();
    });
  }

  clear(): void {
    const codes = this.#codes;
    const numbers = this.#numbers;
    for (let i = 0; i < codes.length; i++) codes[i] = UNKNOWN;
    for (let i = 0; i < numbers.length; i++) numbers[i] = Number.NaN;
    this.#site.clear();
    this.#event.clear();
    this.#id = 0;
    this.#sale = 0;
    this.#content = 0;
    this.offset = null;
  }

  giveTime(field: number, ms: number): void {
    this.#time = ms;
    this.#count(field, hashNumber(ms));
  }

  giveNumber(field: number, { slot }: PlainField, value: number): void {
    this.#numbers[slot] = value;
    this.#count(field, hashNumber(value));
  }

  /** @param text from … `text.to` − 1. @returns whether it can be taken without a second look */
  giveText(field: number, use: PlainField, bytes: Uint8Array, from: number, text: PlainText): boolean {
    if (use.into === 'site') this.#giveTo(this.#site, field, use, text);
    else if (use.into === 'event') this.#giveTo(this.#event, field, use, text);
    else {
      const dictionary = this.#dictionaries[field]!;
      let code = dictionary.find(text.low, text.high);
      if (code === UNKNOWN) {
        const isOpen = use.isOpen && isClean(bytes, from, text.to) && isWellFormed(field, bytes, from, text.to);
        if (!isOpen) return false;
        code = dictionary.add(bytes, from, text.to, text.low, text.high);
      }
      this.#codes[use.slot] = code;
      this.#count(field, text.low);
    }
    return true;
  }

  /** @param from … to − 1: `true` or `false` */
  giveFlag(field: number, use: PlainField, bytes: Uint8Array, from: number, to: number): void {
    this.#store.dictionaries.fallback.codeOfBytes(bytes, from, to);
    hashText(bytes, from, to, this.#flag);
    this.#giveTo(this.#event, field, use, this.#flag);
  }

  /** As `giveText`, for an id of an attempt or a sale. */
  giveId(field: number, use: PlainField, bytes: Uint8Array, from: number, { to, low, high }: PlainText): boolean {
    if (to - from > LONGEST_ID || !isClean(bytes, from, to)) return false;
    if (use.kind === 'id') this.#id = idOf(low, high);
    else this.#sale = idOf(low, high);
    this.#count(field, low);
    return true;
  }

  /** @returns whether all that was given is known; where not, the store is as it was */
  append(): boolean {
    const event = this.#event.code();
    const site = this.#site.code();
    if (event === UNKNOWN || site === UNKNOWN) return false;
    const codes = this.#codes;
    const numbers = this.#numbers;
    const row: Row = {
      time: this.#time,
      id: this.#id,
      sale: this.#sale,
      content: this.#content >>> 0,
      site,
      event,
      terminal_id: codes[0]!,
      operator_id: codes[1]!,
      card_ref: codes[2]!,
      bin: codes[3]!,
      amount_minor: numbers[0]!,
      signal_dbm: numbers[1]!,
      rtt_ms: numbers[2]!,
    };
    this.#store.appendRow(row);
    return true;
  }

  #giveTo(group: PlainGroup, field: number, { slot }: PlainField, { low, high }: TextHash): void {
    const part = contentPart(field, low);
    this.#content = (this.#content + part) | 0;
    group.give(slot, low, high, part, contentPart(field, high));
  }

  #count(field: number, valueHash: number): void {
    this.#content = (this.#content + contentPart(field, valueHash)) | 0;
  }
}
