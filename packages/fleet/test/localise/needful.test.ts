import { describe, expect, it } from 'vitest';
import type { Said } from '../../src/localise/needful.ts';
import { needful } from '../../src/localise/needful.ts';

const says = (evidence: Readonly<Record<number, number>>, price = 5): Said => ({
  members: Int32Array.from(Object.keys(evidence), Number),
  evidence: Float64Array.from(Object.values(evidence)),
  price,
});

describe('the causes that are needed', () => {
  it('leave out what holds parts of two others and says no more of them', () => {
    expect(needful([says({ 0: 90, 1: 80 }), says({ 0: 100, 2: 30 }), says({ 1: 100, 3: 30 })], 4, 5)).toEqual([1, 2]);
  });

  it('keep what says something of its own', () => {
    const causes = [says({ 0: 90, 1: 80, 4: 20 }), says({ 0: 100, 2: 30 }), says({ 1: 100, 3: 30 })];
    expect(needful(causes, 5, 5)).toEqual([0, 1, 2]);
  });

  it('keep the cheaper of two that say the same, and one at least', () => {
    expect(needful([says({ 0: 50 }, 7), says({ 0: 50 }, 5)], 1, 5)).toEqual([1]);
    expect(needful([says({ 0: 1 })], 1, 5)).toEqual([0]);
    expect(needful([], 0, 5)).toEqual([]);
  });
});
