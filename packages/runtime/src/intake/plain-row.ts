import type { AttemptStore, Row } from '@duka/fleet';
import {
  contentPart,
  Dictionary,
  EVENT_COLUMNS,
  fieldIndex,
  hashNumber,
  idOf,
  SITE_COLUMNS,
  TEXT_COLUMNS,
  UNKNOWN,
} from '@duka/fleet';
import type { AttemptField } from '@duka/model';
import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS } from '@duka/model';
import { isClean } from './clean-text.ts';
import type { PlainField } from './plain-fields.ts';
import { NUMBERED } from './plain-fields.ts';
import { PlainGroup } from './plain-group.ts';
import type { PlainText } from './plain-text.ts';
import { PlainTexts } from './plain-texts.ts';
import type { OffsetMinutes } from './time.ts';

const LONGEST_ID = ATTEMPT_FIELDS.attempt_id.max;

/** The record that is being read, as numbers. It becomes a row of the store when it is whole. */
export class PlainRow {
  readonly #store: AttemptStore;
  readonly #site: PlainGroup;
  readonly #event: PlainGroup;
  /** The texts of each field. */
  readonly #texts: readonly PlainTexts[];
  readonly #codes = new Int32Array(TEXT_COLUMNS.length + 1);
  readonly #numbers = new Float64Array(NUMBERED.length + 1);
  #time = 0;
  #id = 0;
  #sale = 0;
  #content = 0;
  offset: OffsetMinutes | null = null;

  constructor(store: AttemptStore) {
    this.#store = store;
    this.#texts = ATTEMPT_FIELD_NAMES.map((name, field) => {
      const dictionary = store.dictionaries[name as keyof typeof store.dictionaries];
      return new PlainTexts(field, dictionary ?? new Dictionary());
    });
    const textsOf = (columns: readonly AttemptField[]) => columns.map((name) => this.#texts[fieldIndex(name)]!);
    this.#site = new PlainGroup(store.sites, textsOf(SITE_COLUMNS));
    this.#event = new PlainGroup(store.events, textsOf(EVENT_COLUMNS));
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

  /** @param text from … `text.to` − 1. @returns whether it can be taken without a second look, as far as is known yet */
  giveText(field: number, { into, slot }: PlainField, bytes: Uint8Array, from: number, text: PlainText): boolean {
    if (into === 'site') this.#giveTo(this.#site, field, slot, from, text);
    else if (into === 'event') this.#giveTo(this.#event, field, slot, from, text);
    else {
      const code = this.#texts[field]!.codeOf(bytes, from, text.to, text.low, text.high);
      if (code === UNKNOWN) return false;
      this.#codes[slot] = code;
      this.#count(field, text.low);
    }
    return true;
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
  append(bytes: Uint8Array): boolean {
    const event = this.#event.code(bytes);
    const site = this.#site.code(bytes);
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

  #giveTo(group: PlainGroup, field: number, slot: number, from: number, text: PlainText): void {
    const part = contentPart(field, text.low);
    this.#content = (this.#content + part) | 0;
    group.give(slot, from, text, part, contentPart(field, text.high));
  }

  #count(field: number, valueHash: number): void {
    this.#content = (this.#content + contentPart(field, valueHash)) | 0;
  }
}
