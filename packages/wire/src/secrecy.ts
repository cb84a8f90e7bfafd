/**
 * How a value is kept from whoever reads the result (PCI DSS v4.0.1): of a card number its first six and last four
 * digits stay (3.4.1), of anything else nothing but its length (3.3.1).
 */
export type Secrecy = 'number' | 'all';

/** Digits of a card number (ISO/IEC 7812-1), and how many of them stay at its ends. */
export const SHORTEST_NUMBER = 13;
export const LONGEST_NUMBER = 19;
export const SHOWN_FIRST = 6;
export const SHOWN_LAST = 4;

const STARS = '*'.repeat(LONGEST_NUMBER + 1);
const [STAR, ZERO, NINE, F, LARGE_X, SMALL_X] = [42, 48, 57, 70, 88, 120];

const isOfNumber = (code: number): boolean =>
  (code >= ZERO && code <= NINE) || code === STAR || code === LARGE_X || code === SMALL_X;

/** Where digits, masked ones among them, end. */
export function endOfNumber(codes: ArrayLike<number>, from: number, to: number): number {
  let at = from;
  while (at < to && isOfNumber(codes[at]!)) at++;
  return at;
}

/** Whether char codes have the form of a card number; some of its digits may be masked already, F may fill it up. */
function isNumber(codes: ArrayLike<number>, from: number, to: number): boolean {
  const end = endOfNumber(codes, from, to);
  const isWhole = end === to || (end === to - 1 && codes[end] === F);
  return isWhole && end - from >= SHORTEST_NUMBER && end - from <= LONGEST_NUMBER;
}

/** Writes `*` over what is secret among char codes. What is no card number by its form is hidden whole. */
export function hide(codes: Uint8Array, from: number, to: number, secrecy: Secrecy): void {
  hideKnown(codes, from, to, secrecy === 'number' && isNumber(codes, from, to));
}

/** The same where it is known whether the ends may be shown, since it is a card number and nothing else. */
export function hideKnown(codes: Uint8Array, from: number, to: number, isShown: boolean): void {
  const end = isShown ? to - SHOWN_LAST : to;
  for (let at = isShown ? from + SHOWN_FIRST : from; at < end; at++) codes[at] = STAR;
}

/** What of a card number may be shown: its ends. */
const endsOf = (number: string): string =>
  number.slice(0, SHOWN_FIRST) + STARS.slice(SHOWN_FIRST + SHOWN_LAST - number.length) + number.slice(-SHOWN_LAST);

/** The value with `*` for what is secret; the same length. */
export function mask(value: string, secrecy: Secrecy): string {
  const codes = Array.from(value, (character) => character.charCodeAt(0));
  return secrecy === 'number' && isNumber(codes, 0, codes.length) ? endsOf(value) : '*'.repeat(value.length);
}
