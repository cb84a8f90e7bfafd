import { readLatin1 } from '../bytes/latin1.ts';
import { codes } from '../bytes/text-pool.ts';
import { endsOf, isNumber } from '../secrecy.ts';

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

/** Where a card number stands among the codes of the pool, and a service code; -1 where there is none. */
type Spot = { readonly number: number; readonly end: number; readonly serviceCode: number };
export type CardReader = (from: number, to: number) => Spot | undefined;

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
export const cardOfNumber: CardReader = (from, to) => {
  const end = codes[to - 1] === LETTER_F ? to - 1 : to;
  return isNumber(codes, from, end) ? { number: from, end, serviceCode: -1 } : undefined;
};

/** ISO/IEC 7813, track 2: number, separator, expiry, service code. */
export const cardOfTrack2: CardReader = (from, to) => {
  let end = from;
  while (end < to && !isSeparator(codes[end])) end++;
  return isNumber(codes, from, end) ? { number: from, end, serviceCode: serviceCodeAt(end + 1, to) } : undefined;
};

/** ISO/IEC 7813, track 1: B, number, separator, name, separator, expiry, service code. */
export const cardOfTrack1: CardReader = (from, to) => {
  const number = codes.indexOf(LETTER_B, from) + 1;
  const end = codes.indexOf(CARET, from);
  const name = codes.indexOf(CARET, end + 1);
  if (number === 0 || end < 0 || name < 0 || name >= to || !isNumber(codes, number, end)) return undefined;
  return { number, end, serviceCode: serviceCodeAt(name + 1, to) };
};

type Source = { readonly from: string; readonly number: string; readonly serviceCode: string | undefined };

const isTrack = ({ from }: Source): boolean => from === 'f35' || from === 'f45';

/** Gathers what the places of a message say of its card: the number of the first that has one, any service code. */
export class CardFinder {
  readonly #sources: Source[] = [];

  /** Whether field 2 has told the number, so that no other is of interest. */
  get isDone(): boolean {
    return this.#sources[0]?.from === 'f2';
  }

  look(read: CardReader, from: string, start: number, end: number): void {
    const spot = read(start, end);
    if (!spot) return;
    this.#sources.push({
      from,
      number: this.isDone ? '' : readLatin1(codes, spot.number, spot.end - spot.number),
      serviceCode: spot.serviceCode < 0 ? undefined : readLatin1(codes, spot.serviceCode, SERVICE_CODE),
    });
  }

  /** @param areTracksEnciphered asked where tracks told something: then it is none */
  card(areTracksEnciphered: () => boolean, token: CardToken | undefined): Card | undefined {
    let sources: readonly Source[] = this.#sources;
    if (sources.some(isTrack) && areTracksEnciphered()) sources = sources.filter((source) => !isTrack(source));
    const [first] = sources;
    if (!first) return undefined;
    const card: { -readonly [K in keyof Card]: Card[K] } = { from: first.from, masked: endsOf(first.number) };
    if (token) card.token = token(first.number.replace(/[Xx]/g, '*'));
    for (const { serviceCode } of sources) if (serviceCode !== undefined) card.serviceCode ??= serviceCode;
    return card;
  }
}
