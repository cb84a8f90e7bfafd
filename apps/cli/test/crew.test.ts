import { AttemptStore, readFrame } from '@duka/fleet';
import type { OffsetMinutes } from '@duka/runtime';
import { dirtyNdjson, simulate } from '@duka/sim';
import { expect, it } from 'vitest';
import { Progress } from '../src/progress.ts';
import { Crew } from '../src/read/crew.ts';
import { takeIn } from '../src/read/intake.ts';
import { readBlocks } from '../src/read/lines.ts';
import { findSources } from '../src/read/sources.ts';
import { Tally } from '../src/read/tally.ts';
import { tokensUnder } from '../src/token-key.ts';
import { scratch } from './log-fixture.ts';

const { write } = scratch();
const KEY = Buffer.alloc(32, 7);
/** Small pieces, so that lines are cut; large enough together for several handfuls. */
const PIECE = 50_000;

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}

/** The frame with its texts written out. */
function written(store: AttemptStore) {
  const { text, events: _, ...frame } = readFrame(store);
  return {
    ...frame,
    text: Object.values(text).map(({ codes, value }) => Array.from(codes, (code) => (code < 0 ? null : value(code)))),
  };
}

it('several threads take a dirty log as one does: attempts, rejects with their lines, and what was removed', async () => {
  const { attempts } = simulate({ terminals: 60, days: 10, faults: 4 }, 21);
  const { text, expected } = dirtyNdjson(attempts, 5);
  const path = write('dirty.ndjson', text);
  const tokenize = tokensUnder(() => KEY);
  const alone = await takeIn(
    await findSources([path]),
    { tokenize, zone: null, strict: false },
    new Progress(null, 'zh'),
  );

  const crew = new Crew({ key: KEY, tz: null });
  const store = new AttemptStore();
  const tally = new Tally(false);
  const offsets = new Map<OffsetMinutes, number>();
  let taken = 0;
  try {
    for await (const batch of crew.read(readBlocks(piecesOf(Buffer.from(text))), path)) taken += batch.taken;
    await crew.end(store, tally, offsets);
  } finally {
    await crew.dismiss();
  }

  expect(written(store)).toEqual(written(alone.store));
  expect(taken).toBe(store.length + expected.rejected);
  expect(tally.samples()).toEqual(alone.counts.reject_samples);
  expect([tally.rejected, tally.removed]).toEqual([alone.counts.rejected, alone.counts.removed_card_data]);
  expect([...tally.reasons.values()].map(({ code, count }) => [code, count]).sort()).toEqual(
    alone.reasons.map(({ code, count }) => [code, count]).sort(),
  );
}, 60_000);
