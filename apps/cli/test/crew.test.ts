import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { AttemptStore, readFrame } from '@duka/fleet';
import type { OffsetMinutes } from '@duka/runtime';
import { dirtyNdjson, simulate, toNdjson } from '@duka/sim';
import { expect, it } from 'vitest';
import { Progress } from '../src/progress.ts';
import { Crew } from '../src/read/crew.ts';
import { HostReading } from '../src/read/host/host-reading.ts';
import { takeIn } from '../src/read/intake.ts';
import { readRecords } from '../src/read/records.ts';
import { findSources } from '../src/read/sources.ts';
import { Tally } from '../src/read/tally.ts';
import { tokensUnder } from '../src/token-key.ts';
import { scratch } from './log-fixture.ts';

const { write, path, folder } = scratch();
const KEY = Buffer.alloc(32, 7);
const OPTIONS = { tokenize: tokensUnder(() => KEY), zone: null, strict: false };
/** Several megabytes, so that there is a handful for everybody. */
const { attempts } = simulate({ terminals: 60, days: 10, faults: 4 }, 21);

/** The frame with its texts written out. */
function written(store: AttemptStore) {
  const { text, events: _, ...frame } = readFrame(store);
  return {
    ...frame,
    text: Object.values(text).map(({ codes, value }) => Array.from(codes, (code) => (code < 0 ? null : value(code)))),
  };
}

const takenAlone = async (file: string) => takeIn(await findSources([file]), OPTIONS, new Progress(null, 'zh'));

async function takenByCrew(file: string) {
  const [source] = await findSources([file]);
  const crew = new Crew({ key: KEY, tz: null });
  const tally = new Tally(false);
  const offsets = new Map<OffsetMinutes, number>();
  let taken = 0;
  try {
    const reading = { onBytes: () => {}, takePlain: () => false, host: new HostReading(OPTIONS), crew };
    for await (const batch of readRecords(source!, reading)) taken += batch.taken;
    const store = await crew.end(new AttemptStore(), tally, offsets);
    return { store, tally, taken };
  } finally {
    await crew.dismiss();
  }
}

it('several threads take a dirty log as one does: attempts, rejects with their lines, and what was removed', async () => {
  const { text, expected } = dirtyNdjson(attempts, 5);
  const file = write('dirty.ndjson', text);
  const alone = await takenAlone(file);
  const { store, tally, taken } = await takenByCrew(file);
  expect(written(store)).toEqual(written(alone.store));
  expect(taken).toBe(store.length + expected.rejected);
  expect(tally.samples()).toEqual(alone.counts.reject_samples);
  expect([tally.rejected, tally.removed]).toEqual([alone.counts.rejected, alone.counts.removed_card_data]);
  expect([...tally.reasons.values()].map(({ code, count }) => [code, count]).sort()).toEqual(
    alone.reasons.map(({ code, count }) => [code, count]).sort(),
  );
}, 60_000);

it('lines that must be unpacked are handed to them', async () => {
  const { text, expected } = dirtyNdjson(attempts.slice(0, 4000), 6);
  const file = write('dirty.ndjson.gz', gzipSync(text));
  const alone = await takenAlone(file);
  const { store, tally, taken } = await takenByCrew(file);
  expect(written(store)).toEqual(written(alone.store));
  expect(taken).toBe(store.length + expected.rejected);
  expect(tally.samples()).toEqual(alone.counts.reject_samples);
}, 60_000);

it('what one of them cannot read ends the reading, and is told as the system told it', async () => {
  const crew = new Crew({ key: KEY, tz: null });
  const read = crew.readSlices(folder, 'folder', () => {});
  const readAll = async () => {
    for await (const { taken } of read) expect(taken).toBe(0);
  };
  await expect(readAll()).rejects.toMatchObject({ code: 'EISDIR' });
  await crew.dismiss();
});

it('they share the rows of a Parquet file, and name a row that is refused by its place in the whole', async () => {
  const file = path('log.parquet');
  const bad = { ...attempts[0]!, outcome: 'vanished' };
  const source = write('log.ndjson', `${toNdjson(attempts)}${JSON.stringify(bad)}\n`);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `copy (select * replace ("time"::timestamp at time zone 'UTC' as "time") from '${source}') to '${file}'`,
  );
  connection.closeSync();
  const alone = await takenAlone(file);
  const { store, tally, taken } = await takenByCrew(file);
  expect(written(store)).toEqual(written(alone.store));
  expect(taken).toBe(attempts.length + 1);
  expect(tally.samples()).toEqual(alone.counts.reject_samples);
  expect(tally.samples().at(-1)).toMatchObject({ line: attempts.length + 1, field: 'outcome' });
}, 60_000);

it('a Parquet file that has a column of the name that DuckDB gives to places of rows is read all the same', async () => {
  const file = path('numbered.parquet');
  const source = write('few.ndjson', toNdjson(attempts.slice(0, 500)));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `copy (select * replace ("time"::timestamp at time zone 'UTC' as "time"), 7 as file_row_number from '${source}') to '${file}'`,
  );
  connection.closeSync();
  expect((await takenAlone(file)).store.length).toBe(500);
});
