import { complain, fail, quote } from '@duka/model';
import type { Complaint } from '@duka/model';
import { CsvError, parse } from 'csv-parse';
import { openBytes } from './bytes.ts';
import { recognise } from './format.ts';
import { LONGEST_LINE, readLines } from './lines.ts';
import { readParquet } from './parquet.ts';
import type { Source } from './sources.ts';

/** One record as it came, or why there is none. `line` counts from 1 (in Parquet, rows). */
export type RawRecord =
  | { readonly line: number; readonly record: unknown }
  | { readonly line: number; readonly complaint: Complaint };

/** All records of a source, in batches. A file that breaks off gives what was read before, and then says so. */
export async function* readRecords(source: Source, onBytes: (count: number) => void): AsyncGenerator<readonly RawRecord[]> {
  const opened = await openBytes(source, onBytes);
  const format = recognise(opened.head, source.name);
  const batches =
    format.kind === 'parquet'
      ? readParquet(source, opened)
      : format.kind === 'csv'
        ? readCsv(opened.stream, format.delimiter, source.name)
        : readNdjson(opened.stream);
  let line = 0;
  try {
    for await (const batch of batches) {
      line = batch.at(-1)?.line ?? line;
      yield batch;
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'DukaError') throw error;
    const cause = (error as NodeJS.ErrnoException).code ?? error.message;
    yield [{ line: line + 1, complaint: complain('file.damaged', { path: quote(source.name, 200), line, cause }) }];
  }
}

async function* readNdjson(stream: Parameters<typeof readLines>[0]): AsyncGenerator<RawRecord[]> {
  for await (const lines of readLines(stream)) {
    const batch: RawRecord[] = [];
    for (const { number, text, bytes } of lines) {
      if (text === null) {
        batch.push({ line: number, complaint: complain('attempt.too_long', { found: bytes, max: LONGEST_LINE }) });
        continue;
      }
      const plain = number === 1 ? text.replace(/^\ufeff/, '') : text;
      if (plain.trim() === '') continue;
      try {
        batch.push({ line: number, record: JSON.parse(plain) });
      } catch {
        batch.push({ line: number, complaint: complain('attempt.malformed', { found: quote(plain) }) });
      }
    }
    yield batch;
  }
}

const CSV_BATCH = 1000;

async function* readCsv(
  stream: Parameters<typeof readLines>[0],
  delimiter: string,
  name: string,
): AsyncGenerator<RawRecord[]> {
  const refused: RawRecord[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_LINE,
    on_skip: (error) => {
      const line = error instanceof CsvError ? Number(error.lines ?? 0) : 0;
      refused.push({ line, complaint: complain('attempt.quote', { found: quote(error?.code ?? 'CSV') }) });
    },
  });
  stream.on('error', (error) => parser.destroy(error));
  stream.pipe(parser);
  let header: readonly string[] | null = null;
  let batch: RawRecord[] = [];
  for await (const { record: cells, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    if (header === null) {
      header = cells.map((cell) => cell.trim().toLowerCase());
      const missing = ['time', 'terminal_id', 'interface', 'outcome'].filter((needed) => !header?.includes(needed));
      if (missing.length > 0) throw fail('file.header', { path: quote(name, 200), missing });
      continue;
    }
    if (cells.length !== header.length) {
      const complaint = complain('attempt.columns', { found: cells.length, needed: header.length });
      batch.push({ line: info.lines, complaint });
    } else {
      const record: Record<string, string> = {};
      for (let i = 0; i < header.length; i++) if (cells[i] !== '') record[header[i]!] = cells[i]!;
      batch.push({ line: info.lines, record });
    }
    if (batch.length >= CSV_BATCH) {
      yield [...refused.splice(0), ...batch];
      batch = [];
    }
  }
  yield [...refused, ...batch];
}
