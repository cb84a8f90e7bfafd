import { expect, test } from 'vitest';
import { Ledger } from '../../src/expected/ledger.ts';
import { many, sceneOf } from '../hand.ts';

test('the ledger takes back what was expected of a fault, to the last bit, but knows that it was touched', () => {
  const scene = sceneOf(many(40, {}, 10));
  const ledger = new Ledger(scene, new Float64Array(scene.failed.length).fill(1.1));
  const before = { explained: ledger.explained.slice(), ownShare: ledger.ownShare.slice() };
  const blame = { rows: scene.failed.slice(1, 3), factor: Float64Array.of(3, 7), share: Float64Array.of(0.3, 0.9) };
  ledger.convictions = 1;
  const takeBack = ledger.remember(blame);
  ledger.expect(blame);
  expect(Array.from(ledger.explained)).toEqual([1.1, 1.1 * 3, 1.1 * 7, 1.1]);
  expect(Array.from(ledger.ownShare)).toEqual([1, 1 - 0.3, 1 - 0.9, 1].map(Math.fround));
  takeBack();
  expect({ explained: ledger.explained, ownShare: ledger.ownShare }).toEqual(before);
  expect([0, 1, 2, 3].map((failure) => ledger.isTouched(failure))).toEqual([false, true, true, false]);
});
