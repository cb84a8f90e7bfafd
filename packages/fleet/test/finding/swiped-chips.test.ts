import { describe, expect, it } from 'vitest';
import { swipedChips } from '../../src/finding/swiped-chips.ts';
import type { ByHand } from '../hand.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

/** What is said of a terminal's fault that struck these attempts, all failures of which are its work. */
const saidOf = (...lists: readonly ByHand[][]): string => {
  const scene = sceneOf(inTurn(...lists));
  return swipedChips(scene, faultAt(scene, { terminal_id: 'T1' }), scene.failed);
};
const swipes = (service_code: string | null, every = 0, more: ByHand = {}): ByHand[] =>
  many(60, { interface: 'magstripe', ...(service_code && { service_code }), ...more }, every);

describe('Whether the swiped cards have a chip', () => {
  it('is told by the service codes of the swipes that failed', () => {
    expect(saidOf(swipes('201', 2), swipes('101'))).toBe('chips');
    expect(saidOf(swipes('101', 2), swipes('601'))).toBe('none');
    expect(saidOf(swipes('101', 2), swipes('201', 2))).toBe('both');
  });

  it('is not even read where failed swipes know no service code and others do', () => {
    expect(saidOf(swipes(null, 2), swipes('101'), swipes('101'))).toBe('unread');
  });

  it('is not told where no record has service codes, and is no question of chips that were inserted', () => {
    expect(saidOf(swipes(null, 2))).toBe('untold');
    expect(saidOf(many(60, { service_code: '201' }, 2), swipes('101', 20))).toBe('untold');
  });

  it('is not told by fallbacks, all of which are of cards with a chip', () => {
    expect(saidOf(swipes('201', 2, { fallback: true }), swipes('101'))).toBe('untold');
  });
});
