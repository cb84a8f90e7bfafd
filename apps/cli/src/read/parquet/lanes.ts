import type { DuckDBConnection } from '@duckdb/node-api';
import { EVENT_COLUMNS, SITE_COLUMNS } from '@duka/fleet';
import { ATTEMPT_FIELDS } from '@duka/model';
import { asText } from './as-text.ts';
import type { CodedColumn } from './coded-lane.ts';
import { CodedLane } from './coded-lane.ts';
import type { VectorReader } from './duckdb.ts';
import { isCodeField, isField, isNumberField, NUMBER_COLUMNS, TUPLED } from './fields.ts';
import type { Intake, KnownValues } from './known-values.ts';
import { knownValues } from './known-values.ts';
import type { Lane } from './lane.ts';
import { instantLane, localTimeLane, numberLane } from './number-lanes.ts';
import { sampleOf } from './sample.ts';
import type { Table, TableColumn } from './table.ts';
import { textLane } from './text-lane.ts';
import type { Part } from './tuple-lane.ts';
import { TupleLane } from './tuple-lane.ts';
import type { Kind } from './types.ts';
import { kindOf } from './types.ts';

const NUMBERS: readonly Kind[] = ['small', 'whole', 'fraction'];
/** Fields that are read text by text even where few differ: the store has no codes for them. */
const isAlwaysText = (header: string): boolean =>
  ['time', 'attempt_id', 'sale_id', ...Object.keys(NUMBER_COLUMNS)].includes(header);

/** The lanes that take a table into a store; null where its rows are better taken one by one. */
export async function lanesOf(
  connection: DuckDBConnection,
  vectorsOf: VectorReader,
  table: Table,
  intake: Intake,
): Promise<readonly Lane[] | null> {
  const { columns } = table;
  if (new Set(columns.map(({ header }) => header)).size < columns.length) return null;
  const lanes = columns.flatMap((column) => numericLane(column, intake) ?? []);
  const others = columns.filter((column) => numericLane(column, intake) === null);
  const asTexts = others.map((column) => asText(column, intake));
  const texts = asTexts.filter((text) => text !== null);
  const samples = await sampleOf(
    connection,
    table,
    texts.map(({ sql }) => sql),
  );
  const coded: TableColumn[] = others.filter((_, i) => asTexts[i] === null);
  for (const [i, { column, sql, use }] of texts.entries()) {
    const { longest, isDiverse } = samples[i]!;
    if (use && (isDiverse || isAlwaysText(column.header)))
      lanes.push(textLane(sql, longest, use, isRequired(column.header)));
    else if (isDiverse) return null;
    else coded.push(column);
  }
  if (coded.some(({ header }) => isAlwaysText(header))) return null;
  const values = new Map<TableColumn, KnownValues>();
  for (const column of coded) values.set(column, await knownValues(connection, vectorsOf, table, column, intake));
  return [...lanes, ...codedLanes(values, intake)];
}

const isRequired = (header: string): boolean => isField(header) && 'required' in ATTEMPT_FIELDS[header];

/** Of columns of numbers and times; null for others. */
function numericLane({ name, header, type }: TableColumn, { options }: Intake): Lane | null {
  const kind = kindOf(type);
  const isNumber = NUMBERS.includes(kind);
  if (header === 'time') {
    if (kind === 'local') return localTimeLane(`epoch_ms(${name}::timestamp)`, options.zone);
    if (kind === 'instant') return instantLane(`epoch_ms(${name})`);
    return isNumber ? instantLane(name) : null;
  }
  return isNumber && isField(header) && isNumberField(header) ? numberLane(name, header) : null;
}

/** What a terminal is and how an attempt ended are a number each; every other column stands alone. */
function codedLanes(values: ReadonlyMap<TableColumn, KnownValues>, { store }: Intake): readonly Lane[] {
  const all = [...values].map(([{ name, header }, known]) => ({ name, header, values: known }));
  const partsOf = (names: readonly string[]): readonly Part[] =>
    all.flatMap((column) => (names.includes(column.header) ? { ...column, slot: names.indexOf(column.header) } : []));
  const alone = all.filter(({ header }) => !TUPLED.includes(header));
  return [
    new TupleLane(partsOf(SITE_COLUMNS), store.sites, 'site'),
    new TupleLane(partsOf(EVENT_COLUMNS), store.events, 'event'),
    ...alone.map((column) => new CodedLane(column, columnOf(column.header))),
  ];
}

/** The column of the store that a field has to itself, if any. */
const columnOf = (header: string): CodedColumn | null => (isField(header) && isCodeField(header) ? header : null);
