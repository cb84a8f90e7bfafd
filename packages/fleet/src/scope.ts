import type { Pattern } from '@duka/knowledge/signatures';
import { PATTERNS } from '@duka/knowledge/signatures';
import type { Interface, Scope, ScopeColumn } from '@duka/model';
import { INTERFACES } from '@duka/model';
import { UNKNOWN } from './attempt-store.ts';
import { boundColumns } from './bounds.ts';
import type { Fault, Scene } from './scene.ts';

/** The columns and values that bound a fault, and the interfaces where it leaves others alone. */
export function scopeOf(scene: Scene, fault: Fault): Scope {
  const scope: { [C in ScopeColumn]?: string | readonly string[] } = {};
  const name = (column: ScopeColumn & keyof Scene['frame']['text'], codes: readonly number[]) => {
    const values = [...new Set(codes.map((code) => scene.frame.text[column].values[code]!))].sort();
    scope[column] = values.length === 1 ? values[0]! : values;
  };
  for (const column of boundColumns(fault.bounds)) {
    if (column === 'operator') nameOperator(scene, fault, name);
    else name(column, fault.bounds[column]!);
  }
  const faces = interfacesOf(scene, fault);
  if (faces) scope.interface = faces.length === 1 ? faces[0]! : faces;
  return scope;
}

/** An operator is named within the store, else the merchant, else the terminal: the same number means others elsewhere. */
function nameOperator(
  { frame, attributes }: Scene,
  fault: Fault,
  name: (column: 'store_id' | 'merchant_id' | 'terminal_id' | 'operator_id', codes: readonly number[]) => void,
): void {
  const operators = fault.bounds.operator!;
  const rows = operators.map((operator) => attributes.operator.codes.indexOf(operator));
  const stores = rows.map((row) => attributes.store_id[row]!).filter((code) => code !== UNKNOWN);
  const merchants = rows.map((row) => attributes.merchant_id[row]!).filter((code) => code !== UNKNOWN);
  if (stores.length > 0) name('store_id', stores);
  else if (merchants.length > 0) name('merchant_id', merchants);
  else
    name(
      'terminal_id',
      rows.map((row) => frame.text.terminal_id.codes[row]!),
    );
  name(
    'operator_id',
    rows.map((row) => frame.text.operator_id.codes[row]!),
  );
}

const FEWEST_EXPECTED = 2.5;
const SPARED = 0.25;

/** The interfaces that the fault strikes; null where it strikes all that were used there. */
function interfacesOf({ frame }: Scene, fault: Fault): readonly Interface[] | null {
  const pattern: Pattern = PATTERNS[fault.pattern];
  const attempts = new Map<Interface, number>();
  const excess = new Map<Interface, number>();
  for (const row of fault.rows) {
    if (row < fault.first || row > fault.last) continue;
    const face = frame.text.interface.values[frame.text.interface.codes[row]!]! as Interface;
    attempts.set(face, (attempts.get(face) ?? 0) + 1);
    excess.set(face, (excess.get(face) ?? 0) + (fault.blame.get(row)?.share ?? 0));
  }
  const used = INTERFACES.filter((face) => (attempts.get(face) ?? 0) > 0);
  const struck = used.filter((face) => {
    if (!pattern.on[face]) return false;
    const expected = fault.rate * (pattern.share?.[face] ?? 1) * attempts.get(face)!;
    return expected < FEWEST_EXPECTED || (excess.get(face) ?? 0) >= SPARED * expected;
  });
  const hittable = INTERFACES.filter((face) => pattern.on[face]);
  if (struck.length === 0) return hittable.length < INTERFACES.length ? hittable : null;
  if (hittable.length === 1) return hittable;
  return struck.length === used.length && hittable.length === INTERFACES.length ? null : struck;
}

/**
 * Which rows a reader of the log would count: those whose own columns equal the scope's values. (A card or issuer that
 * was lent by a later attempt of the sale counts as the attempt's own.)
 */
export function rowsInScope(scene: Scene, scope: Scope): (row: number) => boolean {
  const { frame, sales } = scene;
  const tests = Object.entries(scope).map(([name, wanted]) => {
    const column = name as ScopeColumn & keyof Scene['frame']['text'];
    const codes = column === 'card_ref' ? sales.card : column === 'bin' ? sales.bin : frame.text[column].codes;
    const values = new Set(Array.isArray(wanted) ? wanted : [wanted]);
    const accepted = new Set(frame.text[column].values.flatMap((value, code) => (values.has(value) ? [code] : [])));
    return { codes, accepted };
  });
  return (row) => tests.every(({ codes, accepted }) => accepted.has(codes[row]!));
}
