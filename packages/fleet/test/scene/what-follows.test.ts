import type { Interface, Reason } from '@duka/model';
import { REASONS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import type { ByHand } from '../hand.ts';
import { inTurn, many, sceneOf } from '../hand.ts';

/** Sales of a terminal in which a swipe fails, and what is tried next. */
const sales = (terminal_id: string, failure: ByHand, next: Interface | null): ByHand[] =>
  Array.from({ length: 60 }, (_, i): ByHand[] => {
    const sale = { terminal_id, sale_id: `${terminal_id} ${i}` };
    const swipe: ByHand = { ...sale, interface: 'magstripe', outcome: 'failed', ...failure };
    return next === null ? [swipe] : [swipe, { ...sale, interface: next }];
  }).flat();

/** How many times likelier the failures of T, which tell nothing, were for one reason than for another. */
function oddsOf(one: Reason, other: Reason, next: Interface | null, ...others: readonly ByHand[][]): number {
  const good = many(200, { terminal_id: 'T', interface: 'magstripe' });
  const { frame, failed, classes, observed } = sceneOf(inTurn(good, sales('T', {}, next), ...others));
  const { codes, value } = frame.text.terminal_id;
  const row = failed.find((at) => value(codes[at]!) === 'T')!;
  const chance = (reason: Reason): number => classes[observed[row]!]!.likelihood[REASONS.indexOf(reason)]!;
  return chance(one) / chance(other);
}

describe('What comes next in a sale after a swipe that failed without a word', () => {
  it('tells a stripe that was refused for the chip’s sake from one that could not be read, even in a log that never tells a reason', () => {
    const swiped = oddsOf('chip_required', 'parity', 'magstripe');
    const inserted = oddsOf('chip_required', 'parity', 'chip');
    expect(inserted).toBeGreaterThan(9 * swiped);
  });

  it('tells a decline, after which many leave, from a stripe that could not be read', () => {
    const others = sales('U', {}, 'magstripe');
    const left = oddsOf('declined', 'parity', null, others);
    expect(left).toBeGreaterThan(3 * oddsOf('declined', 'parity', 'magstripe', others));
  });

  it('tells what it tells at terminals that do give their reasons', () => {
    const odds = (next: Interface): number =>
      oddsOf(
        'chip_required',
        'parity',
        next,
        sales('U', { reason: 'parity' }, 'chip'),
        sales('V', { reason: 'chip_required' }, 'magstripe'),
      );
    expect(odds('chip')).toBeLessThan(odds('magstripe'));
  });

  it('tells nothing where no attempt is ever tried again, as each may have a sale number of its own', () => {
    expect(oddsOf('declined', 'parity', null)).toBeCloseTo(1, 1);
  });
});
