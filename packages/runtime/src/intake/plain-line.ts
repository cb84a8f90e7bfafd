import type { AttemptStore } from '@duka/fleet';
import { hashText, UNKNOWN } from '@duka/fleet';
import { TOO_BIG } from './intake.ts';
import type { PlainField } from './plain-fields.ts';
import { PLAIN_FIELDS } from './plain-fields.ts';
import { LONGEST_NAME, PlainNames } from './plain-names.ts';
import { PlainRow } from './plain-row.ts';
import { PlainText, QUOTE } from './plain-text.ts';
import { readPlainNumber, readPlainTime } from './plain-values.ts';
import type { OffsetMinutes } from './time.ts';
import { LATEST_TIME } from './time.ts';

const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const SPACE = 0x20;
const LETTER_N = 0x6e;
const LETTER_T = 0x74;

/** A place in a line that is none: the line is not plain. */
const UNUSUAL = -1;
/** What may be looked at beyond the end of a line. Only its first byte matters: it must end any text. */
const BEYOND = LONGEST_NAME + 4;

const REQUIRED = PLAIN_FIELDS.reduce((bits, { isRequired }, i) => (isRequired ? bits | (1 << i) : bits), 0);

/**
 * Takes plain records straight from the bytes of their line into a store: flat JSON without escapes, with known fields and
 * values that were seen before or that a glance shows to be what the table of fields wants. Whatever else a line holds, it is left
 * to `takeRecord`, which is slower and knows all rules; a value that passed there is known here from then on. Both give the same rows.
 */
export class PlainLines {
  /** How many records were written with each offset from UTC. */
  readonly offsets = new Map<OffsetMinutes, number>();
  readonly #row: PlainRow;
  readonly #names = new PlainNames();
  readonly #text = new PlainText();
  #bytes: Uint8Array = new Uint8Array(0);
  #view = new DataView(this.#bytes.buffer);
  /** Where the line ends. */
  #end = 0;
  #copy = new Uint8Array(1024);

  constructor(store: AttemptStore) {
    this.#row = new PlainRow(store);
  }

  /** @returns whether the line was taken; where not, the store is as it was */
  take(bytes: Uint8Array, from: number, to: number): boolean {
    if (to + BEYOND > bytes.length || bytes[to]! >= SPACE) return this.#takeCopy(bytes, from, to);
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    this.#end = to;
    if (!this.#readObject(from) || !this.#row.append(bytes)) return false;
    const { offset } = this.#row;
    if (offset !== null) this.offsets.set(offset, (this.offsets.get(offset) ?? 0) + 1);
    return true;
  }

  /** Takes a line of which nobody knows what lies behind it. */
  #takeCopy(bytes: Uint8Array, from: number, to: number): boolean {
    const length = to - from;
    if (this.#copy.length < length + BEYOND) this.#copy = new Uint8Array(2 * (length + BEYOND));
    this.#copy.set(bytes.subarray(from, to));
    this.#copy[length] = 0;
    return this.take(this.#copy, 0, length);
  }

  #readObject(from: number): boolean {
    this.#row.clear();
    const bytes = this.#bytes;
    const view = this.#view;
    const end = this.#end;
    let seen = 0;
    let at = pastSpace(bytes, from, end);
    if (bytes[at++] !== OPEN) return false;
    for (;;) {
      at = pastSpace(bytes, at, end);
      if (bytes[at++] !== QUOTE) return false;
      let field = this.#names.at(view, at);
      if (field !== UNKNOWN) at += this.#names.lengths[field]!;
      else {
        if (!this.#text.read(view, at)) return false;
        field = this.#names.of(this.#text);
        at = pastSpace(bytes, this.#text.to + 1, end);
        if (field === UNKNOWN || bytes[at++] !== COLON) return false;
      }
      if ((seen & (1 << field)) !== 0) return false;
      seen |= 1 << field;
      at = this.#readValue(field, PLAIN_FIELDS[field]!, pastSpace(bytes, at, end));
      if (at === UNUSUAL) return false;
      at = pastSpace(bytes, at, end);
      const byte = bytes[at++];
      if (byte === COMMA) continue;
      return byte === CLOSE && pastSpace(bytes, at, end) === end && (seen & REQUIRED) === REQUIRED;
    }
  }

  /** @returns where it ends */
  #readValue(field: number, use: PlainField, at: number): number {
    const byte = this.#bytes[at]!;
    if (byte === QUOTE) return this.#readText(field, use, at + 1);
    if (byte === LETTER_N) return use.isRequired ? UNUSUAL : this.#word('null', at);
    if (use.kind === 'number' || use.kind === 'time') return this.#readNumber(field, use, at);
    return use.kind === 'flag' ? this.#readFlag(field, use, at) : UNUSUAL;
  }

  #readText(field: number, use: PlainField, from: number): number {
    const text = this.#text;
    if (!text.read(this.#view, from)) return UNUSUAL;
    const after = text.to + 1;
    if (text.to === from) return use.isRequired ? UNUSUAL : after;
    switch (use.kind) {
      case 'text':
        return this.#row.giveText(field, use, this.#bytes, from, text) ? after : UNUSUAL;
      case 'id':
      case 'sale':
        return this.#row.giveId(field, use, this.#bytes, from, text) ? after : UNUSUAL;
      case 'time': {
        const time = readPlainTime(this.#bytes, from, text.to);
        if (time === null) return UNUSUAL;
        this.#row.giveTime(field, time.ms);
        this.#row.offset = time.offset;
        return after;
      }
      default:
        return UNUSUAL;
    }
  }

  #readNumber(field: number, use: PlainField, from: number): number {
    let to = from;
    while (isOfNumber(this.#bytes[to]!)) to++;
    const value = readPlainNumber(this.#bytes, from, to);
    if (use.kind === 'time') {
      if (!(Number.isInteger(value) && value >= 0 && value <= LATEST_TIME)) return UNUSUAL;
      this.#row.giveTime(field, value);
    } else {
      if (!(Math.abs(value) < TOO_BIG) || (use.isWhole && !Number.isInteger(value))) return UNUSUAL;
      this.#row.giveNumber(field, use, value);
    }
    return to;
  }

  #readFlag(field: number, use: PlainField, from: number): number {
    const to = this.#word(this.#bytes[from] === LETTER_T ? 'true' : 'false', from);
    if (to === UNUSUAL) return UNUSUAL;
    hashText(this.#bytes, from, to, this.#text);
    this.#text.to = to;
    return this.#row.giveText(field, use, this.#bytes, from, this.#text) ? to : UNUSUAL;
  }

  #word(word: string, from: number): number {
    for (let i = 0; i < word.length; i++) if (this.#bytes[from + i] !== word.charCodeAt(i)) return UNUSUAL;
    return from + word.length;
  }
}

function pastSpace(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (bytes[at]! <= SPACE && at < end) at++;
  return at;
}

const isOfNumber = (byte: number): boolean => (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e;
