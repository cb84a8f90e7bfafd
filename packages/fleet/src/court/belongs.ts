import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import type { Frame } from '../log/frame.ts';
import { sharesOf } from '../scene/blame.ts';
import type { Bounds } from '../scene/bounds.ts';
import { boundColumns, rowTest } from '../scene/bounds.ts';
import { partOfBins } from '../scene/sales.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { akin, differ, isTold, strikesAlike, strikesThere } from './alike.ts';
import { beginAndEndAlike, goTogether, lengthOf, overlap, SAME_START, SAME_START_SHARE } from './at-one-time.ts';
import { mixOf } from './mix.ts';

/** Two episodes of the same trouble at the same place that lie less than this apart are one fault, ms. */
const SAME_FAULT_GAP = 5 * 86_400_000;

/**
 * A piece lies inside a fault where the fault's scope holds this part of the failures that it is blamed for: less where records
 * leave columns out, as whatever else fails at a terminal has then nothing to be told apart by.
 */
const MOSTLY = { certain: 0.85, possible: 0.7, atLeast: 0.5 };
/** From this part of its failures on a piece is the work of another fault that did far more: a piece of no more than this part of it. */
const ALREADY = 0.5;
const LITTLE = 0.2;
/** … and that struck no more than so many times as often: faults strike some places harder than others, but not that much. */
const HARDER = 5;
/** What comes back is the same trouble only where it strikes at least this many times as hard. */
const AS_HARD = 0.1;
/** What did less than this part of what another did is the lesser of the two. */
const LESSER = 0.5;
const SWIPE = INTERFACES.indexOf('magstripe');
/** Kinds whose faults may hold several values at once: three issuer ranges of one bank, two versions with one defect. */
export const LISTABLE = /^(?!terminal|card|operator|store|merchant)/;

/** A fault, and the pieces that it was joined of. */
export type Whole = { fault: Fault; readonly pieces: Fault[] };

/** Whether a piece is part of a fault that was found before: the same trouble once more, what a wide one did at one place, or its echo. */
export function belongs(scene: Scene, piece: Fault, { fault, pieces }: Whole): boolean {
  if (areElsewhere(piece.bounds, fault.bounds)) return false;
  const { frame } = scene;
  const sameTime = overlap(frame, piece, fault) > 0.5;
  if (LISTABLE.test(fault.kind) && LISTABLE.test(piece.kind) && sameTime) {
    const [inside, around] = [areAmong(piece.bounds, fault.bounds), areAmong(fault.bounds, piece.bounds)];
    // A version, an issuer or a host with two faults at once is rarer by far than one fault that shows twice.
    if (inside && (around || akin(scene, piece, fault))) return true;
    // What is left in the wider scope: attempts that do not say whether they lie in the narrower one.
    const isLeft = piece.excess < fault.excess || partWithin(scene, piece, fault, true) > MOSTLY.atLeast;
    if (around && isLeft && akin(scene, piece, fault)) return true;
  }
  if (pieces.some((other) => isMoreOf(scene, piece, other))) return true;
  if (sameRows(piece.rows, fault.rows)) return false;
  if (isNamelessWork(scene, piece, fault)) return true;
  if (isNamesake(scene, piece, fault) && akin(scene, piece, fault)) return true;
  const own = mixOf(scene, piece);
  const its = mixOf(scene, fault);
  const told = isTold(own, its);
  if (!(sameTime || (told && adjoins(frame, piece, fault))) || !couldBeWithin(scene, piece, fault, true)) return false;
  if (isEcho(frame, piece, fault)) return true;
  // What begins and ends with an outage that may reach there is the outage.
  const isThere = strikesThere(own, its);
  if (piece.over && fault.over && isThere && beginAndEndAlike(scene, piece, fault) && akin(scene, piece, fault))
    return true;
  // What a range's fault does to reads that fail before the range is known, only the pattern tells.
  const alike = fault.bounds.bin && !piece.bounds.bin && piece.pattern === fault.pattern;
  if (!alike && differ(scene, own, its)) return told && isItsWorkAlready(piece, fault);
  // Where all lies inside for certain, the same reasons suffice: a fault strikes some of its terminals harder than others.
  const sameKind = LISTABLE.test(piece.kind) && piece.pattern === fault.pattern;
  if ((told || sameKind) && isThere && couldBeWithin(scene, piece, fault, false)) return true;
  if (piece.kind === 'operator' || (piece.kind === 'card' && !told)) return false;
  return strikesAlike(own, its, trafficOf(scene, fault, piece));
}

/** Whether two faults are of other terminals, or other cards: of thousands most are, and nothing else need be asked. */
function areElsewhere(a: Bounds, b: Bounds): boolean {
  const apart = (one: readonly number[] | undefined, other: readonly number[] | undefined): boolean =>
    one !== undefined && other !== undefined && !one.some((code) => other.includes(code));
  return apart(a.terminal_id, b.terminal_id) || apart(a.card_ref, b.card_ref);
}

/** Whether a fault is a trouble that was found, striking once more: a few failures more all the time are none. */
export const cameBack = (scene: Scene, fault: Fault, found: Fault): boolean =>
  fault.rate >= AS_HARD * found.rate && isMoreOf(scene, fault, found);

/** Whether a piece is the same trouble at the same place once more, soon before or after or in another guise. */
function isMoreOf(scene: Scene, piece: Fault, other: Fault): boolean {
  if (!sameRows(piece.rows, other.rows)) return false;
  const { time } = scene.frame;
  const apart = Math.max(time[piece.first]! - time[other.last]!, time[other.first]! - time[piece.last]!);
  if (apart >= Math.max(SAME_FAULT_GAP, lengthOf(scene.frame, piece) + lengthOf(scene.frame, other))) return false;
  if (isEcho(scene.frame, piece, other) || isDuringOutage(scene, piece, other)) return true;
  if (piece.pattern === other.pattern) return apart < 0 || !areOthers(scene, piece, other);
  if (isOneHabit(scene, piece, other)) return true;
  // A lesser trouble that comes and goes with a greater one at the same place is hardly ever another.
  if (piece.excess < LESSER * other.excess && goTogether(scene.frame, piece, other)) return true;
  if (isOnePart(scene, piece, other) && beginAndEndAlike(scene, piece, other)) return true;
  // Where reasons are not told, all that fails at a place looks alike; but what begins together is one trouble.
  const told = isTold(mixOf(scene, piece), mixOf(scene, other));
  return (told || Math.abs(time[piece.first]! - time[other.first]!) <= SAME_START) && akin(scene, piece, other);
}

/** Whether two troubles at one place, at different times, fail in ways so unlike that they are two: a line that was down, and one that is weak. */
function areOthers(scene: Scene, piece: Fault, other: Fault): boolean {
  const [own, its] = [mixOf(scene, piece), mixOf(scene, other)];
  return isTold(own, its) && differ(scene, own, its) && differ(scene, its, own);
}

/** Whether both fail one interface of one terminal and hardly another: what breaks there fails in several ways. */
function isOnePart(scene: Scene, a: Fault, b: Fault): boolean {
  const [own, its] = [a, b].map((fault) => mixOf(scene, fault).map(({ blame }) => blame)) as [number[], number[]];
  const share = (of: number[], face: number): number => of[face]! / of.reduce((sum, blame) => sum + blame, 0);
  return isAtOneTerminal(a) && own.some((_, face) => share(own, face) > ONE_PART && share(its, face) > ONE_PART);
}
const ONE_PART = 0.85;

/** Who takes a card away too soon, or does not see the lights, does so with chip and tap alike; swiping is another skill. */
function isOneHabit(scene: Scene, a: Fault, b: Fault): boolean {
  const swipesOnly = ({ struck }: Fault) => struck.every((row) => scene.face[row] === SWIPE);
  if (a.kind !== 'operator' || b.kind !== 'operator' || swipesOnly(a) || swipesOnly(b)) return false;
  return Math.max(overlap(scene.frame, a, b), overlap(scene.frame, b, a)) > 0.5;
}

/**
 * Whether two cashiers of the same name and merchant may be one: a terminal that does not report its store knows its people by the
 * merchant only.
 */
function isNamesake({ frame, attributes }: Scene, a: Fault, b: Fault): boolean {
  if (a.kind !== 'operator' || b.kind !== 'operator') return false;
  const [one, other] = [a, b].map(({ blame }) => blame.rows[0]!) as [number, number];
  const name = frame.text.operator_id.codes;
  if (name[one] !== name[other]) return false;
  const { store_id: store, merchant_id: merchant } = attributes.of;
  const [home, its] = [attributes.home[one]!, attributes.home[other]!];
  if (store[home] !== UNKNOWN && store[its] !== UNKNOWN) return false;
  return merchant[home] !== UNKNOWN && merchant[home] === merchant[its];
}

/** Whether a terminal's trouble is what a cashier does there who does not sign in by name. */
function isNamelessWork(scene: Scene, piece: Fault, fault: Fault): boolean {
  if (piece.kind !== 'terminal' || fault.kind !== 'operator' || piece.pattern !== fault.pattern) return false;
  const then = overlap(scene.frame, piece, fault) > 0.5 || adjoins(scene.frame, piece, fault);
  return then && couldBeWithin(scene, piece, fault, true) && !differ(scene, mixOf(scene, piece), mixOf(scene, fault));
}

/** Whoever waits for a terminal that does not answer cancels in the end: that is no habit of all who work there. */
const isEcho = (frame: Frame, piece: Fault, fault: Fault): boolean =>
  piece.pattern === 'cancelled' &&
  piece.kind !== 'operator' &&
  piece.excess < fault.excess &&
  overlap(frame, piece, fault) > 0.5;

/** From this part of all attempts on that fail, whatever else fails meanwhile has no attempts left to fail by itself. */
const HARDLY_ANY_WELL = 0.8;

/** Whether what a piece is blamed for happened while a fault at the same place let hardly an attempt through: a locked terminal freezes as well. */
function isDuringOutage(scene: Scene, piece: Fault, fault: Fault): boolean {
  const { rate, first, last } = fault;
  if (rate < HARDLY_ANY_WELL) return false;
  const its = mixOf(scene, fault);
  let during = 0;
  let all = 0;
  piece.blame.rows.forEach((row, i) => {
    all += piece.blame.share[i]!;
    if (row >= first && row <= last && its[scene.face[row]!]!.exposed > 0) during += piece.blame.share[i]!;
  });
  return during > MOSTLY.certain * all;
}

/**
 * Whether a wider fault is large enough to be behind a terminal that was found before, and strikes where that fails; a cashier is known from the
 * records with her name only.
 */
export function couldHide(scene: Scene, fault: Fault, wider: Fault): boolean {
  if (isNamelessWork(scene, fault, wider)) return true;
  const its = mixOf(scene, wider);
  let struck = 0;
  let all = 0;
  mixOf(scene, fault).forEach(({ blame }, face) => {
    all += blame;
    if (its[face]!.exposed > 0) struck += blame;
  });
  return fault.excess <= wider.excess && struck >= MOSTLY.possible * all;
}

export const isAtOneTerminal = ({ bounds }: Fault): boolean => bounds.terminal_id?.length === 1;

/**
 * Whether the fault's scope holds what the piece is blamed for, or (`lenient`) would if they said what they leave out: a terminal
 * that does not report its version is no second fault beside the version that fails.
 */
export const couldBeWithin = (scene: Scene, piece: Fault, fault: Fault, lenient: boolean): boolean =>
  partWithin(scene, piece, fault, lenient) > (lenient ? MOSTLY.possible : MOSTLY.certain);

/** The part of what the piece is blamed for that lies, or may lie, in the fault's scope. */
function partWithin(scene: Scene, piece: Fault, fault: Fault, lenient: boolean): number {
  const within = rowTest(scene, fault.bounds, lenient && (fault.kind === 'operator' || LISTABLE.test(fault.kind)));
  let held = 0;
  let all = 0;
  piece.blame.rows.forEach((row, i) => {
    all += piece.blame.share[i]!;
    if (within(row)) held += piece.blame.share[i]!;
  });
  return held / all;
}

/**
 * Whether most of what a piece is blamed for is the fault's work already: makers write one and the same trouble as different codes, and
 * what was left of it at their terminals are some nuances of its reasons.
 */
function isItsWorkAlready(piece: Fault, fault: Fault): boolean {
  if (piece.excess > LITTLE * fault.excess || piece.rate > HARDER * fault.rate) return false;
  const shares = sharesOf(fault.blame, piece.blame.rows);
  let both = 0;
  piece.blame.share.forEach((share, i) => {
    both += share * shares[i]!;
  });
  return both > ALREADY * piece.blame.share.reduce((sum, share) => sum + share, 0);
}

/**
 * Whether a piece ends about when the fault begins, or begins about when that ends: it shows first, or longest, at a terminal that
 * does not say whether it is of the fault. A cashier who does not sign in by name may have had days off in between.
 */
function adjoins(frame: Frame, piece: Fault, fault: Fault): boolean {
  const { time } = frame;
  const inTime = Math.max(SAME_START, SAME_START_SHARE * lengthOf(frame, fault));
  const near = fault.kind === 'operator' ? SAME_FAULT_GAP : inTime;
  const before = Math.abs(time[fault.first]! - time[piece.last]!);
  const after = Math.abs(time[piece.first]! - time[fault.last]!);
  return Math.min(before, after) <= near;
}

/** Whether whatever lies within the one bounds lies within the others. */
const areAmong = (inner: Bounds, outer: Bounds): boolean =>
  boundColumns(outer).every((column) => inner[column]?.every((value) => outer[column]!.includes(value)) ?? false);

export const sameRows = (a: Int32Array, b: Int32Array): boolean =>
  a.length === b.length && a.every((row, i) => row === b[i]);

/** How much of a piece's traffic the issuer ranges of a fault have. A card lies in one issuer's range and no other. */
const trafficOf = ({ sales }: Scene, { bounds: { bin } }: Fault, piece: Fault): number =>
  !bin || piece.bounds.bin || piece.kind === 'card' ? 1 : partOfBins(sales, bin);
