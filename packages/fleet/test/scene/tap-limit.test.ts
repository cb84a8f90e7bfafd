import type { Attempt } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { searchFaults } from '../../src/court/search.ts';
import { ABOVE_LIMIT, FRESH, PERHAPS_ABOVE } from '../../src/scene/sales.ts';
import type { ByHand } from '../hand.ts';
import { inTurn, many, sceneOf } from '../hand.ts';

const LIMIT = 5000;
const refused = { outcome: 'failed', reason: 'use_other_interface' } as const;

/** Taps of amounts from 100 to 9900 minor units, of which from `from` on every third of an amount above the limit is refused. */
const taps = (count: number, fields: Partial<Attempt>, from = 0): ByHand[] =>
  Array.from({ length: count }, (_, i) => {
    const amount_minor = 100 + ((i * 700) % 9800);
    const tap = { interface: 'contactless', amount_minor, currency: 'EUR', ...fields } as const;
    return i >= from && amount_minor >= LIMIT && i % 3 === 0 ? { ...tap, ...refused } : tap;
  });

const contextsOf = (attempts: readonly ByHand[], isAsked: (one: ByHand) => boolean): readonly number[] => {
  const { sales } = sceneOf(attempts);
  return [...new Set(attempts.flatMap((one, row) => (isAsked(one) ? [sales.context[row]!] : [])))];
};

describe('The contactless limit', () => {
  it('is learned from the amounts of the taps that are sent to the chip', () => {
    const log = taps(900, {});
    expect(contextsOf(log, ({ amount_minor }) => amount_minor! >= LIMIT)).toEqual([ABOVE_LIMIT]);
    expect(contextsOf(log, ({ amount_minor }) => amount_minor! < LIMIT)).toEqual([FRESH]);
  });

  it('is one of its currency', () => {
    const log = inTurn(taps(900, {}), many(900, { interface: 'contactless', amount_minor: 9000, currency: 'CNY' }));
    expect(contextsOf(log, ({ currency }) => currency === 'CNY')).toEqual([FRESH]);
  });

  it('may have been met by a tap of unknown amount', () => {
    const log = inTurn(taps(900, {}), many(300, { interface: 'contactless', currency: 'EUR' }));
    expect(contextsOf(log, ({ amount_minor }) => amount_minor === undefined)).toEqual([PERHAPS_ABOVE]);
  });

  it('is none where taps began to be refused one day', () => {
    expect(contextsOf(taps(900, {}, 600), ({ outcome }) => outcome === undefined)).toEqual([FRESH]);
  });

  it('accuses no terminal where dinners are paid', () => {
    const inn = Array.from({ length: 120 }, (_, i) => ({
      terminal_id: 'inn',
      interface: 'contactless' as const,
      amount_minor: 8000,
      currency: 'EUR',
      ...(i % 3 === 0 ? refused : {}),
    }));
    const bakeries = ['A', 'B', 'C', 'D', 'E', 'F'].map((terminal_id) => taps(600, { terminal_id }));
    const scene = sceneOf(inTurn(inn, ...bakeries));
    expect(searchFaults(scene, 0.05).faults.map(({ kind }) => kind)).toEqual([]);
  });
});
