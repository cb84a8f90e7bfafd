import { describe, expect, it } from 'vitest';
import { namedCells, readCsv } from '../src/read/csv.ts';
import { readHeader } from '../src/read/header.ts';
import { readLines } from '../src/read/lines.ts';
import type { RawRecord } from '../src/read/raw-record.ts';

const shape = (delimiter: string) => ({
  file: '"log.csv"',
  delimiter,
  header: (cells: readonly string[]) => readHeader(cells, '"log.csv"', () => {}),
  record: namedCells,
});
const HEADER = 'time,terminal_id,interface,outcome,memo';
const GOOD = '1,T1,chip,ok,';

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function read(lines: readonly string[], size = 7): Promise<RawRecord[]> {
  const all: RawRecord[] = [];
  const batches = readCsv(readLines(inPieces([HEADER, ...lines].join('\n'), size)), shape(','));
  for await (const batch of batches) all.push(...batch);
  return all;
}

const summary = (records: readonly RawRecord[]) =>
  records.map((one) =>
    'complaint' in one ? [one.line, one.complaint.code] : [one.line, (one.record as { memo?: string }).memo],
  );

describe('a row of CSV', () => {
  it.each([
    ['plain', [`${GOOD}a`], [[2, 'a']]],
    ['without a value', [GOOD], [[2, undefined]]],
    ['with a delimiter in quotes', [`${GOOD}"a,b"`], [[2, 'a,b']]],
    ['with a value kept as text by ="…"', [`="1",T1,chip,ok,="0051"`], [[2, '0051']]],
    ['with ="…" in quotes', [`${GOOD}"=""0051"""`], [[2, '="0051"']]],
    ['with a quote in quotes', [`${GOOD}"a ""b"""`], [[2, 'a "b"']]],
    [
      'with a line end in quotes',
      [`${GOOD}"a`, 'b"', `${GOOD}c`],
      [
        [2, 'a\nb'],
        [4, 'c'],
      ],
    ],
    [
      'that is blank',
      ['', `${GOOD}a`, '  ', ',,,,', `${GOOD}b`],
      [
        [3, 'a'],
        [6, 'b'],
      ],
    ],
    [
      'that is too short',
      ['1,T1,chip', `${GOOD}a`],
      [
        [2, 'attempt.columns'],
        [3, 'a'],
      ],
    ],
    [
      'that is too long',
      [`${GOOD}a,b`, `${GOOD}a,,`],
      [
        [2, 'attempt.columns'],
        [3, 'a'],
      ],
    ],
    [
      'with a stray quote at its end',
      [`${GOOD}7"`, `${GOOD}a`],
      [
        [2, 'attempt.quote'],
        [3, 'a'],
      ],
    ],
    [
      'with a stray quote before a value',
      [`${GOOD}"a`, `${GOOD}b`],
      [
        [2, 'attempt.quote'],
        [3, 'b'],
      ],
    ],
    [
      'with letters after a quoted value',
      [`${GOOD}"a"b`, `${GOOD}c`],
      [
        [2, 'attempt.quote'],
        [3, 'c'],
      ],
    ],
    [
      'between two stray quotes',
      [`${GOOD}7" a`, `${GOOD}b`, `${GOOD}8" c`, `${GOOD}d`],
      [
        [2, 'attempt.quote'],
        [3, 'b'],
        [4, 'attempt.quote'],
        [5, 'd'],
      ],
    ],
    [
      'of a database that says NULL',
      ['1,T1,chip,ok,NULL', '1,T1,chip,ok,\\N'],
      [
        [2, undefined],
        [3, undefined],
      ],
    ],
  ] as const)('%s', async (_, lines, expected) => {
    for (const size of [1, 7, 1000]) expect(summary(await read(lines, size))).toEqual(expected);
  });

  it('of five megabytes is refused and not kept, and the next is read', async () => {
    const records = await read([`${GOOD}${'x'.repeat(5_000_000)}`, `${GOOD}a`], 1 << 16);
    expect(summary(records)).toEqual([
      [2, 'attempt.too_long'],
      [3, 'a'],
    ]);
  });

  it('with an open quote costs its own line alone, however many follow', async () => {
    const records = await read([`${GOOD}"a`, ...Array.from({ length: 500 }, () => `${GOOD}b`)], 1000);
    expect(records.filter((one) => 'complaint' in one)).toHaveLength(1);
    expect(records).toHaveLength(501);
  });
});

it('a header without required columns is refused', async () => {
  const batches = readCsv(readLines(inPieces('time;terminal_id\n1;T1\n', 100)), shape(';'));
  const drained = (async () => {
    for await (const _ of batches);
  })();
  await expect(drained).rejects.toMatchObject({
    text: {
      zh: '"log.csv" 的表头缺少 interface、outcome。表头应写明字段名。',
      en: 'the header of "log.csv" lacks interface, outcome. It must hold the field names.',
    },
  });
});

it('columns that no field is called by, and those of a field that has several, are told', () => {
  const told: unknown[] = [];
  const cells = ['time', 'terminal_id', 'Interface', 'outcome', 'app version', '', 'OUTCOME', 'x', 'x'];
  readHeader(cells, 'a', (...one) => told.push(one));
  expect(told).toEqual([['a', { unknown: ['app version', 'x', 'x'], twice: ['outcome'] }]]);
});
