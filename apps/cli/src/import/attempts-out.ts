import type { FileHandle } from 'node:fs/promises';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attempt } from '@duka/model';
import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS } from '@duka/model';
import type { OffsetMinutes } from '@duka/runtime';
import { formatTime } from '@duka/runtime';
import type { OutFile } from '../out-file.ts';
import type { Sink } from '../read/intake.ts';
import { openDuckDb, quotedText } from '../read/parquet/duckdb.ts';
import { printAll } from '../terminal.ts';
import { CHINA } from '../zone.ts';

/** One attempt as a line of NDJSON: the contract's fields, then those that it does not name. */
function lineOf({ time, extra, ...fields }: Attempt, offset: OffsetMinutes | null): string {
  return `${JSON.stringify({ time: formatTime(time, offset ?? CHINA), ...fields, ...extra })}\n`;
}

/** A sink that writes lines; a batch at a time, so that memory stays as it is. */
function lineSink(write: (text: string) => Promise<unknown>, onAttempt: (attempt: Attempt) => void): Sink {
  let lines: string[] = [];
  return {
    take(attempt, offset) {
      onAttempt(attempt);
      lines.push(lineOf(attempt, offset));
    },
    takePlain: () => false,
    async flush() {
      if (lines.length === 0) return;
      const text = lines.join('');
      lines = [];
      await write(text);
    },
  };
}

export type Fill<T> = (sink: Sink) => Promise<T>;

/** Attempts to standard output. */
export const toStandardOutput = <T>(fill: Fill<T>): Promise<T> => fill(lineSink(printAll, () => {}));

/** Attempts as NDJSON into a file. */
export const toNdjsonFile = <T>(out: OutFile, fill: Fill<T>): Promise<T> =>
  out.make((path) =>
    withFile(path, (file) =>
      fill(
        lineSink(
          (text) => file.writeFile(text),
          () => {},
        ),
      ),
    ),
  );

/** Attempts as Parquet: lines in a temporary file of this user alone, which DuckDB turns into columns. */
export async function toParquetFile<T>(out: OutFile, fill: Fill<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'duka-'));
  const lines = join(folder, 'attempts.ndjson');
  const unknown = new Set<string>();
  const note = ({ extra }: Attempt): void => {
    for (const name of Object.keys(extra ?? {})) if (unknown.size < MOST_COLUMNS) unknown.add(name);
  };
  try {
    return await out.make(async (path) => {
      const filled = await withFile(lines, (file) => fill(lineSink((text) => file.writeFile(text), note)));
      await convert(lines, path, [...unknown]);
      return filled;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fields that the contract does not name get a column each, up to so many. */
const MOST_COLUMNS = 64;

async function withFile<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'w', 0o666);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

const TYPES: { readonly [kind: string]: string } = { number: 'DOUBLE', integer: 'BIGINT', boolean: 'BOOLEAN' };

async function convert(lines: string, to: string, unknown: readonly string[]): Promise<void> {
  const { connection, close } = await openDuckDb();
  try {
    const columns = [
      ...ATTEMPT_FIELD_NAMES.map((name) => `${quotedText(name)}: '${TYPES[ATTEMPT_FIELDS[name].kind] ?? 'VARCHAR'}'`),
      ...unknown.map((name) => `${quotedText(name)}: 'VARCHAR'`),
    ];
    const read = `read_json(${quotedText(lines)}, format = 'newline_delimited', columns = {${columns.join(', ')}})`;
    await connection.run(`copy (select * from ${read}) to ${quotedText(to)} (format parquet, compression zstd)`);
  } finally {
    close();
  }
}
