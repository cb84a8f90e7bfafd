import { describe, expect, it } from 'vitest';
import { isReported } from '../../src/court/court.ts';
import type { Fault, Scene } from '../../src/scene/scene.ts';
import type { ByHand } from '../hand.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

const wrongPin = { stage: 'cvm', reason: 'pin_wrong' } as const;
const place = { store_id: 'S' };

/** A store whose customers mistype their PINs from so many attempts on: one in ten. */
const storeFrom = (quiet: number, more: Partial<Fault> = {}): [Scene, Fault] => {
  const at = (terminal_id: string) => [
    ...many(quiet, { terminal_id, ...place }),
    ...many(400 - quiet, { terminal_id, ...place }, 10, wrongPin),
  ];
  const scene = sceneOf(inTurn(at('A'), at('B'), many(400, { terminal_id: 'C', store_id: 'R' }, 40, wrongPin)));
  return [scene, faultAt(scene, place, { pattern: 'wrong_pin', ...more })];
};

/** A terminal at which from so many swipes on every third is refused for the chip's sake. */
const pumpFrom = (quiet: number, more: Partial<Fault> = {}): [Scene, Fault] => {
  const swipe = { terminal_id: 'A', interface: 'magstripe' } as const;
  const scene = sceneOf([
    ...many(quiet, swipe),
    ...many(400, swipe, 3, { reason: 'chip_required' }),
    ...many(400, { ...swipe, terminal_id: 'B' }, 20, { reason: 'chip_required' }),
  ]);
  return [scene, faultAt(scene, { terminal_id: 'A' }, { pattern: 'stripe_refused', ...more })];
};

describe('A terminal that refuses stripes', () => {
  it('is accused of nothing where it has always refused some', () => {
    expect(isReported(...pumpFrom(0))).toBe(false);
  });

  it('is reported where it began to, or where it refuses most', () => {
    expect(isReported(...pumpFrom(100))).toBe(true);
    expect(isReported(...pumpFrom(0, { rate: 0.9 }))).toBe(true);
  });

  it('is the work of an acquirer that refuses more than some', () => {
    const acquirer = { kind: 'acquirer' } as const;
    expect(isReported(...pumpFrom(0, { ...acquirer, rate: 0.1 }))).toBe(false);
    expect(isReported(...pumpFrom(0, { ...acquirer, rate: 0.3 }))).toBe(true);
  });
});

describe('A terminal whose taps fail', () => {
  /** So many good taps, then one in ten that fails, with or without a word. */
  const readerFrom = (
    quiet: number,
    more: Partial<Fault> = {},
    failure: ByHand = { reason: 'rf_lost' },
  ): [Scene, Fault] => {
    const tap = { terminal_id: 'A', interface: 'contactless' } as const;
    const scene = sceneOf([
      ...many(quiet, tap),
      ...many(400, tap, 10, failure),
      ...many(400, { ...tap, terminal_id: 'B' }, 40, failure),
    ]);
    return [scene, faultAt(scene, { terminal_id: 'A' }, { pattern: 'radio', ...more })];
  };

  it('is accused of nothing where they mildly always did', () => {
    expect(isReported(...readerFrom(0))).toBe(false);
  });

  it('is accused of no failures without a word where there have mildly always been some', () => {
    expect(isReported(...readerFrom(0, { pattern: 'keys' }, {}))).toBe(false);
    expect(isReported(...readerFrom(0, { pattern: 'keys' }))).toBe(true);
  });

  it('is reported where they began to, or fail often', () => {
    expect(isReported(...readerFrom(100))).toBe(true);
    expect(isReported(...readerFrom(0, { rate: 0.4 }))).toBe(true);
  });
});

describe('A store that is only unlike the others', () => {
  it('is accused of nothing that its customers bring about, as long as they do', () => {
    expect(isReported(...storeFrom(0))).toBe(false);
  });

  it('is accused of what begins one day, or is over', () => {
    expect(isReported(...storeFrom(100))).toBe(true);
    expect(isReported(...storeFrom(0, { over: true }))).toBe(true);
  });

  it('is accused where the trouble strikes hard, or is none of theirs', () => {
    expect(isReported(...storeFrom(0, { rate: 0.4 }))).toBe(true);
    expect(isReported(...storeFrom(0, { pattern: 'link' }))).toBe(true);
  });
});
