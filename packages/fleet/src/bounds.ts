import { SCOPE_KINDS } from '@duka/knowledge/signatures';
import type { ScopeColumn } from '@duka/model';
import { UNKNOWN } from './attempt-store.ts';
import type { Group } from './groups.ts';
import { columnCodes } from './groups.ts';
import type { Scene } from './scene.ts';

/** A column that can bound a fault; `operator` is an operator of one store. */
export type BoundColumn = Exclude<ScopeColumn, 'interface' | 'operator_id'> | 'operator';

/** Dictionary codes of the values that bound a fault, by column. */
export type Bounds = { readonly [C in BoundColumn]?: readonly number[] };

export const boundColumns = (bounds: Bounds): readonly BoundColumn[] => Object.keys(bounds) as BoundColumn[];

export function boundCodes({ frame, attributes, sales }: Scene, column: BoundColumn): Int32Array {
  return column === 'operator' ? attributes.operator.codes : columnCodes(column, frame, attributes, sales);
}

export function boundsOfGroup(scene: Scene, { kind, rows }: Group): Bounds {
  const columns: readonly BoundColumn[] =
    kind === 'operator' ? ['operator'] : (SCOPE_KINDS[kind] as readonly BoundColumn[]);
  return Object.fromEntries(columns.map((column) => [column, [boundCodes(scene, column)[rows[0]!]!]]));
}

/** Whether a row lies within the bounds; `lenient` also takes rows that leave a bounding column out. */
export function rowTest(scene: Scene, bounds: Bounds, lenient: boolean): (row: number) => boolean {
  const tests = boundColumns(bounds).map((column) => {
    const codes = boundCodes(scene, column);
    const wanted = new Set(bounds[column]);
    const unnamed = column === 'operator' ? sameStore(scene, codes, wanted) : () => true;
    return (row: number) => (codes[row] === UNKNOWN ? lenient && unnamed(row) : wanted.has(codes[row]!));
  });
  return (row) => tests.every((test) => test(row));
}

/** A row without an operator may be that of an operator of its store, not of another. */
function sameStore(
  { attributes }: Scene,
  operators: Int32Array,
  wanted: ReadonlySet<number>,
): (row: number) => boolean {
  const stores = new Set([...wanted].map((operator) => attributes.store_id[operators.indexOf(operator)]!));
  return (row) => stores.has(attributes.store_id[row]!);
}
