import { describe, expect, it } from 'vitest';
import { chipTells } from '../../src/scene/chip-tells.ts';
import type { ByHand } from '../hand.ts';
import { inTurn, many, sceneOf } from '../hand.ts';

const refused = { reason: 'chip_required' } as const;
const swipes = (count: number, service_code: string, every = 0, more: ByHand = {}): ByHand[] =>
  many(count, { interface: 'magstripe', service_code, ...more }, every, refused);
const tellsOf = (...lists: ByHand[][]) => chipTells(sceneOf(inTurn(...lists)).frame);

describe('What a service code tells of a swipe that was refused', () => {
  it('is more, the fewer cards with a chip are swiped', () => {
    const few = tellsOf(swipes(900, '101'), swipes(100, '201', 2));
    const most = tellsOf(swipes(100, '101'), swipes(900, '601', 2));
    expect(few.chip).toBeGreaterThan(3);
    expect(few.none).toBeLessThan(0.3);
    expect(most.chip).toBeLessThan(1.2);
  });

  it('is nothing where stripes are refused whatever the card', () => {
    const { chip, none } = tellsOf(swipes(2000, '101', 4), swipes(2000, '201', 4));
    expect(chip).toBeCloseTo(1, 1);
    expect(none).toBeCloseTo(1, 1);
  });

  it('is not learned from fallbacks, nor from swipes whose service code is not known', () => {
    const plain = tellsOf(swipes(500, '101'), swipes(500, '201', 2));
    const more = tellsOf(
      swipes(500, '101'),
      swipes(500, '201', 2),
      swipes(500, '201', 3, { fallback: true }),
      many(500, { interface: 'magstripe' }, 3, refused),
    );
    expect(more).toEqual(plain);
  });
});
