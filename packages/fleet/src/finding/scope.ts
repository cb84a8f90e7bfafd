import type { Pattern } from '@duka/knowledge/signatures';
import { PATTERNS } from '@duka/knowledge/signatures';
import type { Interface, Scope, ScopeColumn } from '@duka/model';
import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import { columnTexts, isText } from '../log/frame.ts';
import { sharesOf } from '../scene/blame.ts';
import type { BoundColumn, Bounds } from '../scene/bounds.ts';
import { boundColumns, holdsAll, rowsAround, rowsMatching, wantedCodes } from '../scene/bounds.ts';
import { rowsFromTo } from '../scene/places.ts';
import type { Fault, Scene } from '../scene/scene.ts';

type NamedColumn = Exclude<ScopeColumn, 'interface'>;

/** The columns and values that bound a fault, and the interfaces where it leaves others alone. */
export function scopeOf(scene: Scene, fault: Fault): Scope {
  const scope: { [C in ScopeColumn]?: string | readonly string[] } = {};
  const name = (column: NamedColumn, codes: readonly number[]) => {
    const { value } = columnTexts(scene.frame, column);
    const values = [...new Set(codes.map(value))].sort();
    scope[column] = values.length === 1 ? values[0]! : values;
  };
  const faces = interfacesOf(scene, fault);
  const columns = boundColumns(fault.bounds);
  const telling = columns.filter((column) => !boundsNothing(scene, fault.bounds, column));
  for (const column of telling.length > 0 || faces ? telling : columns) {
    if (column === 'operator') nameOperator(scene, fault, name);
    else name(column, fault.bounds[column]!);
  }
  if (faces) scope.interface = faces.length === 1 ? faces[0]! : faces;
  return scope;
}

/** What all terminals of a log have in common is no suspect: whose name stands there is asked first. */
const IN_COMMON: ReadonlySet<BoundColumn> = new Set(['app_version', 'firmware_version', 'param_version', 'model']);

/** Whether it holds all values that the log has, several of them, or the one version that all have: then it bounds nothing. */
const boundsNothing = (scene: Scene, bounds: Bounds, column: BoundColumn): boolean =>
  column !== 'operator' && holdsAll(scene, bounds, column) && (bounds[column]!.length > 1 || IN_COMMON.has(column));

/**
 * An operator is named within the store, else the merchant, else the terminal: the same number means others elsewhere. What the records
 * with that name do not tell of their place is of no use to who looks for them.
 */
function nameOperator(
  { frame, attributes, places }: Scene,
  fault: Fault,
  name: (column: 'store_id' | 'merchant_id' | 'terminal_id' | 'operator_id', codes: readonly number[]) => void,
): void {
  const rowsOf = fault.bounds.operator!.map((operator) =>
    places.aroundOperator(operator).filter((row) => attributes.operator[row] === operator),
  );
  const told = (column: 'store_id' | 'merchant_id'): readonly number[] | null => {
    const codesOf = rowsOf.map((rows) => [...new Set(rows.map((row) => frame.sites.codes[column][frame.site[row]!]!))]);
    const known = codesOf.map((codes) => codes.filter((code) => code !== UNKNOWN));
    return known.every((codes) => codes.length > 0) ? known.flat() : null;
  };
  const rows = rowsOf.flatMap((one) => [...one]);
  const stores = told('store_id');
  const merchants = stores ? null : told('merchant_id');
  if (stores) name('store_id', stores);
  else if (merchants) name('merchant_id', merchants);
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

/** While it lasted, the attempts on each interface and how many of them it failed. */
function byInterface({ face: faceOf }: Scene, fault: Fault) {
  const during = rowsFromTo(fault.rows, fault.first, fault.last);
  const shares = sharesOf(fault.blame, during);
  const attempts = new Int32Array(INTERFACES.length);
  const excess = new Float64Array(INTERFACES.length);
  for (let i = 0; i < during.length; i++) {
    const face = faceOf[during[i]!]!;
    attempts[face]!++;
    excess[face]! += shares[i]!;
  }
  return { attempts, excess };
}

/** Which part of the attempts it failed on the interfaces that it strikes; `fault.rate` where it strikes none more than others. */
export function rateWhereItStrikes(scene: Scene, fault: Fault): number {
  const faces = interfacesOf(scene, fault);
  if (faces === null) return fault.rate;
  const { attempts, excess } = byInterface(scene, fault);
  const sum = (of: Int32Array | Float64Array): number =>
    faces.reduce((all, face) => all + of[INTERFACES.indexOf(face)]!, 0);
  return sum(attempts) > 0 ? Math.max(fault.rate, sum(excess) / sum(attempts)) : fault.rate;
}

/** The interfaces that the fault strikes; null where it strikes all that were used there. */
function interfacesOf(scene: Scene, fault: Fault): readonly Interface[] | null {
  const pattern: Pattern = PATTERNS[fault.pattern];
  const { attempts, excess } = byInterface(scene, fault);
  const used = INTERFACES.filter((_, f) => attempts[f]! > 0);
  const hittable = INTERFACES.filter((face) => pattern.on[face]);
  const sumOver = (faces: readonly Interface[], of: Int32Array | Float64Array): number =>
    faces.reduce((sum, face) => sum + of[INTERFACES.indexOf(face)]!, 0);
  // Not `fault.rate`: what was joined of pieces did not strike between them.
  const rate = sumOver(hittable, excess) / Math.max(1, sumOver(hittable, attempts));
  const struck = used.filter((face) => {
    if (!pattern.on[face]) return false;
    const f = INTERFACES.indexOf(face);
    const expected = rate * (pattern.share?.[face] ?? 1) * attempts[f]!;
    return expected < FEWEST_EXPECTED || excess[f]! >= SPARED * expected;
  });
  if (struck.length === 0) return hittable.length < INTERFACES.length ? hittable : null;
  if (hittable.length === 1) return hittable;
  return struck.length === used.length && hittable.length === INTERFACES.length ? null : struck;
}

/**
 * The rows that a reader of the log would count, ascending: those whose own columns equal the scope's values. (A card or issuer
 * that was lent by a later attempt of the sale counts as the attempt's own.)
 */
export function rowsInScope(scene: Scene, scope: Scope, bounds: Bounds): Int32Array {
  const { ofSites, ofRows } = columnsOfScope(scene, scope, bounds);
  const { site, sites, length } = scene.frame;
  const isIn = ({ codes, accepts }: Column, at: number): boolean => accepts(codes[at]!);
  const isAtSite = (at: number): boolean => ofSites.every((column) => isIn(column, at));
  const around = rowsAround(scene, bounds);
  if (around) return around.filter((row) => ofRows.every((column) => isIn(column, row)) && isAtSite(site[row]!));
  const wanted = ofRows.map(({ codes, count, accepts }) => ({ codes, wanted: wantedCodes(count, accepts) }));
  if (ofSites.length === 0) return rowsMatching(length, wanted);
  // Sites are fewer than rows: each is looked at once.
  return rowsMatching(length, [{ codes: site, wanted: wantedCodes(sites.count, isAtSite) }, ...wanted]);
}

/** Codes of rows or of sites, and which of them, from 0 to count − 1, lie in a scope. */
type Column = {
  readonly codes: Int32Array | Uint8Array;
  readonly count: number;
  readonly accepts: (code: number) => boolean;
};

/** What terminals are and where they stand is one code a row, its site. */
function columnsOfScope(
  { frame, sales, face }: Scene,
  scope: Scope,
  bounds: Bounds,
): { readonly ofSites: readonly Column[]; readonly ofRows: readonly Column[] } {
  const ofSites: Column[] = [];
  const ofRows: Column[] = [];
  for (const [name, wanted] of Object.entries(scope)) {
    const values = new Set<string>(typeof wanted === 'string' ? [wanted] : wanted);
    if (name === 'interface') {
      ofRows.push({ codes: face, count: INTERFACES.length, accepts: (at) => values.has(INTERFACES[at]!) });
      continue;
    }
    const column = name as NamedColumn;
    const { count, value } = columnTexts(frame, column);
    const given = column === 'operator_id' ? undefined : bounds[column];
    const accepts = given
      ? (code: number) => given.includes(code)
      : remembered((code) => code !== UNKNOWN && values.has(value(code)));
    if (isText(column)) {
      const lent = column === 'card_ref' ? sales.card : column === 'bin' ? sales.bin : null;
      ofRows.push({ codes: lent ?? frame.text[column].codes, count, accepts });
    } else ofSites.push({ codes: frame.sites.codes[column], count, accepts });
  }
  return { ofSites, ofRows };
}

/** A test that looks at each code once: texts lie as bytes. */
function remembered(test: (code: number) => boolean): (code: number) => boolean {
  const known = new Map<number, boolean>();
  return (code) => {
    const answer = known.get(code) ?? test(code);
    known.set(code, answer);
    return answer;
  };
}
