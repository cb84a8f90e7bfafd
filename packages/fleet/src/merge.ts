import { INTERFACES } from '@duka/model';
import type { Bounds } from './bounds.ts';
import { boundColumns, rowTest } from './bounds.ts';
import type { Frame } from './frame.ts';
import { REASON_COUNT } from './observation.ts';
import type { Fault, Scene } from './scene.ts';

/** Two episodes of the same trouble at the same place that lie less than this apart are one fault, ms. */
const SAME_FAULT_GAP = 5 * 86_400_000;
/** Faults are akin where they share this much of their reasons on some interface, each with a few failures there. */
const AKIN = 0.2;
const FEWEST = 1.5;
/** A piece lies inside a fault where the fault's scope holds this part of the failures that it is blamed for. */
const MOSTLY = 0.85;

/**
 * One fault, one finding. The search explains a long trouble that comes and goes, or one that shows two patterns, in
 * several pieces; and where a wide fault strikes one terminal harder than the rest, the remainder looks like a second
 * one inside the first. Pieces join the strongest fault that they belong to, in the order in which they were found.
 */
export function joinPieces(scene: Scene, faults: readonly Fault[]): readonly Fault[] {
  return joinSiblings(scene, joinRemainders(scene, faults));
}

function joinRemainders(scene: Scene, faults: readonly Fault[]): readonly Fault[] {
  const whole: Fault[] = [];
  for (const piece of faults) {
    const home = whole.findIndex((fault) => belongs(scene, piece, fault));
    if (home < 0) whole.push(piece);
    else whole[home] = joined(scene.frame, whole[home]!, piece);
  }
  return whole;
}

function belongs(scene: Scene, piece: Fault, fault: Fault): boolean {
  const { frame } = scene;
  // A version, an issuer or a host with two faults at once is rarer by far than one fault that shows twice.
  if (LISTABLE.test(fault.kind) && sameBounds(piece.bounds, fault.bounds) && overlap(frame, piece, fault) > 0.5)
    return true;
  const within = overlap(frame, piece, fault) > 0.5 && couldBeWithin(scene, piece, fault);
  // Terminals that leave the version out also tell their reasons in their own way: there the rate must do.
  if (LISTABLE.test(fault.kind) && within && strikesAlike(scene, piece, fault)) return true;
  if (!akin(scene, piece, fault)) return false;
  if (sameRows(piece.rows, fault.rows)) {
    const apart = Math.max(
      frame.time[piece.first]! - frame.time[fault.last]!,
      frame.time[fault.first]! - frame.time[piece.last]!,
    );
    return apart < SAME_FAULT_GAP;
  }
  return within;
}

/**
 * Whether the fault's scope holds what the piece is blamed for, or would if they said what they leave out: a terminal that does not
 * report its version is no second fault beside the version that fails.
 */
function couldBeWithin(scene: Scene, piece: Fault, fault: Fault): boolean {
  const within = rowTest(scene, fault.bounds, fault.kind === 'operator' || LISTABLE.test(fault.kind));
  let held = 0;
  let all = 0;
  for (const [row, { share }] of piece.blame) {
    all += share;
    if (within(row)) held += share;
  }
  return held > MOSTLY * all;
}

const sameBounds = (a: Bounds, b: Bounds): boolean =>
  boundColumns({ ...a, ...b }).every((column) => String(a[column]) === String(b[column]));

const sameRows = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((row, i) => row === b[i]);

/** The part of the piece's time during which the fault lasted as well. */
function overlap({ time }: Frame, piece: Fault, fault: Fault): number {
  const common = Math.min(time[piece.last]!, time[fault.last]!) - Math.max(time[piece.first]!, time[fault.first]!);
  const length = time[piece.last]! - time[piece.first]!;
  return length > 0 ? common / length : common >= 0 ? 1 : 0;
}

/**
 * Whether two faults look alike: their failures give the same reasons on some interface. The patterns that
 * the search knew them by do not matter: a fault often shows through several.
 */
function akin(scene: Scene, a: Fault, b: Fault): boolean {
  const mixA = mixOf(scene, a);
  const mixB = mixOf(scene, b);
  return INTERFACES.some((_, face) => {
    const [x, y] = [mixA[face]!, mixB[face]!];
    if (x.blame < FEWEST || y.blame < FEWEST) return false;
    if (x.told < FEWEST || y.told < FEWEST) return alikeOften(x, y);
    const shared = x.reasons.reduce((sum, n, f) => sum + Math.min(n / x.told, y.reasons[f]! / y.told), 0);
    return shared >= AKIN;
  });
}

/** Where reasons are not told, how often they strike must speak. */
function alikeOften(x: Mix, y: Mix, factor = 2.5): boolean {
  const ratio = x.blame / x.exposed / (y.blame / y.exposed);
  return ratio > 1 / factor && ratio < factor;
}

/** Whether the piece strikes the same interfaces as the fault, as often on each. */
function strikesAlike(scene: Scene, piece: Fault, fault: Fault): boolean {
  const of = mixOf(scene, fault);
  const struck = mixOf(scene, piece).flatMap((mix, face) => (mix.blame >= FEWEST ? [[mix, of[face]!] as const] : []));
  return struck.length > 0 && struck.every(([mine, its]) => its.blame >= FEWEST && alikeOften(mine, its, 1.6));
}

type Mix = { exposed: number; blame: number; told: number; readonly reasons: Float64Array };

/** Each fault is compared with many others, and never changes. */
const MIXES = new WeakMap<Fault, readonly Mix[]>();

function mixOf(scene: Scene, fault: Fault): readonly Mix[] {
  const known = MIXES.get(fault) ?? makeMix(scene, fault);
  MIXES.set(fault, known);
  return known;
}

/** Of each interface, the failures that a fault is blamed for, and the reasons of those that tell one. */
function makeMix({ face, observed, classes }: Scene, fault: Fault): readonly Mix[] {
  const mixes: Mix[] = INTERFACES.map(() => ({
    exposed: 0,
    blame: 0,
    told: 0,
    reasons: new Float64Array(REASON_COUNT),
  }));
  for (const row of fault.struck) mixes[face[row]!]!.exposed++;
  for (const [row, { share }] of fault.blame) {
    const { likelihood } = classes[observed[row]!]!;
    const mix = mixes[face[row]!]!;
    mix.blame += share;
    const sum = likelihood.reduce((total, weight) => total + weight, 0);
    const most = likelihood.reduce((top, weight) => Math.max(top, weight), 0);
    if (most < 0.25 * sum) continue;
    mix.told += share;
    for (let f = 0; f < REASON_COUNT; f++) mix.reasons[f]! += (share * likelihood[f]!) / sum;
  }
  return mixes;
}

function joined({ time }: Frame, fault: Fault, piece: Fault): Fault {
  const blamed = { ...fault, blame: bothBlames(fault.blame, piece.blame), excess: fault.excess + piece.excess };
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

function bothBlames(a: Fault['blame'], b: Fault['blame']): Fault['blame'] {
  const both = new Map(a);
  for (const [row, { factor, share }] of b) {
    const first = both.get(row);
    both.set(
      row,
      first ? { factor: first.factor * factor, share: 1 - (1 - first.share) * (1 - share) } : { factor, share },
    );
  }
  return both;
}

/** Kinds whose faults may hold several values at once: three issuer ranges of one bank, two versions with one defect. */
const LISTABLE = /^(?!terminal|card|operator|store|merchant)/;
const SAME_START = 2 * 3_600_000;
const SAME_START_SHARE = 0.15;

/** The same trouble from the same time on at places that differ in one column only is one fault with a list of values. */
function joinSiblings(scene: Scene, faults: readonly Fault[]): readonly Fault[] {
  const families: Fault[] = [];
  for (const fault of faults) {
    const home = families.findIndex((family) => areSiblings(scene, family, fault));
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
  if (!sameColumns || !LISTABLE.test(a.kind) || !LISTABLE.test(b.kind) || a.over !== b.over || !akin(scene, a, b))
    return false;
  const { time } = scene.frame;
  const near = (x: number, y: number) => {
    const longest = Math.max(time[a.last]! - time[a.first]!, time[b.last]! - time[b.first]!);
    return Math.abs(time[x]! - time[y]!) <= Math.max(SAME_START, SAME_START_SHARE * longest);
  };
  if (!near(a.first, b.first) || (a.over && !near(a.last, b.last))) return false;
  const differing = columns.filter((column) => String(a.bounds[column]) !== String(b.bounds[column]));
  return differing.length === 1;
}

function unionOfBounds(a: Bounds, b: Bounds): Bounds {
  return Object.fromEntries(
    boundColumns(a).map((column) => [
      column,
      [...new Set([...a[column]!, ...(b[column] ?? [])])].sort((x, y) => x - y),
    ]),
  );
}

const union = (a: Int32Array, b: Int32Array): Int32Array => Int32Array.from(new Set([...a, ...b])).sort();
