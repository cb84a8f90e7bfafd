import { readLatin1 } from '../bytes/latin1.ts';
import { codes, writeBytes, writeStars } from '../bytes/text-pool.ts';
import { isNumber, LONGEST_NUMBER, SHORTEST_NUMBER, SHOWN_FIRST, SHOWN_LAST } from '../secrecy.ts';

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

/** ISO/IEC 7813, track 1: B, number, separator, name, separator, expiry, service code. */
export const cardOfTrack1: CardReader = (from, to) => {
  const number = codes.indexOf(LETTER_B, from) + 1;
  const end = codes.indexOf(CARET, from);
  const name = codes.indexOf(CARET, end + 1);
  return number > 0 && end >= 0 && name >= 0 && name < to && found(number, end, serviceCodeAt(name + 1, to));
};

/**
 * Gathers what the places of a message say of its card: the number of the first that has one, any service code. Used
 * again for each message; the number is in it from `clear` to `take`.
 */
export class CardFinder {
  readonly #number = new Uint8Array(LONGEST_NUMBER);
  readonly #serviceCode = new Uint8Array(SERVICE_CODE);
  #from = '';
  #digits = 0;
  #hasServiceCode = false;
  /** Where it stands in the pool. */
  #at = 0;

  clear(): void {
    this.#from = '';
    this.#digits = 0;
    this.#hasServiceCode = false;
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
      for (let at = 0; at < this.#digits; at++) this.#number[at] = codes[spot.number + at]!;
    }
    if (spot.serviceCode >= 0 && !this.#hasServiceCode) {
      this.#hasServiceCode = true;
      for (let at = 0; at < SERVICE_CODE; at++) this.#serviceCode[at] = codes[spot.serviceCode + at]!;
    }
    return true;
  }

  /** Writes what may be shown into the pool, and returns where that ends. */
  write(at: number): number {
    this.#at = at;
    if (this.#digits === 0) return at;
    const last = this.#digits - SHOWN_LAST;
    let to = writeBytes(at, this.#number, 0, SHOWN_FIRST);
    to = writeStars(to, last - SHOWN_FIRST);
    to = writeBytes(to, this.#number, last, this.#digits);
    return writeBytes(to, this.#serviceCode, 0, SERVICE_CODE);
  }

  /** The card, and the finder is empty again. @param all the text of the pool */
  take(all: string, token: CardToken | undefined): Card | undefined {
    if (this.#digits === 0) return undefined;
    const end = this.#at + this.#digits;
    const card: { -readonly [K in keyof Card]: Card[K] } = { from: this.#from, masked: all.substring(this.#at, end) };
    if (this.#hasServiceCode) card.serviceCode = all.substring(end, end + SERVICE_CODE);
    const number = token ? readLatin1(this.#number, 0, this.#digits) : '';
    for (let at = 0; at < LONGEST_NUMBER; at++) this.#number[at] = 0;
    this.clear();
    if (token) card.token = token(number.replace(/[Xx]/g, '*'));
    return card;
  }
}
