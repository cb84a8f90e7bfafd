import { mask } from '../secrecy.ts';

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
 * 3.5.1.1), and appears nowhere else. A number that is already masked in the message is given with its `*`.
 */
export type CardToken = (number: string) => string;

/** What is found in one place of a message; it does not leave the parser. */
export type CardSource = { readonly from: string; readonly number: string; readonly serviceCode?: string };

const NUMBER = /^[0-9*Xx]{13,19}$/;
/** ISO/IEC 7813: number, separator, expiry or a separator for none, service code. */
const TRACK_2 = /^([0-9*Xx]{13,19})[D=](?:\d{4}|[D=])(\d{3})?/;
const TRACK_1 = /^%?B([0-9*Xx]{13,19})\^[^^]{0,26}\^(?:\d{4}|\^)(\d{3})?/;

export function cardOfNumber(from: string, text: string): CardSource | undefined {
  const number = text.replace(/F$/, '');
  return NUMBER.test(number) ? { from, number } : undefined;
}

export function cardOfTrack(from: string, text: string): CardSource | undefined {
  const [, number, serviceCode] = TRACK_2.exec(text) ?? TRACK_1.exec(text) ?? [];
  if (number === undefined) return undefined;
  return serviceCode === undefined ? { from, number } : { from, number, serviceCode };
}

/** The card of a message from all that was found: the number of the first place that has one, any service code. */
export function cardOf(sources: readonly CardSource[], token: CardToken | undefined): Card | undefined {
  const [first] = sources;
  if (!first) return undefined;
  const number = first.number.replace(/[Xx]/g, '*');
  const serviceCode = sources.find((source) => source.serviceCode !== undefined)?.serviceCode;
  return {
    from: first.from,
    masked: mask(number, 'number'),
    ...(token && { token: token(number) }),
    ...(serviceCode !== undefined && { serviceCode }),
  };
}
