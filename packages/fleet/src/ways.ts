import type { PatternId } from '@duka/knowledge/signatures';
import type { Fault } from './scene.ts';

/** What customers, their cards and the rules of a trade bring about, no matter who serves them and at which terminal. */
const OF_CUSTOMERS: ReadonlySet<PatternId> = new Set([
  'chip',
  'stripe',
  'radio',
  'tap_rules',
  'wrong_pin',
  'removed_early',
  'insertion',
  'swiping',
  'stripe_refused',
  'wrong_method',
  'cancelled',
  'misread',
  'application',
  'blocked',
]);
/** A trouble strikes harder than this. */
const MILD = 0.15;
/** It was there from the start if no more than this part of the attempts came before. */
const AT_ONCE = 0.03;

/**
 * Whether a store is only unlike the others: old people who mistype their PINs, a quarter with worn cards. What all its terminals and
 * cashiers have shown mildly since the log began is expected there from now on, but nobody's fault; what begins one day is.
 */
export function isItsWay({ kind, pattern, rate, rows, first, over }: Fault): boolean {
  if ((kind !== 'store' && kind !== 'merchant') || !OF_CUSTOMERS.has(pattern) || over || rate > MILD) return false;
  return first <= rows[Math.floor(AT_ONCE * rows.length)]!;
}
