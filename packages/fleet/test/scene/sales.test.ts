import type { Attempt } from '@duka/model';
import { INTERFACES } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { AttemptStore, readFrame } from '../../src/index.ts';
import { CONTEXTS, joinSales } from '../../src/scene/sales.ts';

const SECOND = 1000;

/** Sales of a list of attempts; a failed one is a read failure. */
function salesOf(attempts: readonly Partial<Attempt>[]) {
  const store = new AttemptStore();
  store.update(
    attempts.map(
      (fields, i) =>
        ({ time: i * 20 * SECOND, terminal_id: 'T1', interface: 'chip', outcome: 'ok', ...fields }) as Attempt,
    ),
  );
  const frame = readFrame(store);
  const sales = joinSales(frame, {
    place: frame.text.terminal_id.codes,
    places: frame.text.terminal_id.count,
    kind: Uint8Array.from(frame.event, (code) => (frame.events[code]!.outcome === 'ok' ? 0 : 1)),
    face: Uint8Array.from(frame.event, (code) => INTERFACES.indexOf(frame.events[code]!.interface)),
    faces: INTERFACES.length,
  });
  return {
    sale: [...sales.saleOf],
    card: [...sales.card].map((code) => (code < 0 ? null : frame.text.card_ref.value(code))),
    context: [...sales.context].map((index) => CONTEXTS[index]),
  };
}

describe('sales', () => {
  it('join the attempts that carry the same sale_id, over other sales between', () => {
    const { sale } = salesOf([{ sale_id: 'a', outcome: 'failed' }, { sale_id: 'b' }, { sale_id: 'a' }]);
    expect(sale).toEqual([0, 1, 0]);
  });

  it('number only attempts that have a failure at their place within half an hour', () => {
    const hour = 3600 * SECOND;
    const times = [{}, { time: hour, outcome: 'failed' as const }, { time: 1.4 * hour }, { time: 1.6 * hour }];
    expect(salesOf(times).sale).toEqual([-1, 0, 1, -1]);
  });

  it('join by terminal, time and amount where no sale_id is given', () => {
    const failed = { amount_minor: 500, outcome: 'failed' } as const;
    expect(salesOf([failed, { amount_minor: 500 }, { amount_minor: 700 }]).sale).toEqual([0, 0, 1]);
    expect(salesOf([failed, { amount_minor: 500, time: 600 * SECOND }]).sale).toEqual([0, 1]);
    expect(salesOf([failed, { ...failed, terminal_id: 'T2' }]).sale).toEqual([0, 1]);
  });

  it('take the next try after a failure as the same customer where no amount is known either', () => {
    expect(salesOf([{ outcome: 'failed' }, {}, {}]).sale).toEqual([0, 0, 1]);
  });

  it('lend an attempt the card that a later attempt of the same sale got to know', () => {
    const { card } = salesOf([
      { sale_id: 'a', outcome: 'failed' },
      { sale_id: 'b', card_ref: 'other' },
      { sale_id: 'a', card_ref: 'mine' },
    ]);
    expect(card).toEqual(['mine', 'other', 'mine']);
  });

  it('tell a second try from a first one, and a returning card that failed before', () => {
    const { context } = salesOf([
      { sale_id: 'a', card_ref: 'k', outcome: 'failed' },
      { sale_id: 'a', card_ref: 'k', outcome: 'failed' },
      { sale_id: 'a', card_ref: 'k', interface: 'magstripe' },
      { sale_id: 'b', card_ref: 'k', time: 86_400 * SECOND },
      { sale_id: 'c', card_ref: 'k', time: 2 * 86_400 * SECOND },
    ]);
    expect(context).toEqual([
      'fresh',
      'after_read_failure',
      'other_interface_after_failure',
      'returning_card_that_failed',
      'fresh',
    ]);
  });

  it('tell a third try from a second one', () => {
    const failed = { sale_id: 'a', outcome: 'failed' } as const;
    const swiped = { ...failed, interface: 'magstripe' } as const;
    const { context } = salesOf([failed, failed, failed, failed, swiped, swiped]);
    expect(context).toEqual([
      'fresh',
      'after_read_failure',
      'after_several_read_failures',
      'after_several_read_failures',
      'other_interface_after_failure',
      'after_read_failure',
    ]);
  });
});
