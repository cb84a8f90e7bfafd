import { describe, expect, it } from 'vitest';
import { isReported } from '../../src/court/court.ts';
import { isWithoutMoney } from '../../src/court/without-money.ts';
import type { Fault, Scene } from '../../src/scene/scene.ts';
import type { ByHand } from '../hand.ts';
import { faultAt, sceneOf } from '../hand.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const card = { card_ref: 'K' } as const;

/** A card that is shown in a sale every hour, each at another terminal; its tries ended so: `ok`, a host's code, or `declined` and no more. */
const shown = (...sales: readonly (string | readonly string[])[]): [Scene, Fault] => {
  const attempts = sales.flatMap((tries, sale) =>
    [tries].flat().map((end, i): ByHand => {
      const at = {
        ...card,
        terminal_id: `T${sale % 7}`,
        sale_id: `S${sale}`,
        time: sale * HOUR + i * MINUTE,
      };
      if (end === 'ok') return at;
      return { ...at, outcome: 'failed', reason: 'declined', ...(end.startsWith('iso39') && { code: end }) };
    }),
  );
  const scene = sceneOf(attempts);
  return [scene, faultAt(scene, card, { pattern: 'no_funds' })];
};

const times = (count: number, end: string): string[] => Array(count).fill(end);

describe('A card that is refused as if for want of money', () => {
  it('is its holder’s, and not reported, where the host always says so', () => {
    expect(isReported(...shown(...times(12, 'iso39:51')))).toBe(false);
  });

  it('is blocked where the host answers in several ways', () => {
    expect(isReported(...shown(...times(6, 'iso39:51'), 'iso39:62', 'iso39:61', 'iso39:05', 'iso39:54'))).toBe(true);
  });

  it('is blocked where the host does not say why, and it is never accepted', () => {
    expect(isWithoutMoney(...shown(...times(10, 'declined')))).toBe(false);
  });

  it('is its holder’s where the host does not say why, but small sums are accepted', () => {
    const ends = times(10, 'declined').flatMap((end) => [end, 'ok']);
    expect(isWithoutMoney(...shown(...ends, 'declined'))).toBe(true);
  });

  it('is its holder’s where every second sale is accepted, however often the others were tried', () => {
    const refused = times(5, 'declined');
    expect(isWithoutMoney(...shown(refused, 'ok', 'ok', refused))).toBe(true);
    expect(isWithoutMoney(...shown(...refused, 'ok', 'ok', ...refused))).toBe(false);
  });
});
