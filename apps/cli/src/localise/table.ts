import type { Attribute } from '@duka/fleet/localise';
import type { Complaint } from '@duka/model';
import { complain, DukaError, fail, quote, quoteBare } from '@duka/model';
import { openBytes } from '../read/bytes.ts';
import { cellsOf } from '../read/csv.ts';
import { encodingOf, toUtf8 } from '../read/encoding.ts';
import { delimiterOf } from '../read/format.ts';
import type { Line } from '../read/lines.ts';
import { LONGEST_LINE, readLines } from '../read/lines.ts';
import type { Source } from '../read/sources.ts';
import { systemCause } from '../read/system-cause.ts';

/** A column that is read as it is, not as an attribute: its name, and whether it holds numbers. */
export type Wanted = { readonly name: string; readonly is: 'number' | 'text' };

/**
 * What a CSV file holds: its attributes (every column that is not wanted otherwise), the wanted columns in their
 * order, and the first of the rows that had to be left out.
 */
export type Table = {
  readonly attributes: readonly Attribute[];
  readonly columns: readonly (readonly number[] | readonly string[])[];
  readonly rows: number;
  readonly left: number;
  readonly firstLeft: { readonly line: number; readonly complaint: Complaint } | null;
};

/** A column of row numbers, as data tools write it beside the data. */
const ROW_NUMBERS = /^(?:|Unnamed: \d+)$/;

/**
 * Reads one CSV file. A row that cannot be read is left out, the rest goes on.
 * @throws DukaError file.unreadable, file.header, file.damaged, input.nothing, usage.value
 */
export async function readTable(source: Source, wanted: readonly Wanted[]): Promise<Table> {
  let reader: TableReader | null = null;
  let line = 0;
  try {
    const opened = await openBytes(source, () => {});
    for await (const lines of readLines(toUtf8(opened.bytes, encodingOf(opened.head)))) {
      for (const one of lines) {
        line = one.number;
        if (one.text !== null && one.text.trim() === '') continue;
        if (reader === null) reader = new TableReader(one.text ?? '', wanted, source.name);
        else reader.take(one);
      }
    }
  } catch (error) {
    if (error instanceof DukaError || !(error instanceof Error)) throw error;
    throw fail('file.damaged', { path: quote(source.name, 200), line, cause: systemCause(error) });
  }
  const table = reader?.table();
  if (table === undefined || (table.rows === 0 && table.left === 0)) throw fail('input.nothing', { rejected: 0 });
  return table;
}

/** Values of one column, each once. */
class Dictionary {
  readonly values: string[] = [];
  readonly codes: number[] = [];
  readonly #codeOf = new Map<string, number>();

  push(value: string): void {
    let code = this.#codeOf.get(value);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.#codeOf.set(value, code);
    }
    this.codes.push(code);
  }
}

class TableReader {
  readonly #delimiter: string;
  readonly #width: number;
  readonly #file: string;
  readonly #attributes: readonly { readonly name: string; readonly at: number; readonly cells: Dictionary }[];
  readonly #columns: readonly (Wanted & {
    readonly at: number;
    readonly numbers: number[];
    readonly texts: string[];
  })[];
  #rows = 0;
  #left = 0;
  #firstLeft: Table['firstLeft'] = null;

  constructor(header: string, wanted: readonly Wanted[], file: string) {
    this.#file = file;
    this.#delimiter = delimiterOf(header);
    const names = (cellsOf(header, this.#delimiter) ?? header.split(this.#delimiter)).map((name) => name.trim());
    this.#width = names.length;
    const missing = wanted.filter(({ name }) => !names.includes(name)).map(({ name }) => quoteBare(name));
    if (missing.length > 0) throw fail('file.header', { path: quote(file, 200), missing });
    const twice = names.find((name, at) => !ROW_NUMBERS.test(name) && names.indexOf(name) !== at);
    if (twice !== undefined)
      throw this.#refuse(1, twice, { zh: '每列一个不同的名称', en: 'a name of its own for each column' });
    this.#columns = wanted.map((one) => ({ ...one, at: names.indexOf(one.name), numbers: [], texts: [] }));
    this.#attributes = names.flatMap((name, at) =>
      ROW_NUMBERS.test(name) || wanted.some((one) => one.name === name) ? [] : [{ name, at, cells: new Dictionary() }],
    );
    if (this.#attributes.length === 0) {
      throw this.#refuse(1, header, {
        zh: '除度量外至少还有一列属性，例如 terminal_model',
        en: 'a column beside the measures, such as terminal_model',
      });
    }
  }

  take({ number: line, text, bytes }: Line): void {
    if (text === null) {
      this.#leave(line, complain('attempt.too_long', { found: bytes, max: LONGEST_LINE }));
      return;
    }
    const cells = cellsOf(text, this.#delimiter);
    if (cells === null) {
      this.#leave(line, complain('attempt.quote', { found: quote(text) }));
      return;
    }
    if (cells.length !== this.#width) {
      this.#leave(line, complain('attempt.columns', { found: cells.length, needed: this.#width }));
      return;
    }
    const numbers = this.#columns.map(({ is, at }) => (is === 'number' ? numberIn(cells[at]!) : 0));
    const wrong = numbers.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0) {
      const { name, at } = this.#columns[wrong]!;
      this.#leave(line, notANumber(`${this.#file}:${line} ${quoteBare(name)}`, cells[at]!));
      return;
    }
    this.#columns.forEach((column, place) => {
      if (column.is === 'number') column.numbers.push(numbers[place]!);
      else column.texts.push(cells[column.at]!.trim());
    });
    for (const { at, cells: dictionary } of this.#attributes) dictionary.push(cells[at]!);
    this.#rows++;
  }

  table(): Table {
    return {
      attributes: this.#attributes.map(({ name, cells: { values, codes } }) => ({ name, values, codes })),
      columns: this.#columns.map(({ is, numbers, texts }) => (is === 'number' ? numbers : texts)),
      rows: this.#rows,
      left: this.#left,
      firstLeft: this.#firstLeft,
    };
  }

  #leave(line: number, complaint: Complaint): void {
    this.#left++;
    this.#firstLeft ??= { line, complaint };
  }

  #refuse(line: number, found: string, needed: { zh: string; en: string }): DukaError {
    return fail('usage.value', { option: `${this.#file}:${line}`, found: quote(found), needed });
  }
}

/** NaN where it is none: an empty cell is no 0. */
const numberIn = (cell: string): number => (cell.trim() === '' ? Number.NaN : Number(cell));

const notANumber = (option: string, cell: string): Complaint =>
  complain('usage.value', {
    option,
    found: quote(cell),
    needed: {
      zh: '数，不带单位和千位分隔符，如 1250.5；请在导出中改好',
      en: 'a number without unit or thousands separators, such as 1250.5; correct it in the export',
    },
  });
