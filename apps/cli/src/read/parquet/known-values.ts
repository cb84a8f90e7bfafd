import type { DuckDBConnection } from '@duckdb/node-api';
import type { AttemptStore } from '@duka/fleet';
import { contentHash, UNKNOWN } from '@duka/fleet';
import type { Attempt, AttemptField } from '@duka/model';
import type { IntakeOptions } from '@duka/runtime';
import { isRefused, takeRecord } from '@duka/runtime';
import { CodeTable, ODD } from './code-table.ts';
import type { VectorReader } from './duckdb.ts';
import { isField } from './fields.ts';
import type { Key } from './keys.ts';
import { bitsOf, fittingKey } from './keys.ts';
import { asWords } from './lane.ts';
import type { Table, TableColumn } from './table.ts';
import { asJson } from './table.ts';
import { kindOf } from './types.ts';

/** What the look at values needs: where codes come from, and the rules of the intake. */
export type Intake = { readonly store: AttemptStore; readonly options: IntakeOptions };

/** What is known of the values of a column, by a key of each. Of a key that is not whole both halves are its bits. */
export type KnownValues = { readonly key: Key; readonly table: CodeTable };

/** Looks at every value of a column, once. */
export async function knownValues(
  connection: DuckDBConnection,
  vectorsOf: VectorReader,
  { from }: Table,
  column: TableColumn,
  intake: Intake,
): Promise<KnownValues> {
  const { name, header, type } = column;
  const isText = kindOf(type) === 'text';
  const value = isText ? name : `json_object('v', ${asJson(column)})::varchar`;
  const low: number[] = [];
  const high: number[] = [];
  const known: Known[] = [];
  const result = await connection.stream(`select hash(${name}), ${value} from (select distinct ${name} from ${from})`);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const hashes = asWords(vectorsOf(chunk, [8])[0]!);
    chunk.getColumnValues(1).forEach((written, i) => {
      const read = isText ? written : JSON.parse(written as string).v;
      low.push(hashes[2 * i]!);
      high.push(hashes[2 * i + 1]!);
      known.push(lookAt(header, read, intake));
    });
  }
  const key = fittingKey({ low, high });
  const table = new CodeTable();
  known.forEach(({ code, part }, i) => {
    const bits = bitsOf(low[i]!, high[i]!, key);
    if (key.width === 8) table.add(low[i]!, high[i]!, code, part);
    else table.add(bits, bits, code, part);
  });
  return { key, table };
}

type Known = { readonly code: number; readonly part: number };

/** What makes a record of a single field one that is not refused. */
const LEAST = { time: 0, terminal_id: '-', interface: 'chip', outcome: 'ok' } as const satisfies Attempt;

/**
 * The intake's judgement of one value of a field, which does not hang on the other fields of a record: its code and its part in the hash
 * of a record. One that is refused, or of which something is removed, is odd.
 */
function lookAt(header: string, value: unknown, { store, options }: Intake): Known {
  const result = takeRecord({ ...LEAST, [header]: value }, options);
  if (isRefused(result) || result.removed > 0) return { code: ODD, part: 0 };
  const { attempt } = result;
  if (!isField(header)) return { code: UNKNOWN, part: contentHash({ extra: attempt.extra ?? {} }) };
  const taken = attempt[header];
  if (taken === undefined) return { code: UNKNOWN, part: 0 };
  return { code: codeOf(store, header, String(taken)), part: contentHash({ [header]: taken }) };
}

function codeOf({ dictionaries }: AttemptStore, field: AttemptField, text: string): number {
  return field in dictionaries ? dictionaries[field as keyof typeof dictionaries].codeOf(text) : UNKNOWN;
}
