import type { Complaint } from '@duka/model';
import { complain, fail, holdsCardData, quote } from '@duka/model';
import { parse } from 'csv-parse/sync';
import type { Line } from './lines.ts';
import { LONGEST_LINE } from './lines.ts';
import type { RawRecord } from './raw-record.ts';

/** A quoted value may hold line ends, but a quote that is open for longer than this was never meant to be one. */
const MOST_LINES = 100;
/** How databases write "not known" into CSV. */
const NULLS = new Set(['', 'NULL', 'null', '\\N']);

/** How the cells of a table become records. `header` gives null for a line before the one that names the columns. */
export type CsvShape<H extends { readonly length: number }> = {
  /** Safe to show. */
  readonly file: string;
  readonly delimiter: string;
  readonly header: (cells: readonly string[], line: number) => H | null;
  readonly record: (header: H, cells: readonly string[]) => unknown;
};

/**
 * CSV (RFC 4180) with any delimiter, its first line naming the columns. A stray quote costs its own line alone: reading
 * goes on with the next one.
 * @throws DukaError file.header_long
 */
export async function* readCsv<H extends { readonly length: number }>(
  lines: AsyncIterable<readonly Line[]>,
  shape: CsvShape<H>,
): AsyncGenerator<readonly RawRecord[]> {
  const table = new Table(shape);
  let damage: unknown;
  try {
    for await (const some of lines) yield table.take(some);
  } catch (error) {
    damage = error;
  }
  yield table.end();
  if (damage !== undefined) throw damage;
}

class Table<H extends { readonly length: number }> {
  readonly #shape: CsvShape<H>;
  #header: H | null = null;
  /** Lines of a record whose end has not been seen. */
  #waiting: readonly Line[] = [];

  constructor(shape: CsvShape<H>) {
    this.#shape = shape;
  }

  take(lines: readonly Line[], ended = false): RawRecord[] {
    const all = this.#waiting.length === 0 ? lines : [...this.#waiting, ...lines];
    const records: RawRecord[] = [];
    let at = 0;
    while (at < all.length) {
      const size = recordSize(all, at, ended);
      if (size === null) break;
      at += this.#read(all, at, size, records);
    }
    this.#waiting = all.slice(at);
    return records;
  }

  end(): RawRecord[] {
    return this.take([], true);
  }

  /** Reads the record of `size` lines at `at`; returns how many lines it used. */
  #read(lines: readonly Line[], at: number, size: number, records: RawRecord[]): number {
    const { number: line, text, bytes } = lines[at]!;
    const refuse = (complaint: Complaint): number => {
      records.push({ line, complaint, removed: text !== null && holdsCardData(text) ? 1 : 0 });
      return 1;
    };
    if (text === null) {
      if (this.#header === null)
        throw fail('file.header_long', { path: this.#shape.file, found: bytes, max: LONGEST_LINE });
      return refuse(complain('attempt.too_long', { found: bytes, max: LONGEST_LINE }));
    }
    if (size === 1 && text.trim() === '') return 1;
    const whole = size === 1 ? text : textOf(lines.slice(at, at + size));
    const { delimiter } = this.#shape;
    const cells = cellsOf(whole, delimiter);
    if (this.#header === null) {
      this.#header = this.#shape.header(cells ?? text.split(delimiter), line);
      return size;
    }
    const header = this.#header;
    const fits = cells !== null && width(cells, header.length) === header.length;
    if (cells === null || (size > 1 && !fits)) return refuse(complain('attempt.quote', { found: quote(text) }));
    if (cells.every((cell) => cell.trim() === '')) return size;
    if (!fits) return refuse(complain('attempt.columns', { found: cells.length, needed: header.length }));
    records.push({ line, record: this.#shape.record(header, cells) });
    return size;
  }
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

/** How many lines the record spans: until its quotes are closed; 1 where they never are; null where more must be read. */
function recordSize(lines: readonly Line[], at: number, ended: boolean): number | null {
  let open = false;
  for (let size = 1; size <= MOST_LINES; size++) {
    const line = lines[at + size - 1];
    if (line === undefined) return ended ? 1 : null;
    if (line.text === null) return 1;
    if (hasOddQuotes(line.text)) open = !open;
    if (!open) return size;
  }
  return 1;
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

/** ="0051" keeps a spreadsheet from making a number of it; to CSV it is a quote out of place. */
const KEPT_AS_TEXT = /(?<=^|[,;|\t])="([^"]*)"(?=[,;|\t]|\s*$)/g;

/** The cells of one record, null where its quotes do not match. */
export function cellsOf(text: string, delimiter: string): readonly string[] | null {
  if (!text.includes('"')) return text.split(delimiter);
  try {
    const plain = text.includes('="') ? text.replace(KEPT_AS_TEXT, '"$1"') : text;
    const rows = parse(plain, { delimiter, record_delimiter: '\n', relax_column_count: true }) as string[][];
    return rows.length === 1 ? rows[0]! : null;
  } catch {
    return null;
  }
}

/** Empty cells beyond the header are delimiters at the end of the line. */
function width(cells: readonly string[], header: number): number {
  return cells.slice(header).every((cell) => cell.trim() === '') ? Math.min(cells.length, header) : cells.length;
}

/** Cells under their names; an empty one is not known. */
export function namedCells(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  header.forEach((name, at) => {
    const cell = cells[at]!;
    if (name !== '' && !NULLS.has(cell)) record[name] = cell;
  });
  return record;
}
