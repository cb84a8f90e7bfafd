import type { Pattern } from '@duka/knowledge/signatures';
import { PATTERNS } from '@duka/knowledge/signatures';
import type { Interface, Scope, ScopeColumn } from '@duka/model';
import { INTERFACES } from '@duka/model';
import { shareOf } from './blame.ts';
import type { Bounds, CodeOf } from './bounds.ts';
import { boundColumns, rowsAround, rowsThat } from './bounds.ts';
import { UNKNOWN } from './dictionary.ts';
import { columnCodes, columnTexts } from './frame.ts';
import type { Fault, Scene } from './scene.ts';

type NamedColumn = Exclude<ScopeColumn, 'interface'>;

/** The columns and values that bound a fault, and the interfaces where it leaves others alone. */
export function scopeOf(scene: Scene, fault: Fault): Scope {
  const scope: { [C in ScopeColumn]?: string | readonly string[] } = {};
  const name = (column: NamedColumn, codes: readonly number[]) => {
    const { value } = columnTexts(scene.frame, column);
    const values = [...new Set(codes.map(value))].sort();
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
  { frame, attributes, places }: Scene,
  fault: Fault,
  name: (column: 'store_id' | 'merchant_id' | 'terminal_id' | 'operator_id', codes: readonly number[]) => void,
): void {
  const operators = fault.bounds.operator!;
  const rows = operators.map(
    (operator) => places.aroundOperator(operator).find((row) => attributes.operator[row] === operator)!,
  );
  const known = (codes: Int32Array) =>
    rows.map((row) => codes[attributes.home[row]!]!).filter((code) => code !== UNKNOWN);
  const stores = known(attributes.of.store_id);
  const merchants = known(attributes.of.merchant_id);
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
function interfacesOf({ face: faceOf }: Scene, fault: Fault): readonly Interface[] | null {
  const pattern: Pattern = PATTERNS[fault.pattern];
  const attempts = new Map<Interface, number>();
  const excess = new Map<Interface, number>();
  for (const row of fault.rows) {
    if (row < fault.first || row > fault.last) continue;
    const face = INTERFACES[faceOf[row]!]!;
    attempts.set(face, (attempts.get(face) ?? 0) + 1);
    excess.set(face, (excess.get(face) ?? 0) + shareOf(fault.blame, row));
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
 * The rows that a reader of the log would count, ascending: those whose own columns equal the scope's values. (A card or issuer
 * that was lent by a later attempt of the sale counts as the attempt's own.)
 */
export function rowsInScope(scene: Scene, scope: Scope, bounds: Bounds): Int32Array {
  const { frame, face } = scene;
  const tests = Object.entries(scope).map(([name, wanted]): ((row: number) => boolean) => {
    const values = new Set<string>(typeof wanted === 'string' ? [wanted] : wanted);
    if (name === 'interface') return (row) => values.has(INTERFACES[face[row]!]!);
    const column = name as NamedColumn;
    const accepted =
      column === 'operator_id'
        ? codesOf(scene, column, values)
        : new Set(bounds[column] ?? codesOf(scene, column, values));
    const codeOf = codeReader(scene, column);
    return (row) => accepted.has(codeOf(row));
  });
  const within = (row: number): boolean => tests.every((test) => test(row));
  const around = rowsAround(scene, bounds);
  return around ? around.filter(within) : rowsThat(frame.length, within);
}

function codeReader({ frame, sales }: Scene, column: NamedColumn): CodeOf {
  const lent = column === 'card_ref' ? sales.card : column === 'bin' ? sales.bin : null;
  return lent ? (row) => lent[row]! : columnCodes(frame, column);
}

function codesOf({ frame }: Scene, column: NamedColumn, values: ReadonlySet<string>): ReadonlySet<number> {
  const { count, value } = columnTexts(frame, column);
  const codes = new Set<number>();
  for (let code = 0; code < count; code++) if (values.has(value(code))) codes.add(code);
  return codes;
}
