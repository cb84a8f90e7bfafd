/**
 * How a value is kept from whoever reads the result (PCI DSS v4.0.1): of a card number its first six and last four
 * digits stay (3.4.1), of anything else nothing but its length (3.3.1).
 */
export type Secrecy = 'number' | 'all';

/** Digits of a card number (ISO/IEC 7812-1), and how many of them stay at its ends. */
export const SHORTEST_NUMBER = 13;
const LONGEST_NUMBER = 19;
export const SHOWN_FIRST = 6;
export const SHOWN_LAST = 4;

const NUMBER = /^[0-9*Xx]+F?$/;

/** The value with `*` for what is secret; the same length. What is no card number by its form is hidden whole. */
export function mask(value: string, secrecy: Secrecy): string {
  const length = value.endsWith('F') ? value.length - 1 : value.length;
  const isNumber = length >= SHORTEST_NUMBER && length <= LONGEST_NUMBER && NUMBER.test(value);
  if (secrecy !== 'number' || !isNumber) return '*'.repeat(value.length);
  const hidden = value.length - SHOWN_FIRST - SHOWN_LAST;
  return value.slice(0, SHOWN_FIRST) + '*'.repeat(hidden) + value.slice(-SHOWN_LAST);
}
