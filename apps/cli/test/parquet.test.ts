import { readFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import { AttemptStore, readFrame } from '@duka/fleet';

import type { OffsetMinutes } from '@duka/runtime';
import type { AttemptRecord } from '@duka/sim';
import { simulate, toNdjson } from '@duka/sim';
import { beforeAll, describe, expect, it } from 'vitest';
import { HostReading } from '../src/read/host/host-reading.ts';
import { readRecords } from '../src/read/records.ts';
import { findSources } from '../src/read/sources.ts';
import { takeRaw } from '../src/read/take-raw.ts';
import { Tally } from '../src/read/tally.ts';
import { tokensUnder } from '../src/token-key.ts';
import { readZone } from '../src/zone.ts';
import { scratch } from './log-fixture.ts';

const { write, path } = scratch();
const KEY = Buffer.alloc(32, 7);
/** A test number. */
const CARD = '4111111111111111';
const { attempts } = simulate({ terminals: 12, days: 8, volume: 60, faults: 3 }, 33);
/** More than a chunk of DuckDB's. */
const LOG = attempts.slice(0, 3000);

const withId = (log: readonly AttemptRecord[]) => log.filter(({ attempt_id }) => attempt_id !== undefined);
const ANY_TEXT = [
  'terminal_id',
  'attempt_id',
  'sale_id',
  'merchant_id',
  'store_id',
  'operator_id',
  'card_ref',
  'serial',
  'code',
];

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  const log = write('log.ndjson', toNdjson(LOG));
  await connection.run(`create table log as select row_number() over () as n, * from '${log}'`);
});

/** Writes the log with some columns selected in other ways, `more` rows behind it. */
async function parquet(name: string, select: string, more = 'from log where false'): Promise<string> {
  const file = path(`${name}.parquet`);
  await connection.run(
    `copy (select ${select} from (from log union all by name ${more})) to '${file}' (format parquet)`,
  );
  return file;
}

/** What is read of files, column by column where that may be, or all row by row. */
async function read(way: 'columns' | 'rows', files: readonly string[], tz: string | null = null) {
  const options = { tokenize: tokensUnder(() => KEY), zone: tz === null ? null : readZone(tz), strict: false };
  const store = new AttemptStore();
  const offsets = new Map<OffsetMinutes, number>();
  const tally = new Tally(false);
  const into = way === 'columns' ? { store, options, offsets } : null;
  let slow = 0;
  for (const source of await findSources(files)) {
    const reading = {
      onBytes: () => {},
      takePlain: () => false,
      into,
      host: new HostReading(options),
      crew: null,
      onColumns: () => {},
    };
    for await (const { records } of readRecords(source, reading)) {
      slow += records.length;
      for (const raw of records) {
        takeRaw(raw, source.name, options, tally, (attempt, offset) => {
          if (offset !== null) offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
          store.append(attempt);
        });
      }
    }
  }
  return { slow, ...written(store), ...tally.parts(), samples: tally.samples(), offsets: [...offsets].sort() };
}

/** The frame with its texts written out, which does not hang on the order in which the store was filled. */
function written(store: AttemptStore) {
  const { text, ...frame } = readFrame(store);
  return {
    ...frame,
    text: Object.values(text).map(({ codes, value }) => Array.from(codes, (code) => (code < 0 ? null : value(code)))),
    contents: [...store.columns.content.subarray(0, store.length)].sort(),
    ids: [...store.columns.id.subarray(0, store.length)].sort(),
  };
}

/** @returns how many rows went the slow way */
async function expectTheSame(files: readonly string[], tz: string | null = null): Promise<number> {
  const { slow, ...columns } = await read('columns', files, tz);
  const { slow: all, ...rows } = await read('rows', files, tz);
  expect(columns).toEqual(rows);
  expect(all).toBeGreaterThanOrEqual(LOG.length);
  expect(JSON.stringify(columns)).not.toContain(CARD);
  return slow;
}

const AT_UTC = `time::timestamp at time zone 'UTC' as time`;

/** Columns of all kinds of types, and how many rows of the log cannot be read with the others. */
const shapes: { readonly [name: string]: { readonly select: string; readonly slow: number; readonly tz?: string } } = {
  'texts and numbers': { select: `* exclude (n) replace (${AT_UTC})`, slow: 0 },
  'times as text': {
    select: `* exclude (n) replace (strftime(time::timestamp, '%Y-%m-%dT%H:%M:%S.%g') || '+08:00' as time)`,
    slow: 0,
  },
  'times as text without T': {
    select: `* exclude (n) replace (strftime(time::timestamp, '%Y-%m-%d %H:%M:%S') || '+0800' as time)`,
    slow: 0,
  },
  milliseconds: { select: `* exclude (n) replace (epoch_ms(time::timestamp) as time)`, slow: 0 },
  'local times': { select: `* exclude (n) replace (time::timestamp as time)`, slow: 0, tz: 'Europe/Berlin' },
  'local times without zone': { select: `* exclude (n) replace (time::timestamp as time)`, slow: LOG.length },
  'local times as text': { select: `* exclude (n) replace (time::timestamp::varchar as time)`, slow: 0, tz: '+08:00' },
  'dates for times': { select: `* exclude (n) replace (time::date as time)`, slow: LOG.length },
  'numbers for identifiers': {
    select: `* exclude (n) replace (${AT_UTC}, terminal_id::bigint as terminal_id, n::integer as attempt_id, merchant_id::hugeint as merchant_id)`,
    slow: 0,
  },
  'fractions for identifiers': { select: `* exclude (n) replace (${AT_UTC}, n::double as sale_id)`, slow: LOG.length },
  'long identifiers': {
    select: `* exclude (n) replace (${AT_UTC}, translate(md5(n::varchar), '0123456789', 'ghijklmnop') as attempt_id, repeat('x', 20 + n % 50) as sale_id)`,
    slow: 0,
  },
  'identifiers that are too long': {
    select: `* exclude (n) replace (${AT_UTC}, if(n % 1000 = 0, repeat('x', 129), n::varchar) as attempt_id, if(n % 1000 = 1, repeat('y', 140), n::varchar) as sale_id)`,
    slow: 6,
  },
  'texts for numbers': {
    select: `* exclude (n) replace (${AT_UTC}, if(n % 7 = 0, 'n/a', ' ' || n || '.5e-1') as signal_dbm, amount_minor::varchar as amount_minor, if(n % 2 = 0, '12345678901234', '') as rtt_ms)`,
    slow: 0,
  },
  'numbers that are none': {
    select: `* exclude (n) replace (${AT_UTC}, if(n % 7 = 0, 'nan'::double, n / 3) as signal_dbm, n::decimal(12, 2) / 4 as amount_minor, if(n % 2 = 0, 'inf'::float, n::float) as rtt_ms, n % 2 = 0 as duration_ms)`,
    slow: 0,
  },
  'words for flags': {
    select: `* exclude (n) replace (${AT_UTC}, ['yes', 'N', '1', 'maybe', null][n % 5 + 1] as fallback)`,
    slow: 0,
  },
  'values with spaces, and in upper case': {
    select: `* exclude (n) replace (${AT_UTC}, ' ' || upper(outcome) as outcome, upper(interface) || ' ' as interface, store_id || '  ' as store_id, if(n % 9 = 0, '  ', operator_id) as operator_id)`,
    slow: 0,
  },
  'values of other scripts': {
    select: `* exclude (n) replace (${AT_UTC}, '店' || store_id as store_id, if(n % 1000 = 0, '终端' || n, terminal_id) as terminal_id)`,
    slow: 0,
  },
  'unknown columns': {
    select: `* exclude (n) replace (${AT_UTC}), n % 3 as lane, {a: n % 2, b: [n % 3, 7]} as nested, n % 2 = 0 as flag, (n % 4) / 3 as share, if(n % 3 = 0, '', null) as note, date '2026-01-01' as day, n as file_row`,
    slow: 0,
  },
  'unknown columns of which most values differ': {
    select: `* exclude (n) replace (${AT_UTC}), n * 7 as trace, 'r' || n as "reference", to_timestamp(1.7e9 + n) as received, if(n % 500 = 0, '', 'q"' || n) as quoted`,
    slow: LOG.length,
  },
  'differing texts in an unknown column': {
    select: `* exclude (n) replace (${AT_UTC}), n * 7 as trace, 'r' || n as "reference", to_timestamp(1.7e9 + n) as received, if(n % 500 = 0, '', if(n % 3 = 0, null, 'q' || n)) as remark`,
    slow: LOG.length / 500,
  },
  'differing fractions in an unknown column': {
    select: `* exclude (n) replace (${AT_UTC}), n / 7 as place`,
    slow: LOG.length,
  },
  'a secret in a column of that name': {
    select: `* exclude (n) replace (${AT_UTC}), if(n % 100 = 0, 'x' || n % 10, null) as "Track 2", if(n % 250 = 0, '0123456789abcdef', null) as "52"`,
    slow: 36,
  },
  'a column that has the name of places of rows': {
    select: `* exclude (n) replace (${AT_UTC}), 7 as file_row_number`,
    slow: LOG.length,
  },
  'texts that are called bytes': {
    select: `* exclude (n) replace (${AT_UTC}, terminal_id::blob as terminal_id, outcome::blob as outcome)`,
    slow: 0,
  },
  'an unknown column of bytes that are no text': {
    select: String.raw`* exclude (n) replace (${AT_UTC}), '\xAA\x00'::blob as image`,
    slow: 0,
  },
  'two columns of one name': { select: `* exclude (n) replace (${AT_UTC}), 'x' as " STORE_ID"`, slow: LOG.length },
};

describe('columns give the same as rows', () => {
  it.each(Object.entries(shapes))('with %s', async (name, { select, slow, tz }) => {
    expect(await expectTheSame([await parquet(name, select)], tz ?? null)).toBe(slow);
  });

  it('with rows that are refused, each named by its place', async () => {
    const bad = `if(n = 2, null, terminal_id) as terminal_id, if(n = 2500, 'vanished', outcome) as outcome, if(n = 2501, 'Chip Card', interface) as interface`;
    const file = await parquet('refused', `* exclude (n) replace (${AT_UTC}, ${bad})`);
    expect(await expectTheSame([file])).toBe(3);
    const { samples } = await read('columns', [file]);
    expect(samples.map(({ line, field }) => [line, field])).toEqual([
      [2, 'terminal_id'],
      [2500, 'outcome'],
      [2501, 'interface'],
    ]);
  });

  it('with card numbers planted in any field, of which none is left', async () => {
    const planted = ANY_TEXT.map((field, i) => `if(n = ${i + 1}, '${CARD}', ${field}) as ${field}`);
    const spaced = CARD.replace(/.{4}/g, '$& ');
    const file = await parquet(
      'planted',
      `* exclude (n) replace (${AT_UTC}, ${planted}), if(n = 2900, 'paid by ${spaced}', 'r' || n) as remark, if(n = 2901, ${CARD}, n) as number`,
    );
    expect(await expectTheSame([file])).toBe(ANY_TEXT.length + 2);
    expect((await read('columns', [file])).removed).toBe(ANY_TEXT.length + 2);
  });

  it('with repeats and conflicts', async () => {
    const more = `from log where n <= 40 union all by name (select * replace (amount_minor + 1 as amount_minor) from log where n > 100 and n <= 130 and amount_minor is not null)`;
    const file = await parquet('repeats', `* exclude (n) replace (${AT_UTC})`, more);
    expect(await expectTheSame([file])).toBe(0);
    const { duplicates, conflicts } = await read('columns', [file]);
    const changed = withId(LOG.slice(100, 130)).filter(({ amount_minor }) => amount_minor !== undefined);
    expect([duplicates, conflicts]).toEqual([withId(LOG.slice(0, 40)).length, changed.length]);
  });

  it('with files that differ in their columns and overlap, one of them not Parquet', async () => {
    const files = [
      await parquet('some', `* exclude (n, bin, store_id, indicator) replace (${AT_UTC})`),
      await parquet('others', `bin, * exclude (n, bin) replace (epoch_ms(time::timestamp) as time)`),
      write('same.ndjson', toNdjson(LOG.slice(0, 100))),
    ];
    expect(await expectTheSame(files)).toBe(100);
    const { duplicates, conflicts } = await read('columns', files);
    expect(conflicts).toBeGreaterThan(0);
    expect(duplicates).toBeGreaterThan(0);
    expect(duplicates + conflicts).toBe(withId(LOG).length + withId(LOG.slice(0, 100)).length);
  });

  it('with a damaged file, of which what lies before the damage is read', async () => {
    const bytes = readFileSync(await parquet('whole', `* exclude (n) replace (${AT_UTC})`));
    const middle = bytes.length >> 1;
    bytes.fill(0xff, middle, middle + 2000);
    const file = write('damaged.parquet', bytes);
    const { slow: _, ...columns } = await read('columns', [file]);
    const { slow: __, ...rows } = await read('rows', [file]);
    expect(columns).toEqual(rows);
    expect(columns.samples.map(({ code }) => code)).toEqual(['file.damaged']);
  });
});
