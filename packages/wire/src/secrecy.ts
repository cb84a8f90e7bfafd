/**
 * How a value is kept from whoever reads the result (PCI DSS v4.0.1): of a card number its first six and last four
 * digits stay (3.4.1), of anything else nothing but its length (3.3.1).
 */
export type Secrecy = 'number' | 'all';

const SHORTEST_NUMBER = 13;

/** The value with `*` for what is secret; the same length. What is no card number by its form is hidden whole. */
export function mask(value: string, secrecy: Secrecy): string {
  const isNumber = secrecy === 'number' && value.length >= SHORTEST_NUMBER && /^[0-9*Xx]{6,}F?$/.test(value);
  if (!isNumber) return '*'.repeat(value.length);
  return `${value.slice(0, 6)}${'*'.repeat(value.length - 10)}${value.slice(-4)}`;
}
