import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNKNOWN } from '../../src/log/dictionary.ts';
import { equalsBefore, NO_HASH } from '../../src/log/equals-before.ts';

test('of each row the last one before it that equals it is found, and none for rows that equal none', () => {
  const sale = ['a', 'b', '', 'a', '', 'a', 'b'];
  const hashOf = (row: number): number => (sale[row] === '' ? NO_HASH : sale[row]!.charCodeAt(0));
  const before = equalsBefore(Int32Array.of(0, 2, 3, 4, 5, 6), hashOf, (a, b) => sale[a] === sale[b]);
  expect(Array.from(before)).toEqual([UNKNOWN, UNKNOWN, 0, UNKNOWN, 2, UNKNOWN]);
});

test('rows of equal hash, and rows too many for one share, are told apart all the same', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31), fc.constantFrom(1, 65_537, 2 ** 16), (seed, spread) => {
      const values = Array.from({ length: 20_000 }, (_, i) => (Math.imul(i + seed, 0x9e3779b1) >>> 0) % 15_000);
      const last = new Map<number, number>();
      const expected = values.map((value, i) => {
        const before = last.get(value) ?? UNKNOWN;
        last.set(value, i);
        return before;
      });
      const rows = Int32Array.from(values, (_, i) => i);
      const hashOf = (row: number): number => ((values[row]! >> 2) * spread) >>> 0;
      const areEqual = (a: number, b: number): boolean => values[a] === values[b];
      expect(Array.from(equalsBefore(rows, hashOf, areEqual))).toEqual(expected);
    }),
    { numRuns: 6 },
  );
});
