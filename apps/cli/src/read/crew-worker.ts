import { parentPort, workerData } from 'node:worker_threads';
import { AttemptStore } from '@duka/fleet';
import { PlainLines } from '@duka/runtime';
import { tokensUnder } from '../token-key.ts';
import { readZone } from '../zone.ts';
import type { CrewTerms, Handed, HandedSlice, Report, Taken } from './crew.ts';
import type { Block } from './lines.ts';
import { lineOf } from './lines.ts';
import { readLine } from './ndjson.ts';
import type { RawRecord } from './raw-record.ts';
import type { Damage } from './slice-account.ts';
import type { Slice } from './slices.ts';
import { SliceReader } from './slices.ts';
import { takeRaw } from './take-raw.ts';
import { Tally } from './tally.ts';

/** One of a crew: takes the lines that it is handed into a store of its own, and hands that over at the end. */
const { key, tz } = workerData as CrewTerms;
const options = { tokenize: tokensUnder(() => Buffer.from(key)), zone: tz === null ? null : readZone(tz) };
const store = new AttemptStore();
const plain = new PlainLines(store);
const tally = new Tally(false);
const port = parentPort!;

const slices = new SliceReader();
/** So many times the rows that its first slice lets expect are made room for. What is not needed is never touched, and costs nothing. */
const MORE = 1.1;

port.on('message', (handed: Handed | HandedSlice | 'end') => {
  if (handed === 'end') report();
  else if ('number' in handed) port.postMessage(takeSlice(handed));
  else port.postMessage(takeBlock(handed));
});

const takeBlock = ({ file, bytes, ...block }: Handed): Taken => ({
  records: takeLines(file, { ...block, bytes: Buffer.from(bytes) }, tally),
});

function report(): void {
  const own: Report = { store: store.parts(), tally: tally.parts(), offsets: [...plain.offsets] };
  port.postMessage(
    own,
    own.store.map(({ buffer }) => buffer as ArrayBuffer),
  );
}

function takeSlice({ file, descriptor, number, share, ...slice }: HandedSlice): Taken {
  const isFirst = store.length === 0;
  const own = new Tally(false);
  const block = readSlice(descriptor, slice);
  const damage = 'message' in block ? block : null;
  const records = 'message' in block ? 0 : takeLines(file, block, own);
  const lines = 'message' in block ? 0 : block.bounds.length / 2;
  if (isFirst) store.reserve(Math.ceil((MORE * store.length * share) / (slice.to - slice.from)));
  return { records, slice: { number, lines, tally: own.parts(), damage } };
}

function readSlice(descriptor: number, slice: Slice): Block | Damage {
  try {
    return slices.read(descriptor, slice);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { code, message };
  }
}

function takeLines(file: string, block: Block, into: Tally): number {
  const { bytes, bounds } = block;
  let records = 0;
  for (let i = 0; 2 * i < bounds.length; i++) {
    const from = bounds[2 * i]!;
    if (from < 0 || !plain.take(bytes, from, bounds[2 * i + 1]!)) {
      const line = lineOf(block, i);
      if (line.text !== null && line.text.trim() === '') continue;
      takeSlowly(file, readLine(line), into);
    }
    records++;
  }
  return records;
}

function takeSlowly(file: string, raw: RawRecord, into: Tally): void {
  takeRaw(raw, file, options, into, (attempt, offset) => {
    if (offset !== null) plain.offsets.set(offset, (plain.offsets.get(offset) ?? 0) + 1);
    store.append(attempt);
  });
}
