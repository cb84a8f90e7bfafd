import type { PatternId } from '@duka/knowledge/signatures';
import type { Fault } from '../scene/scene.ts';
import { isOfMake } from '../suspicion/slack.ts';

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

/** A stripe that is closed at a place is refused for most cards; less is the rule of a trade, or who comes there. */
const CLOSED = 0.6;

/**
 * Whether a place is only unlike the others: old people who mistype their PINs, a quarter with worn cards, pumps that have always asked for the
 * chip, a reader mounted where phones are held askew. What all terminals and cashiers of a store have shown mildly since the log began is expected there from now on, but nobody's
 * fault; what begins one day is.
 */
export function isItsWay({ kind, pattern, rate, rows, first, over }: Fault): boolean {
  if (over || kind === 'operator' || first > rows[Math.floor(AT_ONCE * rows.length)]!) return false;
  const isPlace = kind === 'store' || kind === 'merchant';
  if (pattern === 'radio' && kind === 'terminal') return rate <= MILD;
  if (pattern !== 'stripe_refused') return isPlace && OF_CUSTOMERS.has(pattern) && rate <= MILD;
  return rate <= (isPlace || kind === 'terminal' || isOfMake(kind) ? CLOSED : MILD);
}
