import { INNER_REASONS, reasonOf } from '@duka/knowledge/signatures';
import { INTERFACES, REASON_TABLE } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import type { Event, Frame } from '../log/frame.ts';
import { PARTS, partOf } from './log-parts.ts';
import type { ObservationClass, Observations } from './observation.ts';
import { REASON_COUNT, reasonIndex } from './observation.ts';
import { typicalRate } from './typical-rate.ts';

/**
 * Terminals differ in what they tell of a failure: one writes every reason, one only the host's codes, so that a read that failed goes
 * without; one writes nothing. A failure without reason or code at a terminal that always gives those of its host is hardly the host's. How
 * often each reason is told is estimated by expectation–maximisation, for terminals of each habit together.
 */
const HABIT = { reason: 1, hostCode: 2, otherCode: 4 } as const;
const BITS = Object.values(HABIT);
/**
 * Terminals that tell the same things differ in how often they do: of those that leave about as many failures untold each reason's chance is
 * estimated together. That is looked up by model: a terminal whose own fault makes it silent must not become one of the silent.
 */
const LEAVE_UNTOLD = [0.1, 0.35, 0.65];
const TOLD = 2 ** BITS.length;
const HABITS = TOLD * (LEAVE_UNTOLD.length + 1);
const NOT_FAILED = -1;

/** Of each reason so many failures are thought to have gone without telling, beside those seen: what was seen seldom may; but the host's answers as others of them. */
const DOUBT = 10;
/** Whatever a terminal's habit, so often a reason goes without telling. */
const FORGOTTEN = 0.03;
/** Typical rates count as so many attempts of each interface. */
const PSEUDO_ATTEMPTS = 300;
const TYPICAL = INTERFACES.map((face) => Float64Array.from(INNER_REASONS, (reason) => typicalRate(face, reason)));
/** Place of the reason by whose name a log calls each: what has one name is told alike. */
const NAMED = INNER_REASONS.map((reason) => INNER_REASONS.indexOf(reasonOf(reason)));
/** What hosts answer: their own troubles, declines and wrong PINs. Who writes down one answer writes down another that was never seen. */
const IS_ANSWER = INNER_REASONS.map((inner) => {
  const reason = reasonOf(inner);
  return REASON_TABLE[reason].of === 'host' || reason === 'pin_wrong' || reason === 'pin_tries_exceeded';
});
const ROUNDS = 25;

/**
 * Classes in which a failure that tells neither reason nor code stands for each reason as far as terminals of its habit leave that untold.
 * @returns of each row its class, -1 for ok
 */
export function observeRows(
  frame: Frame,
  { classOfEvent, classIfUntold, classes }: Observations,
): { readonly observed: Int32Array; readonly classes: readonly ObservationClass[] } {
  const { codes: terminal } = frame.text.terminal_id;
  const habit = habitsOf(frame);
  // Who writes "unknown" and never another reason tells no more than who writes nothing.
  const classOf = (row: number): number => {
    const givesReasons = (habit[terminal[row]!]! & HABIT.reason) !== 0;
    return (givesReasons ? classOfEvent : classIfUntold)[frame.event[row]!]!;
  };
  const untold = untoldShares(frame, classOf, classes, habit);
  const all = [...classes];
  const split = new Int32Array(HABITS * classes.length).fill(-1);
  const observed = new Int32Array(frame.length);
  for (let row = 0; row < frame.length; row++) {
    const own = classOf(row);
    observed[row] = own;
    if (own < 0 || classes[own]!.isTold) continue;
    const at = habit[terminal[row]!]! * classes.length + own;
    if (split[at]! < 0) {
      split[at] = all.length;
      all.push(asUntold(classes[own]!, untold, habit[terminal[row]!]!));
    }
    observed[row] = split[at]!;
  }
  return { observed, classes: all };
}

/** Who refuses a tap, the terminal or the issuer, is not the terminal's habit: it may go without telling wherever anything does. */
const TAP_REFUSED = reasonIndex('use_other_interface');

const asUntold = (one: ObservationClass, untold: Float64Array, habit: number): ObservationClass => ({
  ...one,
  // Who never tells anything leaves all untold, for certain.
  isRough: habit >= TOLD && habit % TOLD !== 0,
  likelihood: one.likelihood.map((chance, f) =>
    f === TAP_REFUSED ? chance : chance * untold[habit * REASON_COUNT + f]!,
  ),
});

/** A terminal tells what it tells of more than one failure in so many: once is no habit. */
const SELDOM = 20;

/**
 * What each terminal is used to tell of a failure: bits of HABIT, and above them how often its model tells nothing. Who presses cancel
 * says why, whatever else the terminal leaves untold.
 */
function habitsOf(frame: Frame): Uint8Array {
  const { events, event, text, length } = frame;
  const bits = events.map((one) => (one.outcome === 'failed' ? habitOf(one) : NOT_FAILED));
  const { codes, count } = text.terminal_id;
  const failures = new Int32Array(count);
  const told = new Int32Array(count * TOLD);
  for (let row = 0; row < length; row++) {
    const own = bits[event[row]!]!;
    if (own === NOT_FAILED) continue;
    failures[codes[row]!]!++;
    told[codes[row]! * TOLD + own]!++;
  }
  const untold = untoldOfModel(frame, bits);
  return Uint8Array.from(failures, (all, terminal) => {
    const ofTerminal = told.subarray(terminal * TOLD, (terminal + 1) * TOLD);
    const timesTold = (bit: number): number => ofTerminal.reduce((sum, n, own) => (own & bit ? sum + n : sum), 0);
    const habit = BITS.filter((bit) => timesTold(bit) * SELDOM > all).reduce((sum, bit) => sum | bit, 0);
    return habit + TOLD * LEAVE_UNTOLD.filter((share) => untold[terminal]! >= share).length;
  });
}

/** So many failures at least show what a part was like. */
const ENOUGH = 30;

/**
 * Of each terminal, which part of the failures at all terminals of its model tells nothing, in that part of the log where it is least: a habit was there
 * all the time, and what goes untold in one part only is a trouble that terminals have no word for.
 * @param bits what each event tells
 */
function untoldOfModel({ event, site, sites, text, length }: Frame, bits: readonly number[]): Float64Array {
  const unnamed = sites.values.model.length;
  const { codes: terminal, count } = text.terminal_id;
  const model = new Int32Array(count).fill(unnamed);
  for (let row = 0; row < length; row++) {
    const code = sites.codes.model[site[row]!]!;
    if (code !== UNKNOWN) model[terminal[row]!] = code;
  }
  const all = new Float64Array((unnamed + 1) * PARTS);
  const silent = new Float64Array((unnamed + 1) * PARTS);
  for (let row = 0; row < length; row++) {
    const own = bits[event[row]!]!;
    if (own === NOT_FAILED) continue;
    const at = model[terminal[row]!]! * PARTS + partOf(row, length);
    all[at]!++;
    if (own === 0) silent[at]!++;
  }
  const sumOf = (of: Float64Array, code: number): number =>
    of.subarray(code * PARTS, (code + 1) * PARTS).reduce((sum, n) => sum + n, 0);
  const least = Float64Array.from({ length: unnamed + 1 }, (_, code) => {
    let share = sumOf(silent, code) / Math.max(1, sumOf(all, code));
    for (let at = code * PARTS; at < (code + 1) * PARTS; at++) {
      if (all[at]! >= ENOUGH) share = Math.min(share, silent[at]! / all[at]!);
    }
    return share;
  });
  return Float64Array.from(model, (code) => least[code]!);
}

const HOST_CODE = /\biso39:(?!00)/;
const OTHER_CODE = /(?:^|\s)(?!iso39:)\S/;

function habitOf({ reason, code }: Event): number {
  let habit = reason !== null && reason !== 'unknown' ? HABIT.reason : 0;
  if (code !== null && HOST_CODE.test(code)) habit |= HABIT.hostCode;
  if (code !== null && OTHER_CODE.test(code)) habit |= HABIT.otherCode;
  return habit;
}

/** Chance that a failure goes without reason or code, `untold[habit * reasons + reason]`. */
function untoldShares(
  frame: Frame,
  classOf: (row: number) => number,
  classes: readonly ObservationClass[],
  habit: Uint8Array,
): Float64Array {
  const { attempts, counts } = countsOf(frame, classOf, classes.length, habit);
  let rate = TYPICAL;
  let told = new Float64Array(HABITS * REASON_COUNT).fill(0.5);
  for (let round = 0; round < ROUNDS; round++) {
    const { failures, all, toldOf } = sharedOut(counts, classes, rate, told);
    rate = failures.map((found, face) =>
      found.map((count, f) => (count + PSEUDO_ATTEMPTS * TYPICAL[face]![f]!) / (attempts[face]! + PSEUDO_ATTEMPTS)),
    );
    const answers = toldOfAnswers(toldOf, all);
    told = toldOf.map((found, at) => {
      const typical = IS_ANSWER[at % REASON_COUNT] ? answers[Math.floor(at / REASON_COUNT)]! : 0;
      return (found + DOUBT * typical) / (all[at]! + DOUBT);
    });
  }
  return told.map((_, at) => Math.max(FORGOTTEN, 1 - told[at - (at % REASON_COUNT) + NAMED[at % REASON_COUNT]!]!));
}

/** Of each habit, which part of the host's answers is told. */
const toldOfAnswers = (toldOf: Float64Array, all: Float64Array): Float64Array =>
  Float64Array.from({ length: HABITS }, (_, habit) => {
    const ofHabit = (of: Float64Array): number =>
      of
        .subarray(habit * REASON_COUNT, (habit + 1) * REASON_COUNT)
        .reduce((sum, n, f) => (IS_ANSWER[f] ? sum + n : sum), 0);
    return ofHabit(toldOf) / (ofHabit(all) + DOUBT);
  });

/**
 * The failures shared out among the reasons that they may be for: by interface, and by habit, all of them and those that were told.
 * @param rate ordinary chance of each reason, by interface
 * @param told chance that a reason is told, `told[habit * reasons + reason]`
 */
function sharedOut(
  counts: Int32Array,
  classes: readonly ObservationClass[],
  rate: readonly Float64Array[],
  told: Float64Array,
) {
  const failures = INTERFACES.map(() => new Float64Array(REASON_COUNT));
  const all = new Float64Array(HABITS * REASON_COUNT);
  const toldOf = new Float64Array(HABITS * REASON_COUNT);
  for (let at = 0; at < counts.length; at++) {
    if (counts[at] === 0) continue;
    const { interface: name, likelihood, isTold } = classes[at % classes.length]!;
    const face = INTERFACES.indexOf(name);
    const from = Math.floor(at / classes.length) * REASON_COUNT;
    const weights = likelihood.map((chance, f) => {
      const tells = told[from + NAMED[f]!]!;
      return chance * rate[face]![f]! * (isTold ? tells : 1 - tells);
    });
    const sum = weights.reduce((total, weight) => total + weight, 0);
    for (let f = 0; sum > 0 && f < REASON_COUNT; f++) {
      const found = (counts[at]! * weights[f]!) / sum;
      failures[face]![f]! += found;
      all[from + NAMED[f]!]! += found;
      if (isTold) toldOf[from + NAMED[f]!]! += found;
    }
  }
  return { failures, all, toldOf };
}

/** Attempts of each interface, and the failures of each class at terminals of each habit, `counts[habit * classes + class]`. */
function countsOf(
  { events, event, text, length }: Frame,
  classOf: (row: number) => number,
  classes: number,
  habit: Uint8Array,
) {
  const faceOfEvent = events.map((one) => INTERFACES.indexOf(one.interface));
  const { codes: terminal } = text.terminal_id;
  const attempts = new Int32Array(INTERFACES.length);
  const counts = new Int32Array(HABITS * classes);
  for (let row = 0; row < length; row++) {
    attempts[faceOfEvent[event[row]!]!]!++;
    const own = classOf(row);
    if (own >= 0) counts[habit[terminal[row]!]! * classes + own]!++;
  }
  return { attempts, counts };
}
