import type { AttemptStore } from '@duka/fleet';
import { contentPart, EVENT_COLUMNS, fieldIndex, hashNumber, idOf, SITE_COLUMNS, UNKNOWN } from '@duka/fleet';
import type { AttemptField } from '@duka/model';
import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS } from '@duka/model';
import { isClean, isWellFormed } from './clean-text.ts';
import type { PlainField } from './plain-fields.ts';
import { NUMBERED } from './plain-fields.ts';
import { PlainGroup } from './plain-group.ts';
import type { PlainText } from './plain-text.ts';
import { PlainTexts } from './plain-texts.ts';
import type { OffsetMinutes } from './time.ts';

const LONGEST_ID = ATTEMPT_FIELDS.attempt_id.max;

/** The record that is being read, as numbers. It becomes a row of the store when it is whole. */
export class PlainRow {
  offset: OffsetMinutes | null = null;
  /** Nobody reads it; if nothing were kept, nothing would be touched. */
  touched = 0;
  readonly #store: AttemptStore;
  /** The texts of each field, null where none are kept. */
  readonly #texts: readonly (PlainTexts | null)[];
  readonly #site: PlainGroup;
  readonly #event: PlainGroup;
  readonly #terminal: PlainTexts;
  readonly #operator: PlainTexts;
  readonly #card: PlainTexts;
  readonly #bin: PlainTexts;
  readonly #numbers = new Float64Array(NUMBERED.length + 1);
  #time = 0;
  #id = 0;
  #sale = 0;
  #content = 0;
  /** A bit for each field that has a text. */
  #given = 0;

  constructor(store: AttemptStore) {
    this.#store = store;
    this.#texts = ATTEMPT_FIELD_NAMES.map((name, field) => {
      const dictionary = store.dictionaries[name as keyof typeof store.dictionaries];
      return dictionary ? new PlainTexts(field, dictionary) : null;
    });
    const textsOf = (name: AttemptField) => this.#texts[fieldIndex(name)]!;
    this.#site = new PlainGroup(store.sites, SITE_COLUMNS.map(textsOf));
    this.#event = new PlainGroup(store.events, EVENT_COLUMNS.map(textsOf));
    this.#terminal = textsOf('terminal_id');
    this.#operator = textsOf('operator_id');
    this.#card = textsOf('card_ref');
    this.#bin = textsOf('bin');
  }

  clear(): void {
    const numbers = this.#numbers;
    for (let i = 0; i < numbers.length; i++) numbers[i] = Number.NaN;
    this.#site.clear();
    this.#event.clear();
    this.#id = 0;
    this.#sale = 0;
    this.#content = 0;
    this.#given = 0;
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
  giveText(field: number, { into }: PlainField, bytes: Uint8Array, from: number, text: PlainText): boolean {
    const part = this.#count(field, text.low);
    if (into === 'content') return isClean(bytes, from, text.to) && isWellFormed(field, bytes, from, text.to);
    this.#given |= 1 << field;
    this.#texts[field]!.give(from, text);
    if (into === 'site') this.#site.add(part, contentPart(field, text.high));
    else if (into === 'event') this.#event.add(part, contentPart(field, text.high));
    return true;
  }

  /** As `giveText`, for an id of an attempt or a sale. */
  giveId(field: number, { kind }: PlainField, bytes: Uint8Array, from: number, { to, low, high }: PlainText): boolean {
    if (to - from > LONGEST_ID || !isClean(bytes, from, to)) return false;
    if (kind === 'id') this.#id = idOf(low, high);
    else this.#sale = idOf(low, high);
    this.#count(field, low);
    return true;
  }

  /** @returns whether all that was given is known; where not, no row was added */
  append(bytes: Uint8Array): boolean {
    // What must be looked up lies far apart in memory: all places are asked for before the first is waited for.
    this.touched =
      this.#site.touch() ^ this.#terminal.touch() ^ this.#operator.touch() ^ this.#card.touch() ^ this.#event.touch();
    const given = this.#given;
    const row = {
      time: this.#time,
      id: this.#id,
      sale: this.#sale,
      content: this.#content >>> 0,
      site: this.#site.code(bytes, given),
      event: this.#event.code(bytes, given),
      terminal_id: codeOf(this.#terminal, bytes, given),
      operator_id: codeOf(this.#operator, bytes, given),
      card_ref: codeOf(this.#card, bytes, given),
      bin: codeOf(this.#bin, bytes, given),
      amount_minor: this.#numbers[0]!,
      signal_dbm: this.#numbers[1]!,
      rtt_ms: this.#numbers[2]!,
      duration_ms: this.#numbers[3]!,
    };
    const { site, event, terminal_id, operator_id, card_ref, bin } = row;
    if (site === UNKNOWN || event === UNKNOWN) return false;
    if (Math.min(terminal_id, operator_id, card_ref, bin) === NOT_PLAIN) return false;
    this.#store.appendRow(row);
    return true;
  }

  /** @returns the part of the value in the hash of the record */
  #count(field: number, valueHash: number): number {
    const part = contentPart(field, valueHash);
    this.#content = (this.#content + part) | 0;
    return part;
  }
}

/** In place of a code: the text is new and not to be taken as it is. */
const NOT_PLAIN = UNKNOWN - 1;

function codeOf(texts: PlainTexts, bytes: Uint8Array, given: number): number {
  if ((given & (1 << texts.field)) === 0) return UNKNOWN;
  const code = texts.code(bytes);
  return code === UNKNOWN ? NOT_PLAIN : code;
}
