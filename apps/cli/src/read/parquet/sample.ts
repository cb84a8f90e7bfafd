import type { DuckDBConnection } from '@duckdb/node-api';
import type { Table } from './table.ts';
import { ROW_NUMBER } from './table.ts';

/** What the first rows tell of a column of texts: how many bytes the longest has, and whether most of the texts differ. */
export type Sampled = { readonly longest: number; readonly isDiverse: boolean };

const ROWS = 1 << 16;
/** Where more of the rows than this have a value of their own, looking at each value once is not worth it. */
const DIVERSE = 1 / 3;

/** @param texts SQL of texts */
export async function sampleOf(
  connection: DuckDBConnection,
  { numberedFrom, rows }: Table,
  texts: readonly string[],
): Promise<readonly Sampled[]> {
  if (texts.length === 0) return [];
  const asked = texts.map((_, i) => `coalesce(max(strlen(c${i})), 0)::double, approx_count_distinct(c${i})::double`);
  const named = texts.map((sql, i) => `${sql} as c${i}`);
  const result = await connection.runAndReadAll(
    `select ${asked} from (select ${named} from ${numberedFrom} where ${ROW_NUMBER} < ${ROWS})`,
  );
  const told = result.getRowsJS()[0] as number[];
  const most = DIVERSE * Math.min(ROWS, rows);
  return texts.map((_, i) => ({ longest: told[2 * i]!, isDiverse: told[2 * i + 1]! > most }));
}
