import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CodeTable, ODD } from '../src/read/parquet/code-table.ts';
import type { Key } from '../src/read/parquet/keys.ts';
import { bitsOf, fittingKey, sqlOf } from '../src/read/parquet/keys.ts';

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const hashesOf = (pairs: readonly (readonly [number, number])[]) => ({
  low: pairs.map(([low]) => low),
  high: pairs.map(([, high]) => high),
});

it.each<[string, [number, number][], Key]>([
  ['nothing', [], { width: 1, shift: 0 }],
  [
    'hashes that differ in the lowest byte',
    [
      [1, 0],
      [2, 0],
    ],
    { width: 1, shift: 0 },
  ],
  [
    'hashes that differ above it',
    [
      [0x100, 0],
      [0x200, 0],
    ],
    { width: 1, shift: 8 },
  ],
  [
    'hashes that differ in the lowest byte of the upper half',
    [
      [7, 1],
      [7, 2],
    ],
    { width: 1, shift: 32 },
  ],
  [
    'hashes that differ in two bytes',
    [
      [1, 0],
      [2, 0],
      [0x101, 0],
      [0x201, 0],
    ],
    { width: 2, shift: 0 },
  ],
  [
    'hashes that only all bits tell apart',
    [
      [0, 0],
      [1, 0],
      [0, 2 ** 30],
    ],
    { width: 8, shift: 0 },
  ],
])('the key of %s is as narrow as can be', (_, pairs, key) => {
  expect(fittingKey(hashesOf(pairs))).toEqual(key);
});

it('no two hashes have the same key', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(word, word), { selector: String, maxLength: 400 }), (pairs) => {
      const key = fittingKey(hashesOf(pairs));
      if (key.width === 8) return;
      expect(new Set(pairs.map(([low, high]) => bitsOf(low, high, key))).size).toBe(pairs.length);
    }),
  );
});

it('DuckDB gives the keys that were worked out here', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const keys: readonly Key[] = [1, 2, 4].flatMap((width) =>
    [0, 8, 16, 24, 32].map((shift) => ({ width: width as 1 | 2 | 4, shift })),
  );
  const asked = keys.map((key) => `${sqlOf('t', key)}::bigint`);
  const result = await connection.runAndReadAll(
    `select hash(t), ${asked} from (select 'text ' || range as t from range(100) union all select null)`,
  );
  for (const [hash, ...given] of result.getRowsJS() as bigint[][]) {
    const low = Number(BigInt.asIntN(32, hash!));
    const high = Number(BigInt.asIntN(32, hash! >> 32n));
    expect(given.map(Number)).toEqual(keys.map((key) => bitsOf(low, high, key) >>> 0));
  }
});

it('a table of codes knows what was put in and nothing else', () => {
  const few = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -3, max: 3 }));
  fc.assert(
    fc.property(fc.uniqueArray(few, { selector: String, maxLength: 250 }), few, (hashes, other) => {
      const table = new CodeTable();
      const codeOf = (at: number): number => (at % 5 === 0 ? ODD : at % 7 === 0 ? -1 : at);
      hashes.forEach(([low, high], at) => {
        table.add(low, high, codeOf(at), at * 0x3000_0000);
      });
      hashes.forEach(([low, high], at) => {
        const place = table.find(low, high);
        expect([table.codeAt(place), table.partAt(place)]).toEqual([codeOf(at), (at * 0x3000_0000) | 0]);
      });
      expect(table.find(...other) >= 0).toBe(hashes.some((hash) => String(hash) === String(other)));
    }),
  );
});
