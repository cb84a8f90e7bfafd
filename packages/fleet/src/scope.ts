import { PATTERNS, SCOPE_KINDS } from '@duka/knowledge/signatures';
import type { Pattern } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import type { Interface, Scope, ScopeColumn } from '@duka/model';
import { UNKNOWN } from './attempt-store.ts';
import { columnCodes } from './groups.ts';
import type { Fault, Scene } from './search.ts';

/** The columns and values that bound a fault: those of its kind, and the interfaces where it leaves others alone. */
export function scopeOf(scene: Scene, fault: Fault): Scope {
  const scope: { [C in ScopeColumn]?: string | readonly string[] } = {};
  for (const [column, code] of boundsOf(scene, fault)) scope[column] = scene.frame.text[column].values[code]!;
  const faces = interfacesOf(scene, fault);
  if (faces) scope.interface = faces.length === 1 ? faces[0]! : faces;
  return scope;
}

/** Column and dictionary code of each bound. An operator is bounded by the store, else the merchant, else the terminal. */
function boundsOf(scene: Scene, fault: Fault): readonly (readonly [ScopeColumn & keyof Scene['frame']['text'], number])[] {
  const { frame, attributes, sales } = scene;
  const row = fault.rows[0]!;
  const codeOf = (column: ScopeColumn) => columnCodes(column, frame, attributes, sales)[row]!;
  const columns: readonly ScopeColumn[] =
    fault.kind === 'operator'
      ? [
          codeOf('store_id') !== UNKNOWN ? 'store_id' : codeOf('merchant_id') !== UNKNOWN ? 'merchant_id' : 'terminal_id',
          'operator_id',
        ]
      : SCOPE_KINDS[fault.kind];
  return columns.map((column) => [column as ScopeColumn & keyof Scene['frame']['text'], codeOf(column)] as const);
}

const FEWEST_EXPECTED = 2.5;
const SPARED = 0.25;

/** The interfaces that the fault strikes; null where it strikes all that were used there. */
function interfacesOf({ frame, observations }: Scene, fault: Fault): readonly Interface[] | null {
  const pattern: Pattern = PATTERNS[fault.pattern];
  const attempts = new Map<Interface, number>();
  const excess = new Map<Interface, number>();
  for (const row of fault.rows) {
    if (row < fault.first || row > fault.last) continue;
    const face = frame.text.interface.values[frame.text.interface.codes[row]!]! as Interface;
    attempts.set(face, (attempts.get(face) ?? 0) + 1);
    const factor = fault.factors.get(row);
    if (factor === undefined || observations.classOf[row]! < 0) continue;
    excess.set(face, (excess.get(face) ?? 0) + Math.max(0, 1 - (1 - fault.rate) / factor));
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
