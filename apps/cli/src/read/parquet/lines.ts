import type { TakePlain } from '../ndjson.ts';
import { readLine } from '../ndjson.ts';
import type { Batch, RawRecord } from '../raw-record.ts';
import { openDuckDb, quotedText } from './duckdb.ts';
import type { RowMarks } from './row-marks.ts';
import type { Table } from './table.ts';
import { asJson, ROW_NUMBER } from './table.ts';

/** Rows as lines of JSON, as NDJSON has them: one string a row crosses over from DuckDB. @param marked null for all */
export async function* readRows(table: Table, marked: RowMarks | null, takePlain: TakePlain): AsyncGenerator<Batch> {
  const pairs = table.columns.map((column) => `${quotedText(column.header)}, ${asJson(column)}`);
  const line = `json_object(${pairs.join(', ')})::varchar`;
  const { connection, close } = await openDuckDb();
  try {
    const result = marked
      ? await connection.stream(
          `select ${line}, ${ROW_NUMBER} from ${table.numberedFrom} where get_bit($1::bit, ${ROW_NUMBER}::integer) = 1`,
          [await marked.bits()],
        )
      : await connection.stream(`select ${line} from ${table.from}`);
    let read = 0;
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const places = marked ? chunk.getColumnValues(1) : null;
      yield taken(chunk.getColumnValues(0) as string[], (i) => Number(places?.[i] ?? read + i) + 1, takePlain);
      read += chunk.rowCount;
    }
  } finally {
    close();
  }
}

let scratch = Buffer.alloc(1 << 12);

/** Takes lines as they are where that can be; the others are left. @param numberOf the number of each of them, from 1 */
function taken(lines: readonly string[], numberOf: (at: number) => number, takePlain: TakePlain): Batch {
  const records: RawRecord[] = [];
  lines.forEach((text, i) => {
    if (scratch.length < text.length * 3) scratch = Buffer.alloc(text.length * 6);
    const length = scratch.write(text, 0, 'utf8');
    if (!takePlain(scratch, 0, length)) records.push(readLine({ number: numberOf(i), text, bytes: length }));
  });
  return { records, taken: lines.length - records.length, line: numberOf(lines.length - 1) };
}
