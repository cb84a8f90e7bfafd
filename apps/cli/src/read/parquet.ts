import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Opened } from './bytes.ts';
import { readHeader } from './header.ts';
import type { RawRecord } from './raw-record.ts';
import type { Source } from './sources.ts';

type OnBytes = (count: number) => void;

/** Parquet through DuckDB, which is loaded only here, for the start's sake. It needs a file that it can seek in. */
export async function* readParquet(
  source: Source,
  opened: Opened,
  onBytes: OnBytes,
): AsyncGenerator<readonly RawRecord[]> {
  if (source.path === null || opened.compressed) {
    yield* readNameless(source, opened);
    return;
  }
  await opened.bytes.return(undefined);
  yield* query(source.path, source, onBytes);
}

/**
 * What comes compressed or through standard input is first laid down in a temporary file. It loses its name before
 * it gets its first byte: whatever ends this process, nothing of it stays behind.
 */
async function* readNameless(source: Source, opened: Opened): AsyncGenerator<readonly RawRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), 'duka-'));
  const path = join(folder, 'input.parquet');
  const file = await open(path, 'wx+', 0o600);
  try {
    const nameless = process.platform !== 'win32';
    if (nameless) await rm(folder, { recursive: true, force: true });
    for await (const chunk of opened.bytes) await file.writeFile(chunk);
    yield* query(nameless ? `/dev/fd/${file.fd}` : path, source, () => {});
  } finally {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function* query(path: string, source: Source, onBytes: OnBytes): AsyncGenerator<readonly RawRecord[]> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const file = `read_parquet('${path.replaceAll("'", "''")}', binary_as_string = true)`;
    const columns = await columnsOf(connection, file);
    const header = readHeader(
      columns.map(({ name }) => name),
      source.name,
    );
    const [row] = (await connection.runAndReadAll(`select count(*) as rows from ${file}`)).getRowObjectsJS();
    const bytesPerRow = (source.bytes ?? 0) / Math.max(1, Number(row?.rows));
    const list = columns.map(({ name, type }, at) => selected(name, type, header[at]!));
    const result = await connection.stream(`select ${list.join(', ')} from ${file}`);
    let line = 0;
    for await (const rows of result.yieldRowObjectJs()) {
      onBytes(rows.length * bytesPerRow);
      yield rows.map((record) => ({ line: ++line, record: plain(record) }));
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function columnsOf(connection: DuckDBConnection, file: string) {
  const described = await connection.runAndReadAll(`describe select * from ${file}`);
  return described.getRowObjectsJS().map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
}

/** Every column as text, number or boolean: an instant as ms, a local time as text without offset, nested values as JSON. */
function selected(name: string, type: string, as: string): string {
  const quoted = quotedName(name);
  const named = `as ${quotedName(as)}`;
  if (/\[|\]|^(?:STRUCT|MAP|UNION|LIST)/.test(type)) return `to_json(${quoted})::varchar ${named}`;
  if (/^TIMESTAMP WITH TIME ZONE/.test(type)) return `epoch_ms(${quoted}) ${named}`;
  if (/^TIMESTAMP/.test(type)) return `strftime(${quoted}, '%Y-%m-%dT%H:%M:%S.%g') ${named}`;
  if (/^DECIMAL/.test(type)) return `${quoted}::double ${named}`;
  if (/^(?:VARCHAR|BOOLEAN|DOUBLE|FLOAT|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?)$/.test(type)) {
    return `${quoted} ${named}`;
  }
  return `${quoted}::varchar ${named}`;
}

const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A whole number that a double cannot hold stays text: a card number must not lose the digits that betray it. */
function plain(record: Record<string, unknown>): Record<string, unknown> {
  for (const [name, value] of Object.entries(record)) {
    if (typeof value !== 'bigint') continue;
    const number = Number(value);
    record[name] = Number.isSafeInteger(number) ? number : String(value);
  }
  return record;
}
