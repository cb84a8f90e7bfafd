import type { AttemptField } from './attempt.ts';
import { ATTEMPT_FIELDS } from './attempt.ts';
import { isCardLikeNumber } from './card-number.ts';
import type { Tokenize } from './card-token.ts';
import { cardToken } from './card-token.ts';
import { holdsCardData } from './holds-card-data.ts';
import { isNumberedPinBlock, isSecretName } from './secret-name.ts';

/**
 * The card-data guard: what stands at every door, before anything is stored, logged or echoed.
 * PCI DSS v4.0.1: 3.3.1 forbids keeping track data, card verification codes and PIN blocks at all,
 * 3.5.1 forbids a readable card number; 3.5.1.1 asks that a hash of it be keyed and of the whole number.
 * When in doubt it removes: a lost remark costs less than a leaked card.
 */
export const REMOVED = '[removed]';

export type Guarded<T> = { readonly value: T; readonly removed: number };

/** Nothing sensible is deeper; what is would exhaust the stack of whoever walks it. */
const DEEPEST = 32;

/**
 * The value of a field of the contract, made safe. Numbers and times are exempt by their nature; a
 * merchant number of 15 digits is exempt unless it begins as an Amex number does.
 */
export function guardField(field: AttemptField, text: string, tokenize: Tokenize): Guarded<string> {
  const { secrecy } = ATTEMPT_FIELDS[field];
  const exempt = secrecy === 'exempt' || (secrecy === 'merchant' && /^(?!3[47])\d{15}$/.test(text));
  if (exempt || !holdsCardData(text)) return { value: text, removed: 0 };
  return { value: secrecy === 'token' ? cardToken(text, tokenize) : REMOVED, removed: 1 };
}

/** Any value of an unknown field, made safe through all its depth. Cyclic values cannot come from JSON. */
export function guardUnknown(name: string, value: unknown): Guarded<unknown> {
  return guardAt(name, value, 0);
}

function guardAt(name: string, value: unknown, depth: number): Guarded<unknown> {
  const isNothing = value === null || value === undefined || value === '' || typeof value === 'boolean';
  if (isNothing || value === REMOVED) return { value, removed: 0 };
  if (depth > DEEPEST || isSecretName(name) || isNumberedPinBlock(name, value)) return { value: REMOVED, removed: 1 };
  if (Array.isArray(value)) {
    const items = value.map((item) => guardAt(name, item, depth + 1));
    return { value: items.map((item) => item.value), removed: items.reduce((sum, item) => sum + item.removed, 0) };
  }
  if (typeof value === 'object') return guardObject(value, depth);
  const unsafe = typeof value === 'number' ? isCardLikeNumber(value) : holdsCardData(String(value));
  return unsafe ? { value: REMOVED, removed: 1 } : { value, removed: 0 };
}

function guardObject(object: object, depth: number): Guarded<Record<string, unknown>> {
  const safe = new Map<string, unknown>();
  let removed = 0;
  let keys = 0;
  for (const [key, item] of Object.entries(object)) {
    const guarded = guardAt(key, item, depth + 1);
    const unsafeKey = holdsCardData(key);
    if (unsafeKey) keys++;
    removed += guarded.removed;
    safe.set(unsafeKey ? `${REMOVED}${keys > 1 ? ` ${keys}` : ''}` : key, guarded.value);
  }
  // fromEntries defines where an assignment would call the setter of a key named __proto__.
  return { value: Object.fromEntries(safe), removed: removed + keys };
}
