import { describe, expect, it } from 'vitest';
import { searchFaults } from '../../src/court/search.ts';
import { badCards } from '../../src/finding/bad-cards.ts';
import { faultAt, many, sceneOf } from '../hand.ts';

/** Two hundred cards that are read well, and one card that is tried so often, of which so many reads fail. */
function logWith(tries: number, failures: number) {
  const well = Array.from({ length: 200 }, (_, i) => many(3, { terminal_id: `T${i % 7}`, card_ref: `C${i}` }));
  const tried = Array.from({ length: tries }, (_, i) => ({
    terminal_id: `T${i % 7}`,
    card_ref: 'X',
    ...(i < failures && { outcome: 'failed' as const, reason: 'mute' as const }),
  }));
  const every = Math.floor(well.length / tries);
  const scene = sceneOf(well.flatMap((reads, i) => (i % every === 0 ? [...reads, ...tried.splice(0, 1)] : reads)));
  return { scene, searched: searchFaults(scene, 0.05) };
}

describe('bad cards', () => {
  it('are counted where a card fails at one terminal after the other', () => {
    const { scene, searched } = logWith(5, 5);
    expect(badCards(scene, searched, [])).toBe(1);
  });

  it('are none where a card failed once, or seldom', () => {
    for (const [tries, failures] of [
      [5, 1],
      [20, 2],
    ] as const) {
      const { scene, searched } = logWith(tries, failures);
      expect(badCards(scene, searched, [])).toBe(0);
    }
  });

  it('do not count a card that is a finding of its own', () => {
    const { scene, searched } = logWith(10, 10);
    expect(badCards(scene, searched, [])).toBe(1);
    expect(badCards(scene, searched, [faultAt(scene, { card_ref: 'X' })])).toBe(0);
  });
});
