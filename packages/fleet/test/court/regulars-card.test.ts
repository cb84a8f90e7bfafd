import { describe, expect, it } from 'vitest';
import { regularsCard } from '../../src/court/regulars-card.ts';
import { UNKNOWN } from '../../src/log/dictionary.ts';
import { exposed, makeRoom, trialsOf } from '../../src/suspicion/trials.ts';
import type { ByHand } from '../hand.ts';
import { sceneOf } from '../hand.ts';

/** A sale in which a chip read fails without telling its card, and which goes on with this one by stripe; null: it does not go on. */
const failing = (sale: number, card: string | null): ByHand[] => [
  { sale_id: `F${sale}`, outcome: 'failed', reason: 'mute' },
  ...(card === null ? [] : [{ sale_id: `F${sale}`, interface: 'magstripe' as const, card_ref: card }]),
];

/** The card that sales with failing reads point to, when they go on with these. */
function pointedTo(cards: readonly (string | null)[], others = 1): string | null {
  const well = (sale: number): ByHand[] => Array.from({ length: others }, (_, i) => ({ card_ref: `W${sale}-${i}` }));
  const scene = sceneOf(cards.flatMap((card, sale) => [...well(sale), ...failing(sale, card)]));
  const part = exposed(
    Int32Array.from({ length: scene.frame.length }, (_, row) => row),
    scene,
  );
  const trials = trialsOf(part, scene, new Float64Array([1, 0, 0, 0, 0]), makeRoom(part.failed.length));
  const code = regularsCard(scene, trials, () => true);
  return code === UNKNOWN ? null : scene.frame.text.card_ref.value(code);
}

describe("a regular's card", () => {
  it('is what sales with failing reads tell again and again', () => {
    expect(pointedTo(['A', null, null, 'A', null, 'A', null, 'B', 'A', null])).toBe('A');
  });

  it('is not there where they tell now one card and now another', () => {
    expect(pointedTo(['A', null, 'B', 'C', null, 'A', null, 'D', 'E', null])).toBeNull();
  });

  it('is not there where hardly anybody else is served', () => {
    expect(pointedTo(['A', null, null, 'A', null, 'A', null, 'A', 'A', null], 0)).toBeNull();
  });

  it('is not there where too few go on', () => {
    expect(pointedTo(['A', null, null, 'A', null, 'A', null, null])).toBeNull();
  });
});
