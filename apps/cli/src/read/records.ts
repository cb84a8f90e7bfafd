import { complain, DukaError, quote } from '@duka/model';
import { openBytes } from './bytes.ts';
import { readCsv } from './csv.ts';
import { encodingOf, toUtf8 } from './encoding.ts';
import { recognise } from './format.ts';
import { readLines } from './lines.ts';
import { readNdjson } from './ndjson.ts';
import { readParquet } from './parquet.ts';
import type { RawRecord } from './raw-record.ts';
import type { Source } from './sources.ts';
import { systemCause } from './system-cause.ts';

type OnBytes = (count: number) => void;

/** All records of a source, in batches. A file that breaks off gives what was read before, and then says so. */
export async function* readRecords(source: Source, onBytes: OnBytes): AsyncGenerator<readonly RawRecord[]> {
  let line = 0;
  try {
    for await (const batch of await batchesOf(source, onBytes)) {
      line = batch.at(-1)?.line ?? line;
      yield batch;
    }
  } catch (error) {
    if (error instanceof DukaError || !(error instanceof Error)) throw error;
    const detail = { path: quote(source.name, 200), line, cause: systemCause(error) };
    yield [{ line: line + 1, complaint: complain('file.damaged', detail) }];
  }
}

async function batchesOf(source: Source, onBytes: OnBytes): Promise<AsyncIterable<readonly RawRecord[]>> {
  const opened = await openBytes(source, onBytes);
  const encoding = encodingOf(opened.head);
  const format = recognise(opened.head, encoding, source.name);
  if (format.kind === 'parquet') return readParquet(source, opened, onBytes);
  const lines = readLines(toUtf8(opened.bytes, encoding));
  return format.kind === 'csv' ? readCsv(lines, format.delimiter, source.name) : readNdjson(lines);
}
