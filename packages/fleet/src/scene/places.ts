import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import type { Frame } from '../log/frame.ts';
import type { Attributes } from './attributes.ts';
import type { Sales } from './sales.ts';

const FACES = INTERFACES.length;

/** A time during which a terminal's home did not change: its rows `rows[from] … rows[to - 1]`, counted by interface. */
export type Stay = {
  readonly terminal: number;
  readonly home: number;
  readonly from: number;
  readonly to: number;
  readonly faces: Int32Array;
};

/** Where to look for the attempts of a terminal, card, store or operator without going through all. Rows ascend. */
export type Places = {
  readonly ofTerminal: (terminal: number) => Int32Array;
  readonly terminals: () => { readonly rows: Int32Array; readonly stays: readonly Stay[] };
  readonly ofCard: (card: number) => Int32Array;
  /** All attempts of the terminals that ever stood there (other ones of theirs included). */
  readonly aroundStore: (store: number) => Int32Array;
  readonly aroundMerchant: (merchant: number) => Int32Array;
  readonly aroundOperator: (operator: number) => Int32Array;
  /** Where an operator's first attempt was. */
  readonly storeOfOperator: (operator: number) => number;
};

/** The rows of each code, one after the other: those of `code` are `rows[start[code]] … rows[start[code + 1] - 1]`. */
type Index = { readonly start: Int32Array; readonly rows: Int32Array };

function indexed(codes: Int32Array, count: number): Index {
  const start = new Int32Array(count + 1);
  for (let row = 0; row < codes.length; row++) if (codes[row] !== UNKNOWN) start[codes[row]! + 1]!++;
  for (let code = 0; code < count; code++) start[code + 1]! += start[code]!;
  const rows = new Int32Array(start[count]!);
  const next = start.slice(0, count);
  for (let row = 0; row < codes.length; row++) if (codes[row] !== UNKNOWN) rows[next[codes[row]!]!++] = row;
  return { start, rows };
}

const rowsOf = ({ start, rows }: Index, code: number): Int32Array => rows.subarray(start[code]!, start[code + 1]!);

/** Indexes are made when they are first asked for: a fleet in order never needs most of them. */
export function indexPlaces(frame: Frame, attributes: Attributes, sales: Sales, face: Uint8Array): Places {
  const { home, of } = attributes;
  const terminal = frame.text.terminal_id;
  const once = <T>(make: () => T): (() => T) => {
    let made: T | undefined;
    return () => (made ??= make());
  };
  const byTerminal = once(() => indexed(terminal.codes, terminal.count));
  const byCard = once(() => indexed(sales.card, frame.text.card_ref.count));
  const terminals = once(() => ({ rows: byTerminal().rows, stays: staysOf(byTerminal(), home, face) }));
  const terminalsOf = (codes: Int32Array) => once(() => terminalsByCode(terminals().stays, codes));
  const byStore = terminalsOf(of.store_id);
  const byMerchant = terminalsOf(of.merchant_id);
  const byOperator = once(() => terminalsByOperator(attributes.operator, terminal));
  const storeOfOperator = once(() => storesOfOperators(attributes));
  const ofTerminals = (terminals: Iterable<number>): Int32Array =>
    inOrder([...terminals].map((at) => rowsOf(byTerminal(), at)));
  return {
    terminals,
    ofTerminal: (at) => rowsOf(byTerminal(), at),
    ofCard: (card) => rowsOf(byCard(), card),
    aroundStore: (store) => ofTerminals(byStore().get(store) ?? []),
    aroundMerchant: (merchant) => ofTerminals(byMerchant().get(merchant) ?? []),
    aroundOperator: (operator) => ofTerminals(byOperator().get(operator) ?? []),
    storeOfOperator: (operator) => storeOfOperator()[operator]!,
  };
}

/** The terminals that ever stood in homes of each code. */
function terminalsByCode(stays: readonly Stay[], codes: Int32Array): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  for (const { terminal, home } of stays) addTo(found, codes[home]!, terminal);
  return found;
}

function terminalsByOperator(operator: Int32Array, { codes, count }: Frame['text']['terminal_id']) {
  const found = new Map<number, Set<number>>();
  const last = new Int32Array(count).fill(UNKNOWN);
  for (let row = 0; row < operator.length; row++) {
    const at = codes[row]!;
    if (operator[row] === UNKNOWN || last[at] === operator[row]) continue;
    last[at] = operator[row]!;
    addTo(found, last[at]!, at);
  }
  return found;
}

/** Of each operator the store of the first attempt: rows are gone through backwards, so that the first one stays. */
function storesOfOperators({ operator, operators, home, of }: Attributes): Int32Array {
  const stores = new Int32Array(operators);
  for (let row = operator.length - 1; row >= 0; row--) {
    if (operator[row] !== UNKNOWN) stores[operator[row]!] = of.store_id[home[row]!]!;
  }
  return stores;
}

function addTo(found: Map<number, Set<number>>, code: number, terminal: number): void {
  const terminals = found.get(code);
  if (terminals) terminals.add(terminal);
  else found.set(code, new Set([terminal]));
}

function staysOf({ start, rows }: Index, home: Int32Array, face: Uint8Array): readonly Stay[] {
  const stays: Stay[] = [];
  for (let terminal = 0; terminal + 1 < start.length; terminal++) {
    for (let from = start[terminal]!; from < start[terminal + 1]!; ) {
      const faces = new Int32Array(FACES);
      let to = from;
      for (; to < start[terminal + 1]! && home[rows[to]!] === home[rows[from]!]; to++) faces[face[rows[to]!]!]!++;
      stays.push({ terminal, home: home[rows[from]!]!, from, to, faces });
      from = to;
    }
  }
  return stays;
}

/** The rows of lists that share none, ascending. */
function inOrder(lists: readonly Int32Array[]): Int32Array {
  if (lists.length === 1) return lists[0]!;
  const rows = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    rows.set(list, at);
    at += list.length;
  }
  return rows.sort();
}

/** The rows of two ascending lists, each once, ascending. */
export function union(a: Int32Array, b: Int32Array): Int32Array {
  const rows = new Int32Array(a.length + b.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length; count++) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    rows[count] = Math.min(left, right);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return rows.slice(0, count);
}

/** Of ascending rows those from first to last. */
export function rowsFromTo(rows: Int32Array, first: number, last: number): Int32Array {
  const from = lowerBound(rows, 0, rows.length, first);
  return rows.subarray(from, lowerBound(rows, from, rows.length, last + 1));
}

/** The first position in from … to whose row is at least `row`. */
export function lowerBound(rows: Int32Array, from: number, to: number, row: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
