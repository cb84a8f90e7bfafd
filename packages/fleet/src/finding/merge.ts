import type { Pattern } from '@duka/knowledge/signatures';
import { PATTERNS } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import { akin } from '../court/alike.ts';
import { broughtBy } from '../court/arrivals.ts';
import { beginAndEndAlike, goTogether, SAME_START_SHARE } from '../court/at-one-time.ts';
import type { Whole } from '../court/belongs.ts';
import { belongs, couldHide, isAtOneTerminal, LISTABLE, sameRows } from '../court/belongs.ts';
import { isOneStroke } from '../court/one-stroke.ts';
import { UNKNOWN } from '../log/dictionary.ts';
import type { Frame } from '../log/frame.ts';
import { bothBlames } from '../scene/blame.ts';
import type { Bounds } from '../scene/bounds.ts';
import { boundColumns, rowsWithin } from '../scene/bounds.ts';
import { union } from '../scene/places.ts';
import type { Fault, Scene } from '../scene/scene.ts';

/**
 * One fault, one finding. The search explains a long trouble that comes and goes, or one that shows two patterns, in
 * several pieces; and where a wide fault strikes one terminal harder than the rest, the remainder looks like a second
 * one inside the first. Pieces join the strongest fault that they belong to, in the order in which they were found.
 */
export function joinPieces(scene: Scene, faults: readonly Fault[]): readonly Fault[] {
  const wholes = joinRemainders(scene, joinSiblings(scene, joinRemainders(scene, joinSiblings(scene, faults))));
  return joinArrivals(
    scene,
    joinAlike(scene, wholes, isOneStroke).map((fault) => asStore(scene, fault)),
  );
}

/** Several terminals that are all the terminals of a store are the store. */
function asStore(scene: Scene, fault: Fault): Fault {
  const terminals = fault.bounds.terminal_id;
  if (terminals === undefined || terminals.length < 2) return fault;
  const { home, of } = scene.attributes;
  const stores = new Set(Array.from(fault.rows, (row) => of.store_id[home[row]!]!));
  const [store] = stores;
  if (stores.size !== 1 || store === undefined || store === UNKNOWN) return fault;
  const rows = rowsWithin(scene, { store_id: [store] });
  return rows.length > fault.rows.length ? fault : { ...fault, kind: 'store', bounds: { store_id: [store] } };
}

/** What a release brought to its places is its work. */
function joinArrivals(scene: Scene, faults: readonly Fault[]): readonly Fault[] {
  const gone = new Set<Fault>();
  const wholes = faults.map((fault) => {
    const brought = broughtBy(scene, fault, faults).filter((piece) => !gone.has(piece));
    for (const piece of brought) gone.add(piece);
    return { fault, whole: brought.reduce((whole, piece) => joined(scene.frame, whole, piece), fault) };
  });
  return wholes.flatMap(({ fault, whole }) => (gone.has(fault) ? [] : [whole]));
}

function joinRemainders(scene: Scene, faults: readonly Fault[]): readonly Fault[] {
  let wholes: Whole[] = [];
  for (const piece of faults) {
    const home = wholes.find((whole) => belongs(scene, piece, whole));
    if (home) {
      add(scene, home, piece);
      continue;
    }
    const whole: Whole = { fault: piece, pieces: [piece] };
    // A terminal that was struck hardest may have been found before the wider fault that struck it.
    const inside = isAtOneTerminal(piece)
      ? []
      : wholes.filter(
          ({ fault }) => isAtOneTerminal(fault) && couldHide(scene, fault, piece) && belongs(scene, fault, whole),
        );
    for (const { fault } of inside) add(scene, whole, fault);
    const place = inside.length > 0 ? wholes.indexOf(inside[0]!) : wholes.length;
    wholes[place] = whole;
    wholes = wholes.filter((other) => !inside.includes(other));
  }
  return wholes.map(({ fault }) => fault);
}

function add({ frame }: Scene, whole: Whole, piece: Fault): void {
  whole.fault = joined(frame, whole.fault, piece);
  whole.pieces.push(piece);
}

function joined({ time }: Frame, fault: Fault, piece: Fault): Fault {
  const blamed = {
    ...fault,
    pattern: piece.excess > fault.excess && strikesAsMany(piece, fault) ? piece.pattern : fault.pattern,
    blame: bothBlames(fault.blame, piece.blame),
    excess: fault.excess + piece.excess,
  };
  // What lies inside a wider fault says nothing of when that began or ended.
  if (!sameRows(piece.rows, fault.rows)) return blamed;
  const struck = union(fault.struck, piece.struck);
  const laterEnd = time[piece.last]! > time[fault.last]! ? piece : fault;
  return {
    ...blamed,
    struck,
    first: Math.min(fault.first, piece.first),
    last: laterEnd.last,
    over: laterEnd.over,
    detected: Math.min(fault.detected, piece.detected),
    rate: Math.min(0.98, blamed.excess / Math.max(1, struck.length)),
  };
}

/** Whether a piece's pattern strikes all interfaces that the fault's does. */
function strikesAsMany(piece: Fault, fault: Fault): boolean {
  const { on: own }: Pattern = PATTERNS[piece.pattern];
  const { on: its }: Pattern = PATTERNS[fault.pattern];
  return INTERFACES.every((face) => !its[face] || own[face]);
}

/** The same trouble from the same time on at places that differ in one column only is one fault with a list of values. */
const joinSiblings = (scene: Scene, faults: readonly Fault[]): readonly Fault[] =>
  joinAlike(scene, faults, areSiblings);

/** Faults that are one trouble become one, with a list of values in the column in which they differ. */
function joinAlike(
  scene: Scene,
  faults: readonly Fault[],
  areOne: (scene: Scene, a: Fault, b: Fault) => boolean,
): readonly Fault[] {
  const families: Fault[] = [];
  for (const fault of faults) {
    const home = families.findIndex((family) => areOne(scene, family, fault));
    if (home < 0) {
      families.push(fault);
      continue;
    }
    const family = families[home]!;
    families[home] = {
      ...joined(scene.frame, { ...family, rows: fault.rows }, fault),
      rows: union(family.rows, fault.rows),
      bounds: unionOfBounds(family.bounds, fault.bounds),
      struck: union(family.struck, fault.struck),
      logEvidence: family.logEvidence + fault.logEvidence,
    };
  }
  return families;
}

function areSiblings(scene: Scene, a: Fault, b: Fault): boolean {
  const columns = boundColumns(a.bounds);
  const sameColumns = String([...columns].sort()) === String([...boundColumns(b.bounds)].sort());
  if (!sameColumns || !LISTABLE.test(a.kind) || !LISTABLE.test(b.kind)) return false;
  const differing = columns.filter((column) => String(a.bounds[column]) !== String(b.bounds[column]));
  return (
    differing.length === 1 &&
    (beginAndEndAlike(scene, a, b) || goTogether(scene.frame, a, b, SAME_START_SHARE)) &&
    akin(scene, a, b)
  );
}

function unionOfBounds(a: Bounds, b: Bounds): Bounds {
  return Object.fromEntries(
    boundColumns(a).map((column) => [
      column,
      [...new Set([...a[column]!, ...(b[column] ?? [])])].sort((x, y) => x - y),
    ]),
  );
}
