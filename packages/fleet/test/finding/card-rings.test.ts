import { expect, it } from 'vitest';
import { gatherRing } from '../../src/finding/card-rings.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

const ORDINARY = 5000;

/** Six bad cards, each used six times at one terminal after the other, for the amount given for it; beside them good ones. */
function withBadCards(amountOf: (card: number) => number) {
  const good = Array.from({ length: 6 }, (_, t) =>
    many(100, { terminal_id: `T${t}`, amount_minor: ORDINARY }).map((one, i) => ({
      ...one,
      card_ref: `good ${t} ${i}`,
    })),
  );
  const bad = Array.from({ length: 6 }, (_, card) =>
    many(6, { card_ref: `bad ${card}`, amount_minor: amountOf(card) }, 1).map((one, i) => ({
      ...one,
      terminal_id: `T${i}`,
    })),
  );
  const scene = sceneOf(inTurn(...good, ...bad));
  const faults = bad.map((_, card) => faultAt(scene, { card_ref: `bad ${card}` }));
  return { scene, faults, gathered: gatherRing(scene, faults) };
}

it('makes one fault of bad cards that are used for large amounts only, wherever they come', () => {
  const { scene, faults, gathered } = withBadCards((card) => (card < 5 ? 9 * ORDINARY : ORDINARY));
  expect(gathered).toHaveLength(2);
  expect(gathered[0]).toBe(faults[5]);
  const ring = gathered[1]!;
  expect(ring).toMatchObject({ kind: 'card', excess: 30 });
  expect(ring.bounds.card_ref!.map(scene.frame.text.card_ref.value).sort()).toEqual([
    'bad 0',
    'bad 1',
    'bad 2',
    'bad 3',
    'bad 4',
  ]);
  expect(ring.blame.rows).toHaveLength(30);
});

it('leaves bad cards apart that pay what others pay', () => {
  const { faults, gathered } = withBadCards(() => ORDINARY);
  expect(gathered).toBe(faults);
});

it('is no ring of two', () => {
  const { faults, gathered } = withBadCards((card) => (card < 2 ? 9 * ORDINARY : ORDINARY));
  expect(gathered).toBe(faults);
});

it('is no ring of cards whose holders forget their PIN, as it may be asked for large amounts only', () => {
  const { scene, faults } = withBadCards(() => 9 * ORDINARY);
  expect(gatherRing(scene, faults)).toHaveLength(1);
  const forgotten = faults.map((fault) => ({ ...fault, pattern: 'wrong_pin' as const }));
  expect(gatherRing(scene, forgotten)).toBe(forgotten);
});
