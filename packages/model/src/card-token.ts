import { plainText } from './plain-text.ts';

/** Turns a secret into a token under the installation's key. Same secret and key, same token. */
export type Tokenize = (secret: string) => string;

/** The same card is the same token however its digits are grouped. */
function identityOf(text: string): string {
  const closed = plainText(text).replace(/[ ._-]/g, '');
  return /^\d+$/.test(closed) ? closed : text;
}

/**
 * The token that stands for a card number everywhere: where the guard finds one, and where a host log names one. It is made of
 * the whole number (PCI DSS v4.0.1, 3.5.1.1), so the same card is the same `card_ref` whatever door it came in by.
 */
export const cardToken = (written: string, tokenize: Tokenize): string => tokenize(identityOf(written));

/**
 * The token of a truncated number: what is left of it, and how long it was. Several cards may share it, so it is marked, and never
 * equals the token of a whole number.
 */
export const weakCardToken = (lead: string, tail: string, length: number, tokenize: Tokenize): string =>
  `weak_${tokenize(`${lead}*${tail}/${length}`)}`;
