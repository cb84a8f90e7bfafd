import type { Attempt } from '@duka/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AcquirerTally } from '../../src/merchant/acquirer-rates.ts';
import { wilson } from '../../src/merchant/wilson.ts';

const attempt = (more: Partial<Attempt>): Attempt => ({
  time: 0,
  terminal_id: 'T1',
  interface: 'chip',
  outcome: 'failed',
  acquirer: '822',
  ...more,
});

function ratesOf(...attempts: readonly Partial<Attempt>[]) {
  const tally = new AcquirerTally();
  for (const one of attempts) tally.take(attempt(one));
  return tally.rates();
}

describe('an acquirer', () => {
  it.each([
    ['by its code', { acquirer: '822' }, '拉卡拉'],
    ['by its name', { acquirer: '拉卡拉' }, '拉卡拉'],
    ['by the merchant number', { acquirer: undefined, merchant_id: '898210154110002' }, '银联商务'],
    [
      'by the institution of the merchant number',
      { acquirer: undefined, merchant_id: '821440354110002' },
      '通联支付网络服务股份有限公司',
    ],
    ['by a code that nobody knows', { acquirer: undefined, merchant_id: '999440354110002' }, '999'],
    ['under its own name', { acquirer: 'Acme' }, 'Acme'],
    ['not at all', { acquirer: undefined }, '-'],
  ] as const)('is known %s', (_, more, name) => {
    const { acquirer, ...rest } = attempt(more as Partial<Attempt>);
    const tally = new AcquirerTally();
    tally.take(acquirer === undefined ? rest : { ...rest, acquirer });
    expect(tally.rates()[0]?.acquirer).toBe(name);
  });

  it.each([
    ['a sale that went through', { outcome: 'ok' }, [0, 1], [0, 1], 0],
    ['a chip that is mute', { reason: 'mute' }, [1, 1], [0, 0], 0],
    ['a stage alone', { stage: 'read' }, [1, 1], [0, 0], 0],
    ['a code alone', { code: 'iso39:91' }, [0, 1], [1, 1], 0],
    ['no response', { reason: 'no_response' }, [0, 1], [1, 1], 0],
    ['a decline', { code: 'iso39:51' }, [0, 1], [0, 1], 0],
    ['a wrong PIN', { stage: 'cvm', reason: 'pin_wrong' }, [0, 1], [0, 0], 0],
    ['no paper', { reason: 'paper_out' }, [0, 1], [0, 1], 0],
    ['a customer who left', { outcome: 'cancelled', stage: 'cvm' }, [0, 0], [0, 0], 0],
    ['a failure that says nothing', {}, [0, 0], [0, 0], 1],
  ] as const)('is measured: %s', (_, more, read, host, unclear) => {
    const [rates] = ratesOf(more);
    expect([rates?.read.count, rates?.read.of]).toEqual(read);
    expect([rates?.host.count, rates?.host.of]).toEqual(host);
    expect(rates?.unclear).toBe(unclear);
  });

  it('with most attempts comes first', () => {
    expect(
      ratesOf({ acquirer: 'B' }, { acquirer: 'A' }, { acquirer: 'C' }, { acquirer: 'C' }).map((one) => one.acquirer),
    ).toEqual(['C', 'A', 'B']);
  });
});

describe("Wilson's interval", () => {
  // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])('of %d in %d is %f to %f', (count, of, low, high) => {
    const share = wilson(count, of);
    expect([share.low, share.high].map((one) => Number(one.toFixed(4)))).toEqual([low, high]);
  });

  it('of nothing is everything', () => {
    expect(wilson(0, 0)).toEqual({ count: 0, of: 0, low: 0, high: 1 });
  });

  it('holds the share, within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (count, of) => {
        const share = Math.min(count, of) / of;
        const { low, high } = wilson(Math.min(count, of), of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(high).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});
