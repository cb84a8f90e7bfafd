import { INTERFACES } from '@duka/model';
import { expect, test } from 'vitest';
import { tallies } from '../../src/expected/tallies.ts';
import { takeSeats } from '../../src/suspicion/seats.ts';
import type { ByHand } from '../hand.ts';
import { sceneOf } from '../hand.ts';

const at = (terminal_id: string, app_version: string, more: ByHand = {}): ByHand => ({
  terminal_id,
  app_version,
  ...more,
});
const failed: ByHand = { outcome: 'failed', reason: 'mute' };

const scene = sceneOf([
  at('A', '1', { store_id: 'S' }),
  at('B', '1', { ...failed, store_id: 'S' }),
  at('A', '2', { interface: 'magstripe' }),
  at('A', '2', failed),
  at('A', '1'),
]);

test('a terminal has a seat in each of its homes, and comes back to it', () => {
  const seats = takeSeats(scene);
  expect(Array.from(seats.of)).toEqual([0, 1, 2, 2, 0]);
  expect(Array.from(seats.terminal)).toEqual([0, 1, 0]);
  expect(Array.from(seats.failures)).toEqual([0, 1, 1]);
  expect(seats.home[0]).toBe(seats.home[1]);
});

test('homes are numbered only where attempts lie in them', () => {
  expect(scene.attributes.homes).toBe(2);
});

test('attempts are counted by terminals, and by what their homes have, with the last of each', () => {
  const tally = tallies(scene, null);
  const chip = (counts: Int32Array) => Array.from(counts).filter((_, i) => i % INTERFACES.length === 0);
  const terminals = tally('terminal_id');
  expect([chip(terminals.counts), Array.from(terminals.last)]).toEqual([
    [3, 1],
    [4, 1],
  ]);
  const versions = tally('app_version');
  expect([chip(versions.counts), Array.from(versions.last)]).toEqual([
    [3, 1],
    [4, 3],
  ]);
});
