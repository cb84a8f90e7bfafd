import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Opened } from '../bytes.ts';
import type { OnColumns } from '../header.ts';
import type { TakePlain } from '../ndjson.ts';
import type { Batch } from '../raw-record.ts';
import type { Source } from '../sources.ts';
import { readRows } from './lines.ts';
import { RowMarks } from './row-marks.ts';
import { openTable } from './table.ts';
import type { Into } from './take-table.ts';
import { takeTable } from './take-table.ts';

/** `into` is where whole columns may go, null where every record must be seen. */
export type Taker = {
  readonly onBytes: (count: number) => void;
  readonly takePlain: TakePlain;
  readonly into: Into | null;
  readonly onColumns: OnColumns;
};

/**
 * Parquet through DuckDB, which is loaded only here, for the start's sake. It needs a file that it can seek in. Rows go into the store
 * column by column where that may be; the others come as lines of JSON and go the way of NDJSON.
 */
export async function* readParquet(source: Source, opened: Opened, taker: Taker): AsyncGenerator<Batch> {
  if (source.path === null || opened.compressed) {
    yield* readNameless(source, opened, taker);
    return;
  }
  opened.close();
  yield* readTable(source.path, source, taker);
}

/**
 * What comes compressed or through standard input is first laid down in a temporary file. It loses its name before
 * it gets its first byte: whatever ends this process, nothing of it stays behind.
 */
async function* readNameless(source: Source, opened: Opened, taker: Taker): AsyncGenerator<Batch> {
  const folder = await mkdtemp(join(tmpdir(), 'duka-'));
  const path = join(folder, 'input.parquet');
  const file = await open(path, 'wx+', 0o600);
  try {
    const nameless = process.platform !== 'win32';
    if (nameless) await rm(folder, { recursive: true, force: true });
    for await (const chunk of opened.bytes) await file.writeFile(chunk);
    yield* readTable(nameless ? `/dev/fd/${file.fd}` : path, source, { ...taker, onBytes: () => {} });
  } finally {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function* readTable(
  path: string,
  source: Source,
  { onBytes, takePlain, into, onColumns }: Taker,
): AsyncGenerator<Batch> {
  const table = await openTable(path, source.name, onColumns);
  const bytesPerRow = (source.bytes ?? 0) / Math.max(1, table.rows);
  const count = ({ records, taken }: Batch): void => onBytes((records.length + taken) * bytesPerRow);
  const odd = new RowMarks(table.rows);
  const isTaken = into !== null && table.isNumbered && (yield* takeTable(table, into, odd, count));
  if (isTaken && odd.count === 0) return;
  for await (const batch of readRows(table, isTaken ? odd : null, takePlain)) {
    count(batch);
    yield batch;
  }
}
