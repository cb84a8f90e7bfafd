import { readLatin1 } from '../bytes/latin1.ts';
import { POOL } from '../bytes/text-pool.ts';
import { endOfNumber, LONGEST_NUMBER, SHORTEST_NUMBER, SHOWN_FIRST, SHOWN_LAST } from '../secrecy.ts';

const { codes, placeAt, skipDigits, writeStars } = POOL;

/** What a message lets out of the card in it. */
export type Card = {
  /** The field that it was taken from: `f2`, `f35`, `f55.5A`, `f55.57`, `f45`. */
  readonly from: string;
  /** First six and last four digits. */
  readonly masked: string;
  /** What `cardToken` made of the number. */
  readonly token?: string;
  readonly serviceCode?: string;
};

/**
 * The one door for a card number: it is given to this function, which makes a keyed token of it (PCI DSS v4.0.1,
 * 3.5.1.1), and appears nowhere else. A number that is masked already in the message is given with its `*`.
 */
export type CardToken = (number: string) => string;

/** How a place tells of a card; numbers for the same reason as `ENCODING`. */
export const CARD_FORM = {
  /** Its number alone, filled up with F in tag 5A. */
  number: 1,
  /** ISO/IEC 7813: B, number, separator, name, separator, expiry, service code. */
  track1: 2,
  /** ISO/IEC 7813: number, separator, expiry, service code. */
  track2: 3,
} as const;
export type CardForm = (typeof CARD_FORM)[keyof typeof CARD_FORM];
const { number: NUMBER, track1: TRACK_1, track2: TRACK_2 } = CARD_FORM;

const [CARET, EQUALS, LETTER_B, LETTER_D, LETTER_F] = [94, 61, 66, 68, 70];
const EXPIRY = 4;
const SERVICE_CODE = 3;

const isSeparator = (code: number): boolean => code === LETTER_D || code === EQUALS || code === CARET;

/** The place after a code, or after `to`. */
function after(code: number, from: number, to: number): number {
  let at = from;
  while (at < to && codes[at] !== code) at++;
  return at + 1;
}

/** Where the expiry begins, or `end` where there is none; -1 where what comes after the number belongs to no card. */
function expiryAt(form: CardForm, afterNumber: number, end: number): number {
  if (afterNumber === end) return form === TRACK_1 ? -1 : end;
  if (form === NUMBER || !isSeparator(codes[afterNumber]!)) return -1;
  if (form === TRACK_2) return afterNumber + 1;
  const afterName = after(CARET, afterNumber + 1, end);
  return afterName > end ? -1 : afterName;
}

/** Where the pool has the service code; the number stands at its beginning. */
const SERVICE_CODE_AT = placeAt(LONGEST_NUMBER);
/** Where the values of a message begin in the pool, after what is shown of the card. */
export const VALUES_AT: number = placeAt(SERVICE_CODE_AT + SERVICE_CODE);

function copy(from: number, to: number, length: number): void {
  for (let index = 0; index < length; index++) codes[to + index] = codes[from + index]!;
}

/** Shows at the beginning of the pool what may be shown of a number. */
function showNumber(from: number, digits: number): void {
  writeStars(0, digits);
  copy(from, 0, SHOWN_FIRST);
  copy(from + digits - SHOWN_LAST, digits - SHOWN_LAST, SHOWN_LAST);
}

/** Shows the service code after an expiry, if there is one. */
function showServiceCode(expiry: number, end: number): boolean {
  if (expiry >= end) return false;
  // A separator stands for an expiry that is not there.
  const start = expiry + (isSeparator(codes[expiry]!) ? 1 : EXPIRY);
  if (start + SERVICE_CODE > end) return false;
  for (let at = start; at < start + SERVICE_CODE; at++) if (codes[at]! < 48 || codes[at]! > 57) return false;
  copy(start, SERVICE_CODE_AT, SERVICE_CODE);
  return true;
}

/**
 * Gathers what the places of a message say of its card: the number of the first that has one, any service code. It is used
 * again for each message. What may be shown is kept in the pool; the number only for who asks for a token, until `take`.
 */
export class CardFinder {
  #from = '';
  #digits = 0;
  #hasServiceCode = false;
  #number = '';
  #token: CardToken | undefined;

  /** Begins with a message. */
  clear(token?: CardToken): void {
    this.#from = '';
    this.#digits = 0;
    this.#hasServiceCode = false;
    this.#number = '';
    this.#token = token;
  }

  /** Whether field 2 has told the number, so that no other is of interest. */
  get isDone(): boolean {
    return this.#from === 'f2';
  }

  /**
   * @param tag of the data object within the field at `path`, or empty
   * @returns whether a card is there
   */
  look(form: CardForm, path: string, tag: string, start: number, end: number): boolean {
    const number = form === TRACK_1 ? after(LETTER_B, start, end) : start;
    const numberEnd = endOfNumber(codes, skipDigits(number, end), end);
    const digits = numberEnd - number;
    if (digits < SHORTEST_NUMBER || digits > LONGEST_NUMBER) return false;
    const next = numberEnd < end && codes[numberEnd] === LETTER_F ? numberEnd + 1 : numberEnd;
    const expiry = expiryAt(form, next, end);
    if (expiry < 0) return false;
    if (this.#digits === 0) {
      this.#from = tag === '' ? path : `${path}.${tag}`;
      this.#digits = digits;
      if (this.#token) this.#number = readLatin1(codes, number, digits);
      showNumber(number, digits);
    }
    if (!this.#hasServiceCode) this.#hasServiceCode = showServiceCode(expiry, end);
    return true;
  }

  /** The card, and the finder is empty again. @param all the text of the pool */
  take(all: string): Card | undefined {
    if (this.#digits === 0) return undefined;
    const card: { -readonly [K in keyof Card]: Card[K] } = { from: this.#from, masked: all.substring(0, this.#digits) };
    if (this.#hasServiceCode) card.serviceCode = all.substring(SERVICE_CODE_AT, SERVICE_CODE_AT + SERVICE_CODE);
    const number = this.#number;
    const token = this.#token;
    this.clear();
    if (token) card.token = token(number.replace(/[Xx]/g, '*'));
    return card;
  }
}
