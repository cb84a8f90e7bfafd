import { complain, DukaError, quote } from '@duka/model';
import { openBytes } from './bytes.ts';
import { readCsv } from './csv.ts';
import { encodingOf, toUtf8 } from './encoding.ts';
import { recognise } from './format.ts';
import { readBlocks, readLines } from './lines.ts';
import type { TakePlain } from './ndjson.ts';
import { readNdjson } from './ndjson.ts';
import { readParquet } from './parquet.ts';
import type { Batch, RawRecord } from './raw-record.ts';
import type { Source } from './sources.ts';
import { systemCause } from './system-cause.ts';

type OnBytes = (count: number) => void;

/** All records of a source, in batches. A file that breaks off gives what was read before, and then says so. */
export async function* readRecords(source: Source, onBytes: OnBytes, takePlain: TakePlain): AsyncGenerator<Batch> {
  let line = 0;
  try {
    for await (const batch of await batchesOf(source, onBytes, takePlain)) {
      line = batch.line;
      yield batch;
    }
  } catch (error) {
    if (error instanceof DukaError || !(error instanceof Error)) throw error;
    const detail = { path: quote(source.name, 200), line, cause: systemCause(error) };
    yield { records: [{ line: line + 1, complaint: complain('file.damaged', detail) }], taken: 0, line: line + 1 };
  }
}

async function batchesOf(source: Source, onBytes: OnBytes, takePlain: TakePlain): Promise<AsyncIterable<Batch>> {
  const opened = await openBytes(source, onBytes);
  const encoding = encodingOf(opened.head);
  const format = recognise(opened.head, encoding, source.name);
  if (format.kind === 'parquet') return readParquet(source, opened, onBytes, takePlain);
  const text = toUtf8(opened.bytes, encoding);
  return format.kind === 'csv'
    ? batches(readCsv(readLines(text), format.delimiter, source.name))
    : readNdjson(readBlocks(text), takePlain);
}

async function* batches(lists: AsyncIterable<readonly RawRecord[]>): AsyncGenerator<Batch> {
  let line = 0;
  for await (const records of lists) {
    line = records.at(-1)?.line ?? line;
    yield { records, taken: 0, line };
  }
}
