import type { FeatureValues, Seat } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import { isAtOneTerminal } from '../court/belongs.ts';
import { UNKNOWN } from '../log/dictionary.ts';
import type { TerminalAttribute } from '../scene/attributes.ts';
import { itsWork } from '../scene/blame.ts';
import type { Bounds } from '../scene/bounds.ts';
import { boundColumns, holdsAll } from '../scene/bounds.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { FEWEST, howFar, nextOfSale } from './how-far.ts';
import type { Outcomes } from './onset.ts';
import { compareOnsets } from './onset.ts';
import { rhythmOf, shiftOf } from './rhythm.ts';
import { rateWhereItStrikes } from './scope.ts';
import { swipedChips } from './swiped-chips.ts';
import { versionAge } from './version-age.ts';

const DAY = 86_400_000;

/** What a fault tells beyond its reasons: see FEATURES in the knowledge for the values and what they mean. */
export function faultFeatures(scene: Scene, fault: Fault, usual: UsualRates): FeatureValues {
  const own = new Set(itsWork(fault.blame));
  const failures = fault.struck.filter((row) => own.has(row));
  const failed = new Set(failures);
  return {
    seat: seatOf(scene, fault.bounds),
    onset: onsetOf(scene, fault, usual),
    change: changeBefore(scene, fault),
    version: versionAge(scene, fault),
    rate: rateOf(rateWhereItStrikes(scene, fault)),
    lasting: lastingOf(scene, fault),
    signal: signalOf(scene, fault),
    latency: latencyOf(scene, fault),
    ...retriesOf(scene, fault, failures),
    chips: swipedChips(scene, fault, failures),
    ...howFar(scene, fault, failures),
    amount: amountOf(scene, fault, failures),
    cards: cardsOf(scene, fault, failures),
    hosts: hostsOf(scene, fault, failed),
    issuers: issuersOf(scene, fault, failed),
    rhythm: rhythmOf(scene, fault, failed),
    shift: shiftOf(scene, fault, failed),
  };
}

const rateOf = (rate: number) => (rate < 0.12 ? 'few' : rate < 0.35 ? 'some' : rate < 0.7 ? 'many' : 'nearly_all');

/** Where a fault sits, by the columns that bound it; a version says more than the model or issuer beside it. */
function seatOf(scene: Scene, bounds: Bounds): Seat {
  if (bounds.card_ref) return bounds.card_ref.length > 1 ? 'cards' : 'card';
  if (bounds.operator) return 'operator';
  if (bounds.terminal_id) return 'terminal';
  if (
    !bounds.store_id &&
    !bounds.merchant_id &&
    boundColumns(bounds).every((column) => holdsAll(scene, bounds, column))
  )
    return 'everywhere';
  if (bounds.app_version && bounds.acquirer) return 'release_at_host';
  if (bounds.app_version) return bounds.store_id ? 'store' : 'release';
  if (bounds.store_id || bounds.merchant_id) return 'store';
  if (bounds.firmware_version) return 'firmware';
  if (bounds.param_version) return 'parameters';
  if (bounds.bin) return bounds.model ? 'issuer_at_model' : 'issuer';
  if (bounds.acquirer) return 'acquirer';
  return bounds.model ? 'model' : 'area';
}

/** Ordinary chance of failure on each interface, in the order of INTERFACES. */
export type UsualRates = Float64Array;

/** Only parts wear: elsewhere a trouble is sudden, or was there before the log. */
function onsetOf(scene: Scene, fault: Fault, usual: UsualRates): 'sudden' | 'creeping' | 'before' | 'unknown' {
  const { time } = scene.frame;
  const before = fault.rows.findIndex((row) => row >= fault.first);
  const abrupt = before <= Math.max(3, fault.rows.length * 0.02) ? 'before' : 'sudden';
  if (!isAtOneTerminal(fault) || time[fault.last]! - time[fault.first]! <= DAY) return abrupt;
  const { rampOverStep } = compareOnsets(outcomesOf(scene, fault, usual), time[fault.last]!);
  if (rampOverStep > CLEARLY) return 'creeping';
  return rampOverStep < -CLEARLY ? abrupt : 'unknown';
}

/** Natural logarithm of a likelihood ratio. */
const CLEARLY = 1;

/** The scope's attempts on the interfaces that the fault strikes, before and during the trouble. */
function outcomesOf({ frame, observed, face }: Scene, fault: Fault, usual: UsualRates): Outcomes {
  const faces = new Set(Array.from(fault.struck, (row) => face[row]!));
  const rows = fault.rows.filter((row) => faces.has(face[row]!));
  return {
    time: Float64Array.from(rows, (row) => frame.time[row]!),
    failed: Uint8Array.from(rows, (row) => (observed[row]! >= 0 ? 1 : 0)),
    usual: Float64Array.from(rows, (row) => usual[face[row]!]!),
  };
}

const RELEASE_COLUMNS: readonly TerminalAttribute[] = ['app_version', 'firmware_version'];
const CHANGE_WINDOW = 1.5 * DAY;

/** Whether versions or parameters of the scope's terminals changed in the day and a half before the trouble began. */
function changeBefore(scene: Scene, fault: Fault): 'release' | 'parameters' | 'none' {
  const { frame, attributes } = scene;
  const start = frame.time[fault.first]!;
  const changed = (columns: readonly TerminalAttribute[]): boolean =>
    columns.some((column) => {
      const codes = attributes.of[column];
      const before = new Map<number, number>();
      const switched = new Set<number>();
      for (const row of fault.rows) {
        if (frame.time[row]! > start + DAY / 2) break;
        const terminal = frame.text.terminal_id.codes[row]!;
        const code = codes[attributes.home[row]!]!;
        if (code === UNKNOWN) continue;
        const last = before.get(terminal);
        if (last !== undefined && last !== code && frame.time[row]! >= start - CHANGE_WINDOW) switched.add(terminal);
        before.set(terminal, code);
      }
      return switched.size > 0 && switched.size * 3 >= before.size;
    });
  const seat = seatOf(scene, fault.bounds);
  // A trouble of one version begins where the version arrives: its first attempts are the change.
  const arrived = fault.rows.findIndex((row) => row >= fault.first) <= Math.max(3, fault.rows.length * 0.05);
  if (changed(RELEASE_COLUMNS) || ((seat.startsWith('release') || seat === 'firmware') && arrived)) return 'release';
  return changed(['param_version']) || (seat === 'parameters' && arrived) ? 'parameters' : 'none';
}

function lastingOf({ frame }: Scene, fault: Fault): 'hours' | 'days' | 'weeks' | 'still' {
  if (!fault.over) return 'still';
  const lasted = frame.time[fault.last]! - frame.time[fault.first]!;
  if (lasted < DAY / 2) return 'hours';
  return lasted < 10 * DAY ? 'days' : 'weeks';
}

/** dBm, and how much weaker than at other times. */
const WEAK_SIGNAL = -100;
const WEAKER_BY = 8;

/** Low where the terminals' signal is weak in absolute terms, or clearly weaker during the trouble than at other times. */
function signalOf({ frame }: Scene, fault: Fault): 'low' | 'normal' | 'unknown' {
  const signal = frame.number.signal_dbm;
  const values = (rows: Int32Array) => Array.from(rows, (row) => signal[row]!).filter((value) => !Number.isNaN(value));
  const during = values(fault.rows.filter((row) => row >= fault.first && row <= fault.last));
  if (during.length < FEWEST_VALUES) return 'unknown';
  const otherwise = values(fault.rows.filter((row) => row < fault.first || row > fault.last));
  const weaker = otherwise.length >= FEWEST_VALUES && median(during) <= median(otherwise) - WEAKER_BY;
  return weaker || median(during) <= WEAK_SIGNAL ? 'low' : 'normal';
}

const FEWEST_VALUES = 5;

function latencyOf({ frame }: Scene, fault: Fault): 'high' | 'normal' | 'unknown' {
  const rtt = frame.number.rtt_ms;
  const known = (row: number) => !Number.isNaN(rtt[row]!);
  const during = Array.from(fault.struck)
    .filter(known)
    .map((row) => rtt[row]!);
  if (during.length < 8) return 'unknown';
  return median(during) > 2.5 * usualRtt(rtt) ? 'high' : 'normal';
}

const SAMPLE = 20_000;

/** Each fault is compared with the same log. */
const USUAL_RTT = new WeakMap<Float32Array, number>();

function usualRtt(rtt: Float32Array): number {
  const known = USUAL_RTT.get(rtt) ?? medianRtt(rtt);
  USUAL_RTT.set(rtt, known);
  return known;
}

/** The median round trip of the log, from evenly spaced records of a long one. */
function medianRtt(rtt: Float32Array): number {
  return median(Array.from(rowsOfSample(rtt.length), (row) => rtt[row]!).filter((value) => !Number.isNaN(value)));
}

/** Evenly spaced records of a long log. */
function rowsOfSample(length: number): Int32Array {
  const step = Math.max(1, Math.floor(length / SAMPLE));
  return Int32Array.from({ length: Math.ceil(length / step) }, (_, i) => i * step);
}

/** Where a terminal reads hardly a card any more, whoever has a stripe swipes it: that is nobody's design. */
const leavesNoChoice = (fault: Fault): boolean => isAtOneTerminal(fault) && fault.rate >= NO_CHOICE;
const NO_CHOICE = 0.85;

/** What people did after a failure: tried the same again (did it help?), or swiped instead. */
function retriesOf(scene: Scene, fault: Fault, failures: Int32Array) {
  const { observed, face, sales } = scene;
  const magstripe = INTERFACES.indexOf('magstripe');
  let again = 0;
  let helped = 0;
  const swiped = new Map<number, boolean>();
  for (const row of failures) {
    const next = nextOfSale(scene, row);
    if (face[row] !== magstripe) swiped.set(sales.saleOf[row]!, next >= 0 && face[next] === magstripe);
    if (next < 0 || face[next] !== face[row]) continue;
    again++;
    if (observed[next]! < 0) helped++;
  }
  const part = Array.from(swiped.values()).filter(Boolean).length / swiped.size;
  return {
    retry:
      again < FEWEST ? 'unknown' : helped / again >= 0.5 ? 'helps' : helped / again >= 0.15 ? 'at_times' : 'in_vain',
    ...(swiped.size >= FEWEST &&
      !leavesNoChoice(fault) &&
      ({ swiped: part < 0.25 ? 'seldom' : part < 0.6 ? 'often' : 'mostly' } as const)),
  } as const;
}

/** From so many times the usual amount on, sales are large. */
const LARGE = 3;

/** Whether the sales that failed were larger than those that went well there in the same way; a card's, than those of all. */
export function amountOf(
  { frame, observed, face }: Scene,
  { rows, struck, bounds }: Fault,
  failures: Int32Array,
): 'large' | 'ordinary' | 'unknown' {
  const amount = frame.number.amount_minor;
  const failed = amountsOf(amount, failures);
  if (failed.length < FEWEST_VALUES) return 'unknown';
  const faces = new Set(Array.from(struck, (row) => face[row]!));
  const wentWell = (row: number): boolean => observed[row]! < 0 && faces.has(face[row]!);
  const well = amountsOf(amount, (bounds.card_ref ? rowsOfSample(frame.length) : rows).filter(wentWell));
  if (well.length < FEWEST_VALUES) return 'unknown';
  return median(failed) >= LARGE * median(well) ? 'large' : 'ordinary';
}

const amountsOf = (amount: Float64Array, rows: Int32Array): readonly number[] =>
  Array.from(rows, (row) => amount[row]!).filter((value) => !Number.isNaN(value));

/** Whose cards failed; of a fault that is a card's, that is known already. */
function cardsOf({ sales }: Scene, { bounds }: Fault, failures: Int32Array): 'one' | 'few' | 'many' | 'unknown' {
  if (bounds.card_ref) return 'unknown';
  const counts = new Map<number, number>();
  let known = 0;
  for (const row of failures) {
    const card = sales.card[row]!;
    if (card === UNKNOWN) continue;
    known++;
    counts.set(card, (counts.get(card) ?? 0) + 1);
  }
  if (known < FEWEST) return 'unknown';
  const most = Math.max(0, ...counts.values());
  return most >= 0.75 * known ? 'one' : counts.size <= Math.max(2, known / 4) ? 'few' : 'many';
}

/** Failures with a known issuer range that are enough to say whether some ranges fail more, and how much more such a range fails. */
const FEWEST_RANGES = 12;
const FAILS_MORE = 2;

/** Attempts at an acquirer that tell whether a version fails there; and there it does from this part of the highest rate on. */
const FEWEST_AT_HOST = 20;
const ALSO_FAILS = 0.25;

/** Whether a version fails at several acquirers; where the fault is bound to one, that is known already. */
function hostsOf(
  { attributes }: Scene,
  { bounds, struck }: Fault,
  failures: ReadonlySet<number>,
): 'several' | 'one' | 'unknown' {
  if (!bounds.app_version || bounds.acquirer) return 'unknown';
  const counts = new Map<number, { all: number; failed: number }>();
  for (const row of struck) {
    const host = attributes.of.acquirer[attributes.home[row]!]!;
    if (host === UNKNOWN) continue;
    const count = counts.get(host) ?? { all: 0, failed: 0 };
    counts.set(host, count);
    count.all++;
    if (failures.has(row)) count.failed++;
  }
  const tried = [...counts.values()].filter(({ all }) => all >= FEWEST_AT_HOST);
  if (tried.length < 2) return 'unknown';
  const rateOf = ({ all, failed }: { all: number; failed: number }): number => failed / all;
  const most = Math.max(...tried.map(rateOf));
  return tried.filter((count) => rateOf(count) >= ALSO_FAILS * most).length > 1 ? 'several' : 'one';
}

/** Whether the cards that fail are those of some issuers, or of any; where the fault is bound to issuers, that is known already. */
function issuersOf(
  { observed, sales }: Scene,
  { bounds, struck }: Fault,
  failures: ReadonlySet<number>,
): 'some' | 'any' | 'unknown' {
  if (bounds.bin || bounds.card_ref) return 'unknown';
  const counts = new Map<number, { well: number; failed: number }>();
  let well = 0;
  let failed = 0;
  for (const row of struck) {
    const bin = sales.bin[row]!;
    if (bin === UNKNOWN) continue;
    const count = counts.get(bin) ?? { well: 0, failed: 0 };
    counts.set(bin, count);
    if (failures.has(row)) {
      failed++;
      count.failed++;
    } else if (observed[row]! < 0) {
      well++;
      count.well++;
    }
  }
  if (failed < FEWEST_RANGES || well < FEWEST_RANGES) return 'unknown';
  const usual = failed / (failed + well);
  let inThose = 0;
  for (const count of counts.values()) {
    const rate = (count.failed + usual) / (count.failed + count.well + 1);
    if (rate > FAILS_MORE * usual) inThose += count.failed;
  }
  return inThose > failed / 2 ? 'some' : 'any';
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
