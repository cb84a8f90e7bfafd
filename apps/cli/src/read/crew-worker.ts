import { parentPort, workerData } from 'node:worker_threads';
import { AttemptStore } from '@duka/fleet';
import { isRefused, PlainLines, takeRecord } from '@duka/runtime';
import { tokensUnder } from '../token-key.ts';
import { readZone } from '../zone.ts';
import type { CrewTerms, Handed, Report } from './crew.ts';
import { lineOf } from './lines.ts';
import { readLine } from './ndjson.ts';
import { Tally } from './tally.ts';

/** One of a crew: takes the lines that it is handed into a store of its own, and hands that over at the end. */
const { key, tz } = workerData as CrewTerms;
const options = { tokenize: tokensUnder(() => Buffer.from(key)), zone: tz === null ? null : readZone(tz) };
const store = new AttemptStore();
const plain = new PlainLines(store);
const tally = new Tally(false);
const port = parentPort!;

port.on('message', (handed: Handed | 'end') => {
  if (handed !== 'end') {
    port.postMessage(take(handed));
    return;
  }
  const report: Report = { store: store.parts(), tally: tally.parts(), offsets: [...plain.offsets] };
  port.postMessage(
    report,
    report.store.map(({ buffer }) => buffer as ArrayBuffer),
  );
});

function take({ file, bytes, bounds, first }: Handed): number {
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

function takeSlowly(file: string, raw: ReturnType<typeof readLine>): void {
  if ('complaint' in raw) {
    tally.refuse(file, raw.line, null, raw.complaint);
    return;
  }
  const result = takeRecord(raw.record, options);
  tally.removed += result.removed;
  if (isRefused(result)) {
    tally.refuse(file, raw.line, result.field, result.complaint);
    return;
  }
  if (result.offset !== null) plain.offsets.set(result.offset, (plain.offsets.get(result.offset) ?? 0) + 1);
  store.append(result.attempt);
}
