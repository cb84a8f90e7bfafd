import type { Secrecy } from './secrecy.ts';

/**
 * The data objects that hold card data (EMV Book 3, Annex A; contactless kernels C-2 and C-3): the number, the tracks and
 * their discretionary data, expiry, name and issuer's script for the PIN. Whatever shows a tag asks this table.
 */
export const SECRET_TAGS: { readonly [tag: string]: Secrecy } = {
  '56': 'all', // track 1 data
  '57': 'all', // track 2 equivalent data
  '5A': 'number', // application PAN
  '5F20': 'all', // cardholder name
  '5F24': 'all', // application expiration date
  '5F53': 'all', // IBAN: the account behind the card
  '86': 'all', // issuer script command: may carry a new PIN
  '9F0B': 'all', // cardholder name extended
  '9F1F': 'all', // track 1 discretionary data
  '9F20': 'all', // track 2 discretionary data
  '9F61': 'all', // cardholder's identity number (PBOC 3.0)
  '9F6B': 'all', // track 2 data of the contactless stripe mode
  '99': 'all', // transaction PIN data
};
