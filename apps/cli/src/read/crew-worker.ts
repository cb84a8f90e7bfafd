import { parentPort, workerData } from 'node:worker_threads';
import { AttemptStore } from '@duka/fleet';
import { PlainLines } from '@duka/runtime';
import { tokensUnder } from '../token-key.ts';
import { readZone } from '../zone.ts';
import type { CrewTerms, Handed, HandedRows, Report, Taken } from './crew.ts';
import { lineOf } from './lines.ts';
import { readLine } from './ndjson.ts';
import { linesOfTable, taken } from './parquet.ts';
import type { RawRecord } from './raw-record.ts';
import { takeRaw } from './take-raw.ts';
import { Tally } from './tally.ts';

/** One of a crew: takes the lines that it is handed into a store of its own, and hands that over at the end. */
const { key, tz } = workerData as CrewTerms;
const options = { tokenize: tokensUnder(() => Buffer.from(key)), zone: tz === null ? null : readZone(tz) };
const store = new AttemptStore();
const plain = new PlainLines(store);
const tally = new Tally(false);
const port = parentPort!;

port.on('message', async (handed: Handed | HandedRows | 'end') => {
  if (handed === 'end') report();
  else if ('table' in handed) await takeRows(handed);
  else said(takeLines(handed), true);
});

const said = (records: number, done: boolean): void => port.postMessage({ records, done } satisfies Taken);

function report(): void {
  const own: Report = { store: store.parts(), tally: tally.parts(), offsets: [...plain.offsets] };
  port.postMessage(
    own,
    own.store.map(({ buffer }) => buffer as ArrayBuffer),
  );
}

function takeLines({ file, bytes, bounds, first }: Handed): number {
  const block = { bytes: Buffer.from(bytes), bounds, first };
  let records = 0;
  for (let i = 0; 2 * i < bounds.length; i++) {
    const from = bounds[2 * i]!;
    if (from < 0 || !plain.take(block.bytes, from, bounds[2 * i + 1]!)) {
      const line = lineOf(block, i);
      if (line.text !== null && line.text.trim() === '') continue;
      takeSlowly(file, readLine(line));
    }
    records++;
  }
  return records;
}

async function takeRows({ file, table, from, to }: HandedRows): Promise<void> {
  let line = from;
  for await (const lines of linesOfTable(table, { from, to })) {
    const { records } = taken(lines, line, (bytes, start, end) => plain.take(bytes, start, end));
    for (const raw of records) takeSlowly(file, raw);
    line += lines.length;
    said(lines.length, false);
  }
  said(0, true);
}

function takeSlowly(file: string, raw: RawRecord): void {
  takeRaw(raw, file, options, tally, (attempt, offset) => {
    if (offset !== null) plain.offsets.set(offset, (plain.offsets.get(offset) ?? 0) + 1);
    store.append(attempt);
  });
}
