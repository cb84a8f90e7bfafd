import { describe, expect, it } from 'vitest';
import type { Struck } from '../../src/court/few-struck.ts';
import { fewStruck } from '../../src/court/few-struck.ts';
import { UNKNOWN } from '../../src/log/dictionary.ts';

/** Attempts of one value: of so many, so many the fault's work for certain, and as many more perhaps, each a little. */
type Value = { readonly code: number; readonly attempts: number; readonly struck: number; readonly perhaps?: number };

const DOUBT = { share: 0.5, ratio: 6 };
const SURE = { share: 1, ratio: 200 };
const WENT_WELL = { share: 0, ratio: 0 };

function struckAt(values: readonly Value[]): { struck: Struck; codeOf: Int32Array } {
  const codes: number[] = [];
  const told: { share: number; ratio: number }[] = [];
  for (const { code, attempts, struck, perhaps = 0 } of values) {
    for (let i = 0; i < attempts; i++) {
      codes.push(code);
      told.push(i < struck ? SURE : i < struck + perhaps ? DOUBT : WENT_WELL);
    }
  }
  return {
    struck: {
      shares: Float64Array.from(told, ({ share }) => share),
      ratios: Float64Array.from(told, ({ ratio }) => ratio),
    },
    codeOf: Int32Array.from(codes),
  };
}

const COUNT = 12;
const sound = (codes: readonly number[], attempts: number, perhaps = 0): Value[] =>
  codes.map((code) => ({ code, attempts, struck: 0, perhaps }));

function found(values: readonly Value[], most = 4): readonly number[] | undefined {
  const { struck, codeOf } = struckAt(values);
  return fewStruck(codeOf, struck, COUNT, most)?.codes;
}

describe('The few values that a fault strikes', () => {
  it('are those with nearly all of its work', () => {
    expect(found([{ code: 5, attempts: 40, struck: 20 }, ...sound([0, 1, 2, 3], 60)])).toEqual([5]);
  });

  it('are found by how often they are struck, not by how often they are tried', () => {
    expect(
      found([
        { code: 7, attempts: 12, struck: 6 },
        { code: 8, attempts: 40, struck: 20 },
        ...sound([0, 1, 2], 300, 12),
      ]),
    ).toEqual([7, 8]);
  });

  it('take in the third that is struck like the two which would suffice', () => {
    expect(
      found([
        { code: 3, attempts: 60, struck: 40 },
        { code: 4, attempts: 60, struck: 36 },
        { code: 6, attempts: 12, struck: 7 },
        ...sound([0, 1, 2, 5], 150),
      ]),
    ).toEqual([3, 4, 6]);
  });

  it('stand out although the fault casts suspicion on what fails elsewhere', () => {
    // A sixth of the blame lies elsewhere, in ordinary failures that look a little like it.
    expect(found([{ code: 2, attempts: 80, struck: 40 }, ...sound([0, 1, 3, 4, 5], 200, 24)])).toEqual([2]);
  });

  it('are none where all are struck alike', () => {
    expect(found([0, 1, 2, 3, 4, 5].map((code) => ({ code, attempts: 60, struck: 15 })))).toBeUndefined();
  });

  it('are none where chance alone makes some of many stand out', () => {
    const few = Array.from({ length: COUNT }, (_, code) => ({
      code,
      attempts: 8,
      struck: code < 4 ? 3 : code < 6 ? 1 : 0,
    }));
    expect(found(few)).toBeUndefined();
  });

  it('are none where attempts without a value are struck more often', () => {
    expect(
      found([
        { code: 2, attempts: 400, struck: 16 },
        { code: UNKNOWN, attempts: 1000, struck: 500 },
        ...sound([0, 1, 3], 500),
      ]),
    ).toBeUndefined();
  });

  it('are not the one that is struck hardest, where most of the work lies at the others', () => {
    const little = [0, 1, 2, 3].map((code) => ({ code, attempts: 1000, struck: 30 }));
    expect(found([{ code: 5, attempts: 100, struck: 40 }, ...little])).toBeUndefined();
  });
});
