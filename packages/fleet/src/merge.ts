import { bothBlames, sharesOf } from './blame.ts';
import type { Bounds } from './bounds.ts';
import { boundColumns, rowTest } from './bounds.ts';
import { UNKNOWN } from './dictionary.ts';
import type { Frame } from './frame.ts';
import type { Mix } from './mix.ts';
import { logOwnReasons, mixOf } from './mix.ts';
import { union } from './places.ts';
import { partOfBins } from './sales.ts';
import type { Fault, Scene } from './scene.ts';

/** Two episodes of the same trouble at the same place that lie less than this apart are one fault, ms. */
const SAME_FAULT_GAP = 5 * 86_400_000;
/** Faults are akin where they share this much of their reasons on some interface, each with a few failures there. */
const AKIN = 0.2;
const FEWEST = 1.5;
/**
 * A piece lies inside a fault where the fault's scope holds this part of the failures that it is blamed for: less where records
 * leave columns out, as whatever else fails at a terminal has then nothing to be told apart by.
 */
const MOSTLY = { certain: 0.85, possible: 0.7 };
/** Reasons differ where a fault's own mix explains its records better than the other's by so much, in all and a failure. */
const DIFFERS = 5;
const DIFFERS_A_FAILURE = 0.4;
/** How unevenly one fault may strike, and by how many standard deviations the counts may stray. */
const UNEVEN = 2;
const DEVIATIONS = 2;
/** From this part of its failures on a piece is the work of another fault that did far more: a piece of no more than this part of it. */
const ALREADY = 0.5;
const LITTLE = 0.2;
/** Interfaces of both must hold this part of the failures. */
const IN_COMMON = 0.2;

/**
 * One fault, one finding. The search explains a long trouble that comes and goes, or one that shows two patterns, in
 * several pieces; and where a wide fault strikes one terminal harder than the rest, the remainder looks like a second
 * one inside the first. Pieces join the strongest fault that they belong to, in the order in which they were found.
 */
export function joinPieces(scene: Scene, faults: readonly Fault[]): readonly Fault[] {
  return joinRemainders(scene, joinSiblings(scene, joinRemainders(scene, joinSiblings(scene, faults))));
}

/** A fault, and the pieces that it was joined of. */
type Whole = { fault: Fault; readonly pieces: Fault[] };

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

/**
 * Whether a wider fault is large enough to be behind a terminal that was found before, and strikes where that fails; a cashier is known from the
 * records with her name only.
 */
function couldHide(scene: Scene, fault: Fault, wider: Fault): boolean {
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

const isAtOneTerminal = ({ kind, bounds }: Fault): boolean => kind === 'terminal' || bounds.terminal_id?.length === 1;

/** Whether a terminal's trouble is what a cashier does there who does not sign in by name. */
function isNamelessWork(scene: Scene, piece: Fault, fault: Fault): boolean {
  if (piece.kind !== 'terminal' || fault.kind !== 'operator' || piece.pattern !== fault.pattern) return false;
  const then = overlap(scene.frame, piece, fault) > 0.5 || adjoins(scene.frame, piece, fault);
  return then && couldBeWithin(scene, piece, fault, true) && !differ(scene, mixOf(scene, piece), mixOf(scene, fault));
}

function belongs(scene: Scene, piece: Fault, { fault, pieces }: Whole): boolean {
  if (areElsewhere(piece.bounds, fault.bounds)) return false;
  const { frame } = scene;
  const sameTime = overlap(frame, piece, fault) > 0.5;
  if (LISTABLE.test(fault.kind) && LISTABLE.test(piece.kind) && sameTime) {
    const [inside, around] = [areAmong(piece.bounds, fault.bounds), areAmong(fault.bounds, piece.bounds)];
    // A version, an issuer or a host with two faults at once is rarer by far than one fault that shows twice.
    if (inside && (around || akin(scene, piece, fault))) return true;
    // What is left in the wider scope: attempts that do not say whether they lie in the narrower one.
    if (around && piece.excess < fault.excess && akin(scene, piece, fault)) return true;
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
  if (piece.over && fault.over && beginAndEndAlike(scene, piece, fault) && akin(scene, piece, fault)) return true;
  // What a range's fault does to reads that fail before the range is known, only the pattern tells.
  const alike = fault.bounds.bin && !piece.bounds.bin && piece.pattern === fault.pattern;
  if (!alike && differ(scene, own, its)) return told && isItsWorkAlready(piece, fault);
  // Where all lies inside for certain, the same reasons suffice: a fault strikes some of its terminals harder than others.
  const sameKind = LISTABLE.test(piece.kind) && piece.pattern === fault.pattern;
  if ((told || sameKind) && couldBeWithin(scene, piece, fault, false)) return true;
  if (piece.kind === 'operator' || (piece.kind === 'card' && !told)) return false;
  return strikesAlike(own, its, trafficOf(scene, fault, piece));
}

/** Whether two faults are of other terminals, or other cards: of thousands most are, and nothing else need be asked. */
function areElsewhere(a: Bounds, b: Bounds): boolean {
  const apart = (one: readonly number[] | undefined, other: readonly number[] | undefined): boolean =>
    one !== undefined && other !== undefined && !one.some((code) => other.includes(code));
  return apart(a.terminal_id, b.terminal_id) || apart(a.card_ref, b.card_ref);
}

/** Whether a piece is the same trouble at the same place once more, soon before or after or in another guise. */
function isMoreOf(scene: Scene, piece: Fault, other: Fault): boolean {
  if (!sameRows(piece.rows, other.rows)) return false;
  const { time } = scene.frame;
  const apart = Math.max(time[piece.first]! - time[other.last]!, time[other.first]! - time[piece.last]!);
  if (apart >= Math.max(SAME_FAULT_GAP, lengthOf(scene.frame, piece) + lengthOf(scene.frame, other))) return false;
  if (piece.pattern === other.pattern || isEcho(scene.frame, piece, other)) return true;
  // Where reasons are not told, all that fails at a place looks alike; but what begins together is one trouble.
  const told = isTold(mixOf(scene, piece), mixOf(scene, other));
  return (told || Math.abs(time[piece.first]! - time[other.first]!) <= SAME_START) && akin(scene, piece, other);
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

/** Whoever waits for a terminal that does not answer cancels in the end: that is no habit of all who work there. */
const isEcho = (frame: Frame, piece: Fault, fault: Fault): boolean =>
  piece.pattern === 'cancelled' &&
  piece.kind !== 'operator' &&
  piece.excess < fault.excess &&
  overlap(frame, piece, fault) > 0.5;

/**
 * Whether the fault's scope holds what the piece is blamed for, or (`lenient`) would if they said what they leave out: a terminal
 * that does not report its version is no second fault beside the version that fails.
 */
function couldBeWithin(scene: Scene, piece: Fault, fault: Fault, lenient: boolean): boolean {
  const within = rowTest(scene, fault.bounds, lenient && (fault.kind === 'operator' || LISTABLE.test(fault.kind)));
  let held = 0;
  let all = 0;
  piece.blame.rows.forEach((row, i) => {
    all += piece.blame.share[i]!;
    if (within(row)) held += piece.blame.share[i]!;
  });
  return held > (lenient ? MOSTLY.possible : MOSTLY.certain) * all;
}

/**
 * Whether a piece ends about when the fault begins, or begins about when that ends: it shows first, or longest, at a terminal that
 * does not say whether it is of the fault. A cashier who does not sign in by name may have had days off in between.
 */
function adjoins({ time }: Frame, piece: Fault, fault: Fault): boolean {
  const lasted = time[fault.last]! - time[fault.first]!;
  const near = fault.kind === 'operator' ? SAME_FAULT_GAP : Math.max(SAME_START, SAME_START_SHARE * lasted);
  const before = Math.abs(time[fault.first]! - time[piece.last]!);
  const after = Math.abs(time[piece.first]! - time[fault.last]!);
  return Math.min(before, after) <= near;
}

/** Whether whatever lies within the one bounds lies within the others. */
const areAmong = (inner: Bounds, outer: Bounds): boolean =>
  boundColumns(outer).every((column) => inner[column]?.every((value) => outer[column]!.includes(value)) ?? false);

const sameRows = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((row, i) => row === b[i]);

const lengthOf = ({ time }: Frame, { first, last }: Fault): number => time[last]! - time[first]!;

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
  const mixB = mixOf(scene, b);
  return mixOf(scene, a).some((x, face) => {
    const y = mixB[face]!;
    if (x.blame < FEWEST || y.blame < FEWEST) return false;
    if (x.told < FEWEST || y.told < FEWEST) return areRatesAlike(x, y, 1);
    return x.reasons.reduce((sum, share, f) => sum + Math.min(share, y.reasons[f]!), 0) >= AKIN;
  });
}

/**
 * Whether most of what a piece is blamed for is the fault's work already: makers write one and the same trouble as different codes, and
 * what was left of it at their terminals are some nuances of its reasons.
 */
function isItsWorkAlready(piece: Fault, fault: Fault): boolean {
  if (piece.excess > LITTLE * fault.excess) return false;
  const shares = sharesOf(fault.blame, piece.blame.rows);
  let both = 0;
  piece.blame.share.forEach((share, i) => {
    both += share * shares[i]!;
  });
  return both > ALREADY * piece.blame.share.reduce((sum, share) => sum + share, 0);
}

function differ(scene: Scene, own: readonly Mix[], its: readonly Mix[]): boolean {
  const blame = own.reduce((sum, mix) => sum + mix.blame, 0);
  return logOwnReasons(scene, own, its) > Math.max(DIFFERS, DIFFERS_A_FAILURE * blame);
}

/** Whether most failures of both tell reasons. */
const isTold = (...both: readonly (readonly Mix[])[]): boolean =>
  both.every((mixes) => {
    const sum = (of: (mix: Mix) => number) => mixes.reduce((total, mix) => total + of(mix), 0);
    return sum((mix) => mix.told) >= Math.max(FEWEST, 0.5 * sum((mix) => mix.blame));
  });

/**
 * Whether the piece strikes the fault's interfaces as often as this part of its traffic would be struck. Interfaces that the fault's
 * pattern leaves alone tell nothing, but they must not be all.
 */
function strikesAlike(own: readonly Mix[], its: readonly Mix[], part: number): boolean {
  const struck = own.flatMap((mix, face) => (mix.blame < FEWEST ? [] : [[mix, its[face]!] as const]));
  const common = struck.filter(([, other]) => other.exposed > 0);
  const blame = (pairs: typeof struck) => pairs.reduce((sum, [mix]) => sum + mix.blame, 0);
  if (common.length === 0 || blame(common) < IN_COMMON * blame(struck)) return false;
  return common.every(([mix, other]) => other.blame >= FEWEST && areRatesAlike(mix, other, part));
}

function areRatesAlike(own: Mix, its: Mix, part: number): boolean {
  const expected = (part * own.exposed * its.blame) / its.exposed;
  const error = Math.sqrt(1 / own.blame + 1 / its.blame);
  return Math.abs(Math.log(own.blame / expected)) < Math.log(UNEVEN) + DEVIATIONS * error;
}

/** How much of a piece's traffic the issuer ranges of a fault have. A card lies in one issuer's range and no other. */
const trafficOf = ({ sales }: Scene, { bounds: { bin } }: Fault, piece: Fault): number =>
  !bin || piece.bounds.bin || piece.kind === 'card' ? 1 : partOfBins(sales, bin);

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

/** Kinds whose faults may hold several values at once: three issuer ranges of one bank, two versions with one defect. */
const LISTABLE = /^(?!terminal|card|operator|store|merchant)/;
const SAME_START = 2 * 3_600_000;
const SAME_START_SHARE = 0.15;
const TOGETHER = 0.6;
/** So many failures would have come, had it struck. */
const TRIED = 3;

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
  if (!sameColumns || !LISTABLE.test(a.kind) || !LISTABLE.test(b.kind)) return false;
  const differing = columns.filter((column) => String(a.bounds[column]) !== String(b.bounds[column]));
  return (
    differing.length === 1 && (beginAndEndAlike(scene, a, b) || goTogether(scene.frame, a, b)) && akin(scene, a, b)
  );
}

/** Whether two troubles began about at the same time and then lasted together for most of either: when one ended may be misjudged. */
function goTogether({ time }: Frame, a: Fault, b: Fault): boolean {
  const longest = Math.max(time[a.last]! - time[a.first]!, time[b.last]! - time[b.first]!);
  const common = Math.min(time[a.last]!, time[b.last]!) - Math.max(time[a.first]!, time[b.first]!);
  return Math.abs(time[a.first]! - time[b.first]!) <= SAME_START && common >= TOGETHER * longest;
}

/** Whether two troubles began and ended about at the same time, or one had hardly an attempt that could tell otherwise. */
function beginAndEndAlike({ frame, face }: Scene, a: Fault, b: Fault): boolean {
  const { time } = frame;
  const longest = Math.max(time[a.last]! - time[a.first]!, time[b.last]! - time[b.first]!);
  const near = (x: number, y: number) =>
    Math.abs(time[x]! - time[y]!) <= Math.max(SAME_START, SAME_START_SHARE * longest);
  const wasTried = ({ rows, struck, rate }: Fault, from: number, to: number): boolean => {
    const faces = new Set(Array.from(struck, (row) => face[row]!));
    return rate * rows.filter((row) => row > from && row < to && faces.has(face[row]!)).length >= TRIED;
  };
  const endOf = ({ over, last }: Fault): number => (over ? last : frame.length - 1);
  const [early, late] = a.first <= b.first ? [a, b] : [b, a];
  const [short, long] = endOf(a) <= endOf(b) ? [a, b] : [b, a];
  if (!near(early.first, late.first) && wasTried(late, early.first, late.first)) return false;
  return (a.over === b.over && near(short.last, long.last)) || !wasTried(short, endOf(short), endOf(long));
}

function unionOfBounds(a: Bounds, b: Bounds): Bounds {
  return Object.fromEntries(
    boundColumns(a).map((column) => [
      column,
      [...new Set([...a[column]!, ...(b[column] ?? [])])].sort((x, y) => x - y),
    ]),
  );
}
