import { quote } from '@duka/model';
import type { OnColumns } from '../header.ts';
import { readHeader } from '../header.ts';
import { openDuckDb, quotedName, quotedText } from './duckdb.ts';
import { isField } from './fields.ts';
import { kindOf } from './types.ts';

/** A column of the file: `name` as SQL quotes it, `header` as the contract names it. */
export type TableColumn = { readonly name: string; readonly header: string; readonly type: string };

/** What is read of a Parquet file: `from` gives all its rows in SQL, `numberedFrom` with a column of their places as well. */
export type Table = {
  readonly from: string;
  readonly numberedFrom: string;
  readonly columns: readonly TableColumn[];
  readonly rows: number;
  /** Whether its rows can be told by their place: not where a column has the name of that. */
  readonly isNumbered: boolean;
};

/** DuckDB's own name for the place of a row, counted from 0. */
export const ROW_NUMBER = 'file_row_number';

/** @throws DukaError file.header where a required column is missing */
export async function openTable(path: string, name: string, onColumns: OnColumns): Promise<Table> {
  const { connection, close } = await openDuckDb();
  const columnsOf = async (from: string) =>
    (await connection.runAndReadAll(`describe select * from ${from}`))
      .getRowObjectsJS()
      .map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
  try {
    const quoted = quotedText(path);
    const raw = await columnsOf(`read_parquet(${quoted})`);
    const rowsOf = rowsWith(
      quoted,
      raw.filter(({ type }) => type === 'BLOB').map(({ name }) => name),
    );
    const found = await columnsOf(rowsOf(''));
    const headers = readHeader(
      found.map((column) => column.name),
      quote(name, 200),
      onColumns,
    );
    const counted = await connection.runAndReadAll(`select count(*) as rows from ${rowsOf('')}`);
    return {
      from: rowsOf(''),
      numberedFrom: rowsOf(`, ${ROW_NUMBER} = true`),
      columns: found.map(({ name: column, type }, i) => ({ name: quotedName(column), header: headers[i]!, type })),
      rows: Number(counted.getRowObjectsJS()[0]?.rows),
      isNumbered: !headers.includes(ROW_NUMBER),
    };
  } finally {
    close();
  }
}

/**
 * Bytes are text that some writers do not call so. Where a column of them is none of the contract's, it may be no text at all: what is no
 * UTF-8 is written out as DuckDB shows bytes.
 */
function rowsWith(path: string, bytes: readonly string[]): (options: string) => string {
  if (bytes.every((name) => isField(name.trim().toLowerCase())))
    return (options) => `read_parquet(${path}, binary_as_string = true${options})`;
  const texts = bytes.map(quotedName).map((name) => `coalesce(try(decode(${name})), ${name}::varchar) as ${name}`);
  return (options) => `(select * replace (${texts.join(', ')}) from read_parquet(${path}${options}))`;
}

/** The largest whole number that a double holds for certain: a card number must not lose the digits that betray it. */
const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * A column as text, number or boolean of JSON: an instant as ms, a local time as text without offset, nested values as
 * text; a whole number that a double cannot hold as text, one that JSON does not know as nothing.
 */
export function asJson({ name, type }: Pick<TableColumn, 'name' | 'type'>): string {
  switch (kindOf(type)) {
    case 'nested':
      return `to_json(${name})::varchar`;
    case 'instant':
      return `epoch_ms(${name})`;
    case 'local':
      return `strftime(${name}, '%Y-%m-%dT%H:%M:%S.%g')`;
    case 'fraction':
      return `case when isfinite(${name}::double) then ${name}::double end`;
    case 'text':
    case 'flag':
    case 'small':
      return name;
    case 'whole':
      return `case when ${name} between -${SAFE} and ${SAFE} then to_json(${name}) else to_json(${name}::varchar) end`;
    case 'other':
      return `${name}::varchar`;
  }
}
