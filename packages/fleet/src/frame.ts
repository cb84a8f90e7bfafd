import type { AttemptStore, NumberColumn, TextColumn } from './attempt-store.ts';
import { NUMBER_COLUMNS, TEXT_COLUMNS, UNKNOWN } from './attempt-store.ts';

export type Column = { readonly codes: Int32Array; readonly values: readonly string[] };

/**
 * The attempts in their one true order: by time, then by terminal, then by content; each attempt once.
 * Dictionary codes follow the order of the values, so that no result can depend on the order of arrival.
 */
export type Frame = {
  readonly length: number;
  readonly time: Float64Array;
  readonly fallback: Int8Array;
  readonly text: { readonly [C in TextColumn]: Column };
  readonly number: { readonly [C in NumberColumn]: Float64Array };
  readonly duplicates: number;
  readonly conflicts: number;
};

export type FrameOptions = {
  /** Only attempts at or after this time, ms since 1970. */
  readonly since?: number;
  readonly terminals?: readonly string[];
};

export function readFrame(store: AttemptStore, options: FrameOptions = {}): Frame {
  const order = sortedRows(store);
  const { kept, duplicates, conflicts } = deduplicated(store, order, options);
  return {
    length: kept.length,
    time: gathered(store.time, kept, new Float64Array(kept.length)),
    fallback: gathered(store.fallback, kept, new Int8Array(kept.length)),
    text: Object.fromEntries(TEXT_COLUMNS.map((name) => [name, sortedColumn(store, name, kept)])) as Frame['text'],
    number: Object.fromEntries(
      NUMBER_COLUMNS.map((name) => [name, gathered(store.number[name].values, kept, new Float64Array(kept.length))]),
    ) as Frame['number'],
    duplicates,
    conflicts,
  };
}

function sortedRows(store: AttemptStore): Int32Array {
  const { time, contentHash, text } = store;
  const terminals = text.terminal_id;
  const rank = ranks(terminals.values);
  const rows = Int32Array.from({ length: store.length }, (_, row) => row);
  return rows.sort(
    (a, b) =>
      time[a]! - time[b]! ||
      rank[terminals.codes[a]!]! - rank[terminals.codes[b]!]! ||
      contentHash[a]! - contentHash[b]!,
  );
}

/** The first record of an id counts; a repeat is a duplicate, the same id with other content a conflict. */
function deduplicated(store: AttemptStore, order: Int32Array, { since, terminals }: FrameOptions) {
  const contentOf = new Map<number, number>();
  const wanted = terminals && new Set(terminals);
  const kept: number[] = [];
  let duplicates = 0;
  let conflicts = 0;
  for (const row of order) {
    const id = store.idHash[row]!;
    if (id !== 0) {
      const content = contentOf.get(id);
      if (content !== undefined) {
        if (content === store.contentHash[row]) duplicates++;
        else conflicts++;
        continue;
      }
      contentOf.set(id, store.contentHash[row]!);
    }
    if (since !== undefined && store.time[row]! < since) continue;
    if (wanted && !wanted.has(store.text.terminal_id.values[store.text.terminal_id.codes[row]!]!)) continue;
    kept.push(row);
  }
  return { kept: Int32Array.from(kept), duplicates, conflicts };
}

function sortedColumn(store: AttemptStore, name: TextColumn, rows: Int32Array): Column {
  const { codes, values } = store.text[name];
  const rank = ranks(values);
  const sorted = Int32Array.from(rows, (row) => (codes[row] === UNKNOWN ? UNKNOWN : rank[codes[row]!]!));
  return { codes: sorted, values: [...values].sort() };
}

/** Rank of each value in sorted order. Values are distinct. */
function ranks(values: readonly string[]): Int32Array {
  const order = Int32Array.from(values, (_, i) => i).sort((a, b) => (values[a]! < values[b]! ? -1 : 1));
  const rank = new Int32Array(values.length);
  order.forEach((code, position) => {
    rank[code] = position;
  });
  return rank;
}

function gathered<A extends Float64Array | Int8Array>(from: A, rows: Int32Array, to: A): A {
  rows.forEach((row, i) => {
    to[i] = from[row]!;
  });
  return to;
}
