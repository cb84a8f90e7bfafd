import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesOf } from '../../src/scene/blame.ts';
import { union } from '../../src/scene/places.ts';

const ascending = fc
  .uniqueArray(fc.nat(40), { maxLength: 20 })
  .map((rows) => Int32Array.from(rows.sort((a, b) => a - b)));

test('the union of two lists of rows has each row once, ascending', () => {
  expect(Array.from(union(Int32Array.of(1, 4, 9), Int32Array.of(0, 4, 12)))).toEqual([0, 1, 4, 9, 12]);
  fc.assert(
    fc.property(ascending, ascending, (a, b) => {
      expect(Array.from(union(a, b))).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y));
    }),
  );
});

test('the shares of rows are those that they are blamed for', () => {
  const blame = {
    rows: Int32Array.of(2, 5, 7),
    factor: Float64Array.of(2, 2, 2),
    share: Float64Array.of(0.2, 0.5, 0.7),
  };
  expect(Array.from(sharesOf(blame, Int32Array.of(1, 2, 7, 9)))).toEqual([0, 0.2, 0.7, 0]);
  fc.assert(
    fc.property(ascending, ascending, (blamed, rows) => {
      const some = {
        rows: blamed,
        factor: new Float64Array(blamed.length),
        share: Float64Array.from(blamed, (row) => row + 1),
      };
      expect(Array.from(sharesOf(some, rows))).toEqual(Array.from(rows, (row) => (blamed.includes(row) ? row + 1 : 0)));
    }),
  );
});
