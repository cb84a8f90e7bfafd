import { readLatin1 } from '../bytes/latin1.ts';
import { codes, placeAt } from '../bytes/text-pool.ts';
import { hideKnown, isNumber, LONGEST_NUMBER, SHORTEST_NUMBER } from '../secrecy.ts';

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

/** Where a reader found a card number among the codes of the pool, and a service code (-1 where there is none). */
const spot = { number: 0, end: 0, serviceCode: -1 };

/** Looks for a card among the codes of the pool; says in `spot` where it is. */
export type CardReader = (from: number, to: number) => boolean;

function found(number: number, end: number, serviceCode: number): boolean {
  if (!isNumber(codes, number, end)) return false;
  spot.number = number;
  spot.end = end;
  spot.serviceCode = serviceCode;
  return true;
}

const [CARET, EQUALS, LETTER_B, LETTER_D, LETTER_F] = [94, 61, 66, 68, 70];
const EXPIRY = 4;
const SERVICE_CODE = 3;

const isSeparator = (code: number | undefined): boolean => code === LETTER_D || code === EQUALS || code === CARET;

function serviceCodeAt(at: number, to: number): number {
  // A separator stands for an expiry that is not there.
  const start = at + (isSeparator(codes[at]) ? 1 : EXPIRY);
  if (start + SERVICE_CODE > to) return -1;
  for (let digit = start; digit < start + SERVICE_CODE; digit++)
    if (codes[digit]! < 48 || codes[digit]! > 57) return -1;
  return start;
}

/** A card number alone, filled up with F in tag 5A. */
export const cardOfNumber: CardReader = (from, to) => found(from, codes[to - 1] === LETTER_F ? to - 1 : to, -1);

/** ISO/IEC 7813, track 2: number, separator, expiry, service code. */
export const cardOfTrack2: CardReader = (from, to) => {
  let end = from + SHORTEST_NUMBER;
  while (end < to && !isSeparator(codes[end])) end++;
  return found(from, end, serviceCodeAt(end + 1, to));
};

/** The place of a code, or `to`. */
function find(code: number, from: number, to: number): number {
  let at = from;
  while (at < to && codes[at] !== code) at++;
  return at;
}

/** ISO/IEC 7813, track 1: B, number, separator, name, separator, expiry, service code. */
export const cardOfTrack1: CardReader = (from, to) => {
  const number = find(LETTER_B, from, to) + 1;
  const end = find(CARET, from, to);
  const name = find(CARET, end + 1, to);
  return name < to && found(number, end, serviceCodeAt(name + 1, to));
};

/** Where the pool has the service code; the number stands at its beginning. */
const SERVICE_CODE_AT = placeAt(LONGEST_NUMBER);
/** Where the values of a message begin in the pool, after what is shown of the card. */
export const VALUES_AT: number = placeAt(SERVICE_CODE_AT + SERVICE_CODE);

function copy(from: number, to: number, length: number): void {
  for (let index = 0; index < length; index++) codes[to + index] = codes[from + index]!;
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
  look(read: CardReader, path: string, tag: string, start: number, end: number): boolean {
    if (!read(start, end)) return false;
    if (this.#digits === 0) {
      this.#from = tag === '' ? path : `${path}.${tag}`;
      this.#digits = spot.end - spot.number;
      if (this.#token) this.#number = readLatin1(codes, spot.number, this.#digits);
      copy(spot.number, 0, this.#digits);
      hideKnown(codes, 0, this.#digits, true);
    }
    if (spot.serviceCode >= 0 && !this.#hasServiceCode) {
      this.#hasServiceCode = true;
      copy(spot.serviceCode, SERVICE_CODE_AT, SERVICE_CODE);
    }
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
