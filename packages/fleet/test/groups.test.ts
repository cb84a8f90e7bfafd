import { INTERFACES } from '@duka/model';
import { expect, test } from 'vitest';
import { findGroups } from '../src/groups.ts';
import type { ByHand } from './hand.ts';
import { many, sceneOf } from './hand.ts';

const failure: ByHand = { outcome: 'failed', reason: 'mute' };
const CHIP = INTERFACES.indexOf('chip');

/** How many chip reads of the terminal went well before each of its failures and after the last. */
function between(attempts: readonly ByHand[]): readonly number[] {
  const { groups } = findGroups(sceneOf(attempts));
  const { exposure } = groups.find(({ kind }) => kind === 'terminal')!;
  return Array.from(exposure).filter((_, at) => at % INTERFACES.length === CHIP);
}

test('a group counts what went well between its failures', () => {
  expect(between([...many(2, {}), failure, ...many(3, {}), failure, failure, ...many(1, {})])).toEqual([2, 3, 0, 1]);
});

test('a group counts more than sixteen bits hold', () => {
  expect(between([failure, ...many(70_000, {}), failure, failure, ...many(5, {})])).toEqual([0, 70_000, 0, 5]);
});
