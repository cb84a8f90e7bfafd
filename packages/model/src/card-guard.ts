import type { AttemptField } from './attempt.ts';
import { ATTEMPT_FIELDS } from './attempt.ts';

/**
 * The card-data guard: what stands at every door, before anything is stored, logged or echoed.
 * PCI DSS v4.0.1: 3.3.1 forbids keeping track data, card verification codes and PIN blocks at all,
 * 3.5.1 forbids a readable card number; 3.5.1.1 asks that a hash of it be keyed and of the whole number.
 * When in doubt it removes: a lost remark costs less than a leaked card.
 */
export const REMOVED = '[removed]';

/** Turns a secret into a token under the installation's key. Same secret and key, same token. */
export type Tokenize = (secret: string) => string;

export type Guarded<T> = { readonly value: T; readonly removed: number };

/** Field names of foreign records whose very name says that the value must not be kept. */
const SECRET_NAME =
  /^(?:(?:f|de|field|bit)_?0*(?:2|35|36|45|52)|pan|primary_?account_?number|card_?(?:no|num|number)|account_?number|(?:full_?)?track_?[123]?(?:_?data)?|cvv2?|cvc2?|cvn2?|cav2?|cid|pin|pin_?(?:block|data)|密码|卡号|磁道.*)$/i;

const TRACK = /(?:[;%][A-Za-z]?|\b)\d{12,19}(?:[=^]|[dD](?=\d{4}))/;
const TLV_CARD = /5[aA]0[6-9aA]\d{13,19}|57(?:0[89a-fA-F]|1[0-3])\d{13,19}[dD]/;
const NAMED_PIN_BLOCK = /pin[ _-]?(?:block|data)\W{0,3}[0-9a-f]{16}(?![0-9a-f])/i;
/** ISO 9564-1 formats 0, 1, 3 and 4 before encipherment: format, length, digits, fill. */
const CLEAR_PIN_BLOCK = /(?<![0-9a-fA-F])(?=[0-9a-fA-F]{16}(?![0-9a-fA-F]))[0134][4-9a-cA-C]\d{4,12}[fF]{2,10}/;
const NAMED_VERIFICATION_CODE = /(?:cvv2?|cvc2?|cvn2?|cav2|安全码)\W{0,3}\d{3,4}(?!\d)/i;

/**
 * Whether the digits begin as card numbers do: Visa 4; Mastercard 51–55, 2221–2720; Amex 34, 37;
 * Diners 30, 36, 38, 39; JCB 35; Discover and UnionPay 60, 62, 64, 65, 81; Maestro 50, 56–58, 63, 67–69;
 * domestic Chinese ranges that begin with 9. Other beginnings belong to no card scheme.
 */
function beginsAsCard(digits: string): boolean {
  const two = Number(digits.slice(0, 2));
  const four = Number(digits.slice(0, 4));
  return (
    digits[0] === '4' ||
    digits[0] === '9' ||
    (two >= 50 && two <= 58) ||
    (four >= 2221 && four <= 2720) ||
    (two >= 30 && two <= 39 && two !== 31 && two !== 32 && two !== 33) ||
    (two >= 60 && two <= 69 && two !== 61 && two !== 66) ||
    two === 81
  );
}

/** ISO/IEC 7812-1 Annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const isCardNumber = (digits: string): boolean =>
  digits.length >= 13 && digits.length <= 19 && beginsAsCard(digits) && passesLuhn(digits);

/** A number written in groups (4111 1111 …) is a card number if any run of whole groups is one. */
function holdsCardNumber(text: string): boolean {
  for (const [sequence] of text.matchAll(/\d(?:[ ._-]?\d){12,}/g)) {
    const groups = sequence.split(/[ ._-]/);
    for (let from = 0; from < groups.length; from++) {
      let digits = '';
      for (let to = from; to < groups.length; to++) {
        digits += groups[to];
        if (digits.length > 19) break;
        if (isCardNumber(digits)) return true;
      }
    }
    // A number with its expiry or code glued on is longer than any card number: look at its beginning.
    for (const group of groups) {
      if (group.length > 19 && [15, 16, 19].some((length) => isCardNumber(group.slice(0, length)))) return true;
    }
  }
  return false;
}

/** Whether a string holds a card number, track data, a PIN block or a card verification code. */
export function holdsCardData(text: string): boolean {
  if (text.length < 4 || !/\d{3}|[０-９]{3}/.test(text)) return false;
  const plain = /[^ -~]/.test(text) ? text.normalize('NFKC') : text;
  return (
    (plain.length >= 13 && (holdsCardNumber(plain) || TRACK.test(plain) || TLV_CARD.test(plain))) ||
    NAMED_PIN_BLOCK.test(plain) ||
    CLEAR_PIN_BLOCK.test(plain) ||
    NAMED_VERIFICATION_CODE.test(plain)
  );
}

/**
 * The value of a field of the contract, made safe. Numbers and times are exempt by their nature; a
 * merchant number of 15 digits is exempt unless it begins as an Amex number does.
 */
export function guardField(field: AttemptField, text: string, tokenize: Tokenize): Guarded<string> {
  const { secrecy } = ATTEMPT_FIELDS[field];
  if (secrecy === 'exempt' || !holdsCardData(text)) return { value: text, removed: 0 };
  if (secrecy === 'merchant' && /^\d{15}$/.test(text) && !/^3[47]/.test(text)) return { value: text, removed: 0 };
  return { value: secrecy === 'token' ? tokenize(text) : REMOVED, removed: 1 };
}

/** Any value of an unknown field, made safe through all its depth. Cyclic values cannot come from JSON. */
export function guardUnknown(name: string, value: unknown): Guarded<unknown> {
  if (value === null || value === undefined || typeof value === 'boolean') return { value, removed: 0 };
  if (SECRET_NAME.test(name) && value !== '') return { value: REMOVED, removed: 1 };
  if (typeof value === 'string' || typeof value === 'number') {
    return holdsCardData(String(value)) ? { value: REMOVED, removed: 1 } : { value, removed: 0 };
  }
  let removed = 0;
  if (Array.isArray(value)) {
    const list = value.map((item) => {
      const guarded = guardUnknown(name, item);
      removed += guarded.removed;
      return guarded.value;
    });
    return { value: list, removed };
  }
  const safe: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const guarded = guardUnknown(key, item);
    const unsafeKey = holdsCardData(key);
    removed += guarded.removed + (unsafeKey ? 1 : 0);
    safe[unsafeKey ? REMOVED : key] = guarded.value;
  }
  return { value: safe, removed };
}
