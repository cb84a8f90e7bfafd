import { INTERFACES } from '@duka/model';
import { expect, test } from 'vitest';
import { findGroups } from '../../src/suspicion/groups.ts';
import type { ByHand } from '../hand.ts';
import { many, sceneOf } from '../hand.ts';

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

test('of a store with one terminal only the terminal is a group, of one with two the store is as well', () => {
  const kinds = (terminals: readonly string[]): readonly string[] => {
    const attempts = terminals.flatMap((terminal_id) => many(4, { ...failure, terminal_id, store_id: 'S1' }));
    return findGroups(sceneOf(attempts)).groups.map(({ kind }) => kind);
  };
  expect(kinds(['T1'])).toEqual(['terminal']);
  expect(kinds(['T1', 'T2'])).toEqual(['terminal', 'terminal', 'store']);
});

test('a group of an issuer range and a model holds the attempts of both', () => {
  const of = (model: string, bin: string, attempts: readonly ByHand[]) =>
    attempts.map((attempt) => ({ ...attempt, terminal_id: model, model, bin }));
  const { groups, countOf } = findGroups(
    sceneOf([
      ...of('M1', '400000', [failure, {}, failure, failure]),
      ...of('M1', '500000', [failure, {}, {}, failure, failure]),
      ...of('M2', '400000', [failure, failure, {}, failure]),
      ...of('M2', '500000', [{}]),
    ]),
  );
  expect(countOf.get('bin × model')).toBe(4);
  const crossed = groups.filter(({ kind }) => kind === 'bin × model');
  expect(crossed.map(({ failed }) => Array.from(failed))).toEqual([
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
  ]);
  expect(Array.from(crossed[1]!.exposure).filter((_, at) => at % INTERFACES.length === CHIP)).toEqual([0, 2, 0, 0]);
});
