import type { Interface, Outcome, Reason, ScopeColumn, Stage } from '@duka/model';
import type { AttemptStore, Columns, DictionaryColumn, EventColumn, SiteColumn, TextColumn } from './attempt-store.ts';
import { EVENT_COLUMNS, SITE_COLUMNS, TEXT_COLUMNS } from './attempt-store.ts';
import type { Dictionary } from './dictionary.ts';
import { UNKNOWN } from './dictionary.ts';
import { equalsBefore, NO_HASH } from './equals-before.ts';
import { orderByTime } from './order.ts';
import type { Tuples } from './tuples.ts';

/** A column of texts: a code a row (UNKNOWN where not known), and the text of each code. */
export type Column = { readonly codes: Int32Array; readonly count: number; readonly value: (code: number) => string };

/** Combinations of values by their code: `codes[column][combination]` is a code into `values[column]`. */
type Table<C extends string> = {
  readonly count: number;
  readonly codes: { readonly [K in C]: Int32Array };
  readonly values: { readonly [K in C]: readonly string[] };
};

/** What was tried and how it ended; null where not known. */
export type Event = {
  readonly interface: Interface;
  readonly outcome: Outcome;
  readonly stage: Stage | null;
  readonly reason: Reason | null;
  readonly code: string | null;
  readonly fallback: boolean | null;
  /** Whether the card has a chip: the first digit of its service code is 2 or 6 (ISO/IEC 7813). */
  readonly cardHasChip: boolean | null;
  /** What the lights showed, as the contract writes it. */
  readonly indicator: string | null;
};

/**
 * The attempts in their one true order: by time, then by terminal, then by content; each attempt once. Codes are given in
 * the order in which their values first appear in it, so that no result can depend on the order of arrival.
 */
export type Frame = {
  readonly length: number;
  readonly time: Float64Array;
  readonly text: { readonly [C in TextColumn]: Column };
  /** The terminal's site of each attempt, as the record gave it. */
  readonly site: Int32Array;
  readonly sites: Table<SiteColumn>;
  readonly event: Int32Array;
  readonly events: readonly Event[];
  /** Hash of sale_id, 0 where there is none. */
  readonly sale: Float64Array;
  readonly number: Pick<Columns, 'amount_minor' | 'signal_dbm' | 'rtt_ms' | 'duration_ms'>;
  readonly duplicates: number;
  readonly conflicts: number;
};

export type FrameOptions = {
  /** Only attempts at or after this time, ms since 1970. */
  readonly since?: number;
  /** The store is not used any more: its columns are let go one by one, so that it and the frame never lie beside each other in full. */
  readonly release?: boolean;
};

/** The attempts of a store. Reading does not change it, unless it may be released. */
export function readFrame(store: AttemptStore, options: FrameOptions = {}): Frame {
  const { dictionaries } = store;
  const { kept, duplicates, conflicts } = deduplicated(store, sortedRows(store), options.since);
  const { length } = kept;
  if (options.release) {
    for (const name of ['id', 'content'] as const) store.release(name);
    for (const dictionary of Object.values(store.dictionaries)) dictionary.close();
  }
  const take = <C extends keyof Columns>(name: C): Columns[C] =>
    options.release ? store.release(name) : store.columns[name];
  const number = <C extends 'time' | 'sale' | keyof Frame['number']>(name: C): Columns[C] =>
    gathered(take(name), kept) as Columns[C];
  const column = (name: TextColumn): Column => columnOf(take(name), kept, dictionaries[name]);
  const time = number('time');
  const sale = number('sale');
  const text = Object.fromEntries(TEXT_COLUMNS.map((name) => [name, column(name)])) as unknown as Frame['text'];
  const site = renumbered(take('site'), kept, store.sites.count);
  const event = renumbered(take('event'), kept, store.events.count);
  const events = tableOf(store, store.events, EVENT_COLUMNS, event.first);
  return {
    length,
    time,
    text,
    site: site.codes,
    sites: tableOf(store, store.sites, SITE_COLUMNS, site.first),
    event: event.codes,
    events: Array.from({ length: events.count }, (_, code) => eventOf(events, code)),
    sale,
    number: {
      amount_minor: number('amount_minor'),
      signal_dbm: number('signal_dbm'),
      rtt_ms: number('rtt_ms'),
      duration_ms: number('duration_ms'),
    },
    duplicates,
    conflicts,
  };
}

/** The texts of a column by their codes, wherever the frame keeps it. */
export function columnTexts(frame: Frame, name: Exclude<ScopeColumn, 'interface'>): Pick<Column, 'count' | 'value'> {
  if (isText(name)) return frame.text[name];
  const values = frame.sites.values[name];
  return { count: values.length, value: (code) => values[code]! };
}

/** The code of a row in a column, as its record gave it. */
export function columnCodes(frame: Frame, name: Exclude<ScopeColumn, 'interface'>): (row: number) => number {
  if (isText(name)) {
    const { codes } = frame.text[name];
    return (row) => codes[row]!;
  }
  const ofSite = frame.sites.codes[name];
  const { site } = frame;
  return (row) => ofSite[site[row]!]!;
}

/** Whether a column is one of its own, and not one of the sites'. */
export const isText = (name: string): name is TextColumn => (TEXT_COLUMNS as readonly string[]).includes(name);

function sortedRows(store: AttemptStore): Int32Array {
  const { time, terminal_id: terminal, content } = store.columns;
  const rank = ranks(store.dictionaries.terminal_id.values());
  return orderByTime(
    time,
    store.length,
    (a, b) => rank[terminal[a]!]! - rank[terminal[b]!]! || content[a]! - content[b]!,
  );
}

/** The first record of an id counts; a repeat is a duplicate, the same id with other content a conflict. */
function deduplicated({ columns }: AttemptStore, order: Int32Array, since = Number.NEGATIVE_INFINITY) {
  const { id, content, time } = columns;
  const hashOf = (row: number): number => (id[row] === 0 ? NO_HASH : id[row]! >>> 0);
  const first = equalsBefore(order, hashOf, (a, b) => id[a] === id[b]);
  const kept = new Int32Array(order.length);
  let length = 0;
  let duplicates = 0;
  let conflicts = 0;
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const before = first[i]!;
    if (before === UNKNOWN) {
      first[i] = i;
      if (time[row]! >= since) kept[length++] = row;
      continue;
    }
    first[i] = first[before]!;
    if (content[order[first[i]!]!] === content[row]) duplicates++;
    else conflicts++;
  }
  return { kept: kept.subarray(0, length), duplicates, conflicts };
}

/** Keeps the dictionary, not the store whose columns the frame has copied. */
function columnOf(column: Int32Array, kept: Int32Array, dictionary: Dictionary): Column {
  const { codes, first } = renumbered(column, kept, dictionary.count);
  return { codes, count: first.length, value: (code) => dictionary.value(first[code]!) };
}

/** The kept rows' codes in order of first appearance, and for each the code that it had before. */
function renumbered(column: Int32Array, kept: Int32Array, count: number): { codes: Int32Array; first: Int32Array } {
  const fresh = new Int32Array(count).fill(UNKNOWN);
  const first = new Int32Array(count);
  const codes = new Int32Array(kept.length);
  let next = 0;
  for (let i = 0; i < kept.length; i++) {
    const code = column[kept[i]!]!;
    if (code === UNKNOWN) {
      codes[i] = UNKNOWN;
      continue;
    }
    if (fresh[code] === UNKNOWN) {
      first[next] = code;
      fresh[code] = next++;
    }
    codes[i] = fresh[code]!;
  }
  return { codes, first: first.slice(0, next) };
}

function tableOf<C extends DictionaryColumn>(
  store: AttemptStore,
  tuples: Tuples,
  columns: readonly C[],
  first: Int32Array,
): Table<C> {
  const all = Int32Array.from(first.keys());
  const entries = columns.map((name, at) => {
    const { codes, first: values } = renumbered(
      first.map((code) => tuples.at(code, at)),
      all,
      store.dictionaries[name].count,
    );
    return { name, codes, values: Array.from(values, (code) => store.dictionaries[name].value(code)) };
  });
  return {
    count: first.length,
    codes: Object.fromEntries(entries.map(({ name, codes }) => [name, codes])) as Table<C>['codes'],
    values: Object.fromEntries(entries.map(({ name, values }) => [name, values])) as unknown as Table<C>['values'],
  };
}

function eventOf({ codes, values }: Table<EventColumn>, event: number): Event {
  const text = (name: EventColumn): string | null =>
    codes[name][event] === UNKNOWN ? null : values[name][codes[name][event]!]!;
  const fallback = text('fallback');
  const serviceCode = text('service_code');
  return {
    interface: text('interface') as Interface,
    outcome: text('outcome') as Outcome,
    stage: text('stage') as Stage | null,
    reason: text('reason') as Reason | null,
    code: text('code'),
    fallback: fallback === null ? null : fallback === 'true',
    cardHasChip: serviceCode === null ? null : /^[26]/.test(serviceCode),
    indicator: text('indicator'),
  };
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

function gathered<A extends Float64Array | Float32Array | Int32Array | Uint32Array>(from: A, rows: Int32Array): A {
  const to = new (from.constructor as new (size: number) => A)(rows.length);
  for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]!]!;
  return to;
}
