import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Opened } from './bytes.ts';
import type { Crew } from './crew.ts';
import { readHeader } from './header.ts';
import type { TakePlain } from './ndjson.ts';
import { readLine } from './ndjson.ts';
import type { Batch, RawRecord } from './raw-record.ts';
import type { Source } from './sources.ts';

type OnBytes = (count: number) => void;

/**
 * Parquet through DuckDB, which is loaded only here, for the start's sake. It needs a file that it can seek in. Rows come as lines
 * of JSON: one string a row crosses over from DuckDB instead of a value a column, and the rest is as with NDJSON.
 */
export async function* readParquet(
  source: Source,
  opened: Opened,
  onBytes: OnBytes,
  takePlain: TakePlain,
  crew: Crew | null,
): AsyncGenerator<Batch> {
  if (source.path === null || opened.compressed) {
    yield* readNameless(source, opened, takePlain, crew);
    return;
  }
  await opened.bytes.return(undefined);
  yield* query(source.path, source, onBytes, takePlain, crew);
}

/**
 * What comes compressed or through standard input is first laid down in a temporary file. It loses its name before
 * it gets its first byte: whatever ends this process, nothing of it stays behind.
 */
async function* readNameless(
  source: Source,
  opened: Opened,
  takePlain: TakePlain,
  crew: Crew | null,
): AsyncGenerator<Batch> {
  const folder = await mkdtemp(join(tmpdir(), 'duka-'));
  const path = join(folder, 'input.parquet');
  const file = await open(path, 'wx+', 0o600);
  try {
    const nameless = process.platform !== 'win32';
    if (nameless) await rm(folder, { recursive: true, force: true });
    for await (const chunk of opened.bytes) await file.writeFile(chunk);
    yield* query(nameless ? `/dev/fd/${file.fd}` : path, source, () => {}, takePlain, crew);
  } finally {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function* query(
  path: string,
  source: Source,
  onBytes: OnBytes,
  takePlain: TakePlain,
  crew: Crew | null,
): AsyncGenerator<Batch> {
  const table = await openTable(path, source.name);
  const bytesPerRow = (source.bytes ?? 0) / Math.max(1, table.rows);
  const batches = crew && table.canBeShared ? crew.readTable(table, source.name) : readAlone(table, takePlain);
  for await (const batch of batches) {
    onBytes((batch.records.length + batch.taken) * bytesPerRow);
    yield batch;
  }
}

async function* readAlone(table: Table, takePlain: TakePlain): AsyncGenerator<Batch> {
  let line = 0;
  for await (const lines of linesOfTable(table)) {
    yield taken(lines, line, takePlain);
    line += lines.length;
  }
}

/** What is read of a Parquet file. `path` is as SQL quotes it, `line` SQL for a row as JSON. */
export type Table = {
  readonly path: string;
  readonly line: string;
  readonly rows: number;
  readonly canBeShared: boolean;
};

/** DuckDB's own name for the place of a row; a file that has a column of this name is read by one alone. */
const ROW_NUMBER = 'file_row_number';

async function openTable(path: string, name: string): Promise<Table> {
  const quoted = quotedText(path);
  const { connection, close } = await openDuckDb();
  try {
    const columns = await columnsOf(connection, fileOf(quoted));
    const header = readHeader(
      columns.map((column) => column.name),
      name,
    );
    const list = columns.map((column, at) => `${quotedText(header[at]!)}, ${selected(column.name, column.type)}`);
    const [row] = (await connection.runAndReadAll(`select count(*) as rows from ${fileOf(quoted)}`)).getRowObjectsJS();
    return {
      path: quoted,
      line: `json_object(${list.join(', ')})::varchar`,
      rows: Number(row?.rows),
      canBeShared: !columns.some((column) => column.name.toLowerCase() === ROW_NUMBER),
    };
  } finally {
    close();
  }
}

const fileOf = (quoted: string, more = ''): string => `read_parquet(${quoted}, binary_as_string = true${more})`;

/** All rows as lines of JSON, in order, or those from … to − 1, counted from 0. */
export async function* linesOfTable(
  { path, line }: Table,
  part: { readonly from: number; readonly to: number } | null = null,
): AsyncGenerator<readonly string[]> {
  const { connection, close } = await openDuckDb();
  const rows = part
    ? `${fileOf(path, `, ${ROW_NUMBER} = true`)} where ${ROW_NUMBER} >= ${part.from} and ${ROW_NUMBER} < ${part.to}`
    : fileOf(path);
  try {
    const result = await connection.stream(`select ${line} from ${rows}`);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      yield chunk.getColumnValues(0) as readonly string[];
    }
  } finally {
    close();
  }
}

async function openDuckDb(): Promise<{ readonly connection: DuckDBConnection; readonly close: () => void }> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  return { connection, close };
}

let scratch = Buffer.alloc(1 << 12);

/** Takes lines as they are where that can be; the others are left. @param before the lines before these */
export function taken(lines: readonly string[], before: number, takePlain: TakePlain): Batch {
  const records: RawRecord[] = [];
  lines.forEach((text, i) => {
    if (scratch.length < text.length * 3) scratch = Buffer.alloc(text.length * 6);
    const length = scratch.write(text, 0, 'utf8');
    if (!takePlain(scratch, 0, length)) records.push(readLine({ number: before + i + 1, text, bytes: length }));
  });
  return { records, taken: lines.length - records.length, line: before + lines.length };
}

async function columnsOf(connection: DuckDBConnection, file: string) {
  const described = await connection.runAndReadAll(`describe select * from ${file}`);
  return described.getRowObjectsJS().map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
}

/** The largest whole number that a double holds for certain: a card number must not lose the digits that betray it. */
const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * Every column as text, number or boolean of JSON: an instant as ms, a local time as text without offset, nested values as
 * text; a whole number that a double cannot hold as text, one that JSON does not know as nothing.
 */
function selected(name: string, type: string): string {
  const column = quotedName(name);
  if (/\[|\]|^(?:STRUCT|MAP|UNION|LIST)/.test(type)) return `to_json(${column})::varchar`;
  if (/^TIMESTAMP WITH TIME ZONE/.test(type)) return `epoch_ms(${column})`;
  if (/^TIMESTAMP/.test(type)) return `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%g')`;
  if (/^(?:DECIMAL|DOUBLE|FLOAT)/.test(type)) return `case when isfinite(${column}::double) then ${column}::double end`;
  if (/^(?:VARCHAR|BOOLEAN|U?(?:TINY|SMALL)INT|INTEGER|UINTEGER)$/.test(type)) return column;
  if (!/INT$/.test(type)) return `${column}::varchar`;
  const safe = `${column} between -${SAFE} and ${SAFE}`;
  return `case when ${safe} then to_json(${column}) else to_json(${column}::varchar) end`;
}

const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
