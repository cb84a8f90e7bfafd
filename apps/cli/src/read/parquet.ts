import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Opened } from './bytes.ts';
import type { RawRecord } from './records.ts';
import type { Source } from './sources.ts';

/**
 * Parquet through DuckDB. It needs a file that it can seek in: what comes compressed or through standard input is first
 * laid down in a temporary file, which is removed at the end. (DuckDB is loaded only here, for the start's sake.)
 */
export async function* readParquet(source: Source, opened: Opened): AsyncGenerator<RawRecord[]> {
  if (source.path !== null && !opened.compressed) {
    opened.stream.destroy();
    yield* query(source.path);
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'duka-'));
  try {
    const path = join(folder, 'input.parquet');
    await pipeline(opened.stream, createWriteStream(path, { mode: 0o600 }));
    yield* query(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* query(path: string): AsyncGenerator<RawRecord[]> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const file = `read_parquet('${path.replaceAll("'", "''")}')`;
    const described = await connection.runAndReadAll(`describe select * from ${file}`);
    const columns = described.getRowObjectsJS().map((row) => selected(String(row.column_name), String(row.column_type)));
    const result = await connection.stream(`select ${columns.join(', ')} from ${file}`);
    let line = 0;
    for await (const rows of result.yieldRowObjectJs()) {
      yield rows.map((record) => ({ line: ++line, record: plain(record) }));
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Every column as text, number or boolean: an instant as ms, a local time as text without offset, nested values as JSON. */
function selected(name: string, type: string): string {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  if (/^TIMESTAMP WITH TIME ZONE/.test(type)) return `epoch_ms(${quoted}) as ${quoted}`;
  if (/^TIMESTAMP/.test(type)) return `strftime(${quoted}, '%Y-%m-%dT%H:%M:%S.%g') as ${quoted}`;
  if (/^DECIMAL/.test(type)) return `${quoted}::double as ${quoted}`;
  if (/\[|\]|^(?:STRUCT|MAP|UNION|LIST)/.test(type)) return `to_json(${quoted})::varchar as ${quoted}`;
  if (/^(?:VARCHAR|BOOLEAN|DOUBLE|FLOAT|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?)$/.test(type)) return quoted;
  return `${quoted}::varchar as ${quoted}`;
}

function plain(record: Record<string, unknown>): Record<string, unknown> {
  for (const name in record) if (typeof record[name] === 'bigint') record[name] = Number(record[name]);
  return record;
}
