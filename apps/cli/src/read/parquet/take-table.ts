import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import type { AttemptStore } from '@duka/fleet';
import { UNKNOWN } from '@duka/fleet';
import type { OffsetMinutes } from '@duka/runtime';
import type { Batch } from '../raw-record.ts';
import type { VectorReader } from './duckdb.ts';
import { openDuckDb, vectorReader } from './duckdb.ts';
import type { Intake } from './known-values.ts';
import type { Lane, Rows } from './lane.ts';
import { CHUNK, NO_OFFSET } from './lane.ts';
import { lanesOf } from './lanes.ts';
import type { RowMarks } from './row-marks.ts';
import type { Table } from './table.ts';

/** Where a table goes; `offsets` counts the rows whose times were written with each offset from UTC. */
export type Into = Intake & { readonly offsets: Map<OffsetMinutes, number> };

/**
 * Takes the rows of a table into a store, column by column: DuckDB keeps the texts and brings out numbers. Rows that hold anything
 * unusual are marked and left.
 * @returns whether that was done; where DuckDB stumbles, the store is as it was, and whoever takes row by row finds out where
 */
export async function* takeTable(
  table: Table,
  into: Into,
  odd: RowMarks,
  onBatch: (batch: Batch) => void,
): AsyncGenerator<Batch, boolean> {
  const { store } = into;
  const start = store.length;
  const { connection, close } = await openDuckDb();
  try {
    const vectorsOf = await vectorReader();
    const lanes = await lanesOf(connection, vectorsOf, table, into);
    if (lanes === null) return false;
    const taking = new Taking(lanes, store, odd);
    store.reserve(start + table.rows);
    for await (const chunk of chunksOf(connection, table, lanes)) {
      const batch = { records: [], taken: taking.take(chunk, vectorsOf), line: taking.read };
      onBatch(batch);
      yield batch;
    }
    for (const [offset, count] of taking.offsets) into.offsets.set(offset, (into.offsets.get(offset) ?? 0) + count);
    return true;
  } catch {
    store.length = start;
    return false;
  } finally {
    close();
  }
}

/** DuckDB reads the next chunk while this one is taken. */
async function* chunksOf(
  connection: DuckDBConnection,
  { from }: Table,
  lanes: readonly Lane[],
): AsyncGenerator<DuckDBDataChunk> {
  const asked = lanes.flatMap(({ asks }) => asks.map(({ sql }) => sql));
  const result = await connection.stream(`select ${asked} from ${from}`);
  let next = result.fetchChunk();
  try {
    for (let chunk = await next; chunk && chunk.rowCount > 0; chunk = await next) {
      next = result.fetchChunk();
      yield chunk;
    }
  } finally {
    await next.catch(() => null);
  }
}

/** What a row is where no lane says otherwise. */
const BLANK = {
  id: 0,
  sale: 0,
  content: 0,
  site: UNKNOWN,
  event: UNKNOWN,
  terminal_id: UNKNOWN,
  operator_id: UNKNOWN,
  card_ref: UNKNOWN,
  bin: UNKNOWN,
  amount_minor: Number.NaN,
  signal_dbm: Number.NaN,
  rtt_ms: Number.NaN,
  duration_ms: Number.NaN,
} as const;

class Taking {
  /** Rows that were read, and how many were written with each offset of those that were taken. */
  read = 0;
  readonly offsets = new Map<OffsetMinutes, number>();
  readonly #lanes: readonly Lane[];
  readonly #widths: readonly number[];
  readonly #store: AttemptStore;
  readonly #marks: RowMarks;
  readonly #odd = new Uint8Array(CHUNK);
  readonly #rowOffsets = new Int16Array(CHUNK);

  constructor(lanes: readonly Lane[], store: AttemptStore, marks: RowMarks) {
    this.#lanes = lanes;
    this.#widths = lanes.flatMap(({ asks }) => asks.map(({ width }) => width));
    this.#store = store;
    this.#marks = marks;
  }

  /** @returns how many rows of the chunk were taken */
  take(chunk: DuckDBDataChunk, vectorsOf: VectorReader): number {
    const count = chunk.rowCount;
    const at = this.#store.length;
    this.#store.reserve(at + count);
    const { columns } = this.#store;
    for (const [name, value] of Object.entries(BLANK)) columns[name as keyof typeof BLANK].fill(value, at, at + count);
    this.#odd.fill(0);
    this.#rowOffsets.fill(NO_OFFSET);
    const rows: Rows = { columns, at, count, odd: this.#odd, offsets: this.#rowOffsets };
    const vectors = vectorsOf(chunk, this.#widths);
    let first = 0;
    for (const lane of this.#lanes) {
      lane.take(vectors.slice(first, first + lane.asks.length), rows);
      first += lane.asks.length;
    }
    const kept = this.#keep(rows);
    this.#store.length = at + kept;
    this.read += count;
    return kept;
  }

  /** Marks the odd rows and closes up the others. @returns how many those are */
  #keep({ columns, at, count, odd, offsets }: Rows): number {
    let kept = 0;
    for (let row = 0; row < count; row++) {
      if (odd[row]) {
        this.#marks.add(this.read + row);
        continue;
      }
      const offset = offsets[row]!;
      if (offset !== NO_OFFSET) this.offsets.set(offset, (this.offsets.get(offset) ?? 0) + 1);
      if (kept < row) for (const column of Object.values(columns)) column[at + kept] = column[at + row]!;
      kept++;
    }
    return kept;
  }
}
