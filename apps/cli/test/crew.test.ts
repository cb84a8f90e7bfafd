import { gzipSync } from 'node:zlib';
import { AttemptStore, readFrame } from '@duka/fleet';
import type { OffsetMinutes } from '@duka/runtime';
import { dirtyNdjson, simulate } from '@duka/sim';
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

const { write, folder } = scratch();
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
    const reading = {
      onBytes: () => {},
      takePlain: () => false,
      into: null,
      host: new HostReading(OPTIONS),
      crew,
      onColumns: () => {},
    };
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
