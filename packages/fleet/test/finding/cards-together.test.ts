import { expect, it } from 'vitest';
import { gatherCards } from '../../src/finding/cards-together.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

/** Bad cards, each used four times at the terminal given for it; beside them, a hundred good ones at each of ten terminals. */
function withBadCards(terminalOf: (card: number) => number, cards = 6) {
  const good = Array.from({ length: 10 }, (_, t) =>
    Array.from({ length: 100 }, (_, i) => ({ terminal_id: `T${t}`, card_ref: `good ${t} ${i}` })),
  );
  const bad = Array.from({ length: cards }, (_, card) =>
    many(4, { terminal_id: `T${terminalOf(card)}`, card_ref: `bad ${card}` }, 1),
  );
  const scene = sceneOf(inTurn(...good, ...bad));
  const faults = bad.map((_, card) => faultAt(scene, { card_ref: `bad ${card}` }));
  return { scene, faults, gathered: gatherCards(scene, faults) };
}

it('makes one fault of the terminal out of bad cards that fail there and nowhere else', () => {
  const { scene, gathered } = withBadCards(() => 3);
  expect(gathered).toHaveLength(1);
  const [fault] = gathered;
  expect(fault).toMatchObject({ kind: 'terminal', excess: 24 });
  expect(fault!.bounds.terminal_id!.map(scene.frame.text.terminal_id.value)).toEqual(['T3']);
  expect(fault!.blame.rows).toEqual(scene.failed);
});

it('leaves bad cards apart that come to all terminals', () => {
  const { faults, gathered } = withBadCards((card) => card);
  expect(gathered).toEqual(faults);
});

it('is not sure of three of thirty', () => {
  const { faults, gathered } = withBadCards((card) => (card < 3 ? 3 : card % 10), 30);
  expect(gathered).toEqual(faults);
});
