import { SCOPE_KINDS } from '@duka/knowledge/signatures';
import type { ScopeColumn } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import { columnTexts } from '../log/frame.ts';
import type { TerminalAttribute } from './attributes.ts';
import type { Group } from './group.ts';
import { union } from './places.ts';
import { mayRun } from './runs-on.ts';
import type { Scene } from './scene.ts';

/** A column that can bound a fault; `operator` is an operator of one store. */
export type BoundColumn = Exclude<ScopeColumn, 'interface' | 'operator_id'> | 'operator';

/** Dictionary codes of the values that bound a fault, by column. */
export type Bounds = { readonly [C in BoundColumn]?: readonly number[] };

export const boundColumns = (bounds: Bounds): readonly BoundColumn[] => Object.keys(bounds) as BoundColumn[];

/** The code of an attempt in a column, UNKNOWN where it is not known. */
export type CodeOf = (row: number) => number;

export function codeReader(scene: Scene, column: BoundColumn): CodeOf {
  const codes = ownCodes(scene, column);
  if (codes) return (row) => codes[row]!;
  const { home, of } = scene.attributes;
  const ofHome = of[column as TerminalAttribute];
  return (row) => ofHome[home[row]!]!;
}

/** The codes of all attempts; null for a column that says something of homes. */
export function ownCodes({ frame, attributes, sales }: Scene, column: BoundColumn): Int32Array | null {
  switch (column) {
    case 'terminal_id':
      return frame.text.terminal_id.codes;
    case 'operator':
      return attributes.operator;
    case 'card_ref':
      return sales.card;
    case 'bin':
      return sales.bin;
    default:
      return null;
  }
}

/** The codes of some rows in a column. Faults have many rows: plain loops. */
export function codesAt(scene: Scene, column: BoundColumn, rows: Int32Array): Int32Array {
  const own = ownCodes(scene, column);
  const { home, of } = scene.attributes;
  const ofHome = own ? null : of[column as TerminalAttribute];
  const codes = new Int32Array(rows.length);
  if (ofHome) for (let i = 0; i < rows.length; i++) codes[i] = ofHome[home[rows[i]!]!]!;
  else for (let i = 0; i < rows.length; i++) codes[i] = own![rows[i]!]!;
  return codes;
}

/** Codes of a column run from 0 to this number − 1. */
export function codeCount({ frame, attributes }: Scene, column: BoundColumn): number {
  if (column === 'operator') return attributes.operators;
  return columnTexts(frame, column).count;
}

/** Whether a column is bound to all values that the log has of it: then it bounds nothing. */
export const holdsAll = (scene: Scene, bounds: Bounds, column: BoundColumn): boolean =>
  bounds[column]!.length >= codeCount(scene, column);

export function boundsOfGroup(scene: Scene, { kind, failed }: Pick<Group, 'kind' | 'failed'>): Bounds {
  const columns: readonly BoundColumn[] =
    kind === 'operator' ? ['operator'] : (SCOPE_KINDS[kind] as readonly BoundColumn[]);
  return Object.fromEntries(columns.map((column) => [column, [codeReader(scene, column)(scene.failed[failed[0]!]!)]]));
}

/** Whether a row lies within the bounds; `lenient` also takes rows that leave a bounding column out. */
export function rowTest(scene: Scene, bounds: Bounds, lenient: boolean): (row: number) => boolean {
  const { home } = scene.attributes;
  const others = boundColumns(bounds)
    .filter((column) => !isOfHomes(scene, column))
    .map((column) => columnTest(scene, column, bounds[column]!, lenient));
  if (others.length === boundColumns(bounds).length) return all(others);
  const within = homeTest(scene, bounds, lenient);
  return all([(row) => within(home[row]!), ...others]);
}

/** Whether a column says something of terminals: all attempts of a home have one value of it. */
const isOfHomes = ({ attributes }: Scene, column: BoundColumn): boolean => column in attributes.of;

const all = (tests: readonly ((row: number) => boolean)[]): ((row: number) => boolean) => {
  const [first, second] = tests;
  if (first && tests.length === 1) return first;
  if (first && second && tests.length === 2) return (row) => first(row) && second(row);
  return (row) => tests.every((test) => test(row));
};

/** Whether a home lies within those of the bounds that say something of homes. Rows are many and homes few: each is looked at once. */
export function homeTest(scene: Scene, bounds: Bounds, lenient: boolean): (home: number) => boolean {
  const { homes, of } = scene.attributes;
  const lists = boundColumns(bounds)
    .filter((column) => isOfHomes(scene, column))
    .map((column) => ({
      codes: of[column as TerminalAttribute],
      wanted: new Set(bounds[column]!),
      mayLie: lenient ? mayRun(scene, column as TerminalAttribute, bounds[column]!) : null,
    }));
  const isIn = ({ codes, wanted, mayLie }: (typeof lists)[number], home: number): boolean =>
    codes[home] === UNKNOWN ? (mayLie?.(home) ?? false) : wanted.has(codes[home]!);
  /** 0 not looked at yet, 1 outside, 2 inside. */
  const known = new Uint8Array(homes);
  return (home) => {
    if (known[home] === 0) known[home] = lists.every((list) => isIn(list, home)) ? 2 : 1;
    return known[home] === 2;
  };
}

function columnTest(scene: Scene, column: BoundColumn, values: readonly number[], lenient: boolean) {
  const codeOf = codeReader(scene, column);
  const [only] = values;
  const wanted = new Set(values);
  const matches = wanted.size === 1 ? (code: number) => code === only : (code: number) => wanted.has(code);
  if (!lenient) return (row: number) => matches(codeOf(row));
  const unnamed = column === 'operator' ? sameStore(scene, wanted) : () => true;
  return (row: number) => {
    const code = codeOf(row);
    return code === UNKNOWN ? unnamed(row) : matches(code);
  };
}

/** A row without an operator may be that of an operator of its store, not of another. */
function sameStore(scene: Scene, wanted: ReadonlySet<number>): (row: number) => boolean {
  const storeOf = codeReader(scene, 'store_id');
  const stores = new Set([...wanted].map(scene.places.storeOfOperator));
  return (row) => stores.has(storeOf(row));
}

/** The rows within the bounds, ascending. */
export function rowsWithin(scene: Scene, bounds: Bounds): Int32Array {
  const around = rowsAround(scene, bounds);
  if (around) return around.filter(rowTest(scene, bounds, false));
  const { home, homes } = scene.attributes;
  const within = homeTest(scene, bounds, false);
  const columns = [{ codes: home, wanted: wantedCodes(homes, within) }];
  if (bounds.bin) columns.push({ codes: scene.sales.bin, wanted: wantedIn(scene.frame.text.bin.count, bounds.bin) });
  return rowsMatching(scene.frame.length, columns);
}

/** A column of codes, UNKNOWN where not known, and which of them are wanted: 1 at each wanted code + 1. */
export type Wanted = { readonly codes: Int32Array | Uint8Array; readonly wanted: Uint8Array };

/** @param count codes run from 0 to count − 1 */
export function wantedCodes(count: number, isWanted: (code: number) => boolean): Uint8Array {
  const wanted = new Uint8Array(count + 1);
  for (let code = 0; code < count; code++) if (isWanted(code)) wanted[code + 1] = 1;
  return wanted;
}

export function wantedIn(count: number, codes: Iterable<number>): Uint8Array {
  const wanted = new Uint8Array(count + 1);
  for (const code of codes) wanted[code + 1] = 1;
  return wanted;
}

/** The rows from 0 to length − 1 whose code is wanted in every column, ascending. Fleets have many rows: plain loops over columns. */
export function rowsMatching(length: number, columns: readonly Wanted[]): Int32Array {
  const rows = new Int32Array(length);
  let count = 0;
  const [first, ...others] = columns as [Wanted, ...Wanted[]];
  for (let row = 0; row < length; row++) if (first.wanted[first.codes[row]! + 1] === 1) rows[count++] = row;
  for (const { codes, wanted } of others) {
    let kept = 0;
    for (let i = 0; i < count; i++) if (wanted[codes[rows[i]!]! + 1] === 1) rows[kept++] = rows[i]!;
    count = kept;
  }
  return rows.slice(0, count);
}

/** Rows among which all strictly within the bounds are; null where that is no fewer than all. */
export function rowsAround({ places }: Scene, bounds: Bounds): Int32Array | null {
  const lookups = {
    terminal_id: places.ofTerminal,
    card_ref: places.ofCard,
    operator: places.aroundOperator,
    store_id: places.aroundStore,
    merchant_id: places.aroundMerchant,
  };
  for (const [column, lookup] of Object.entries(lookups) as [keyof typeof lookups, (code: number) => Int32Array][]) {
    const codes = bounds[column];
    if (!codes) continue;
    const lists = codes.map(lookup);
    return lists.reduce(union);
  }
  return null;
}
