import { UNKNOWN } from '../log/dictionary.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { FEWEST } from './how-far.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Sales of one burst follow each other at most so closely. */
const SOON = 30 * MINUTE;
/** How much of the way from the usual share of bad sales to all of them. */
const STICKY = 0.3;

/**
 * Whether the bad sales come in bursts: whether, where one has failed, the next one at the same terminal fails far more often
 * than they do all in all.
 * @param failures rows that the fault is thought to have failed
 */
export function rhythmOf(
  { frame, sales }: Scene,
  { struck }: Fault,
  failures: ReadonlySet<number>,
): 'bursts' | 'steady' | 'unknown' {
  const terminal = frame.text.terminal_id.codes;
  const last = new Map<number, { sale: number; time: number; bad: boolean; before: boolean | null }>();
  let count = 0;
  let bad = 0;
  let afterBad = 0;
  let badAfterBad = 0;
  const close = ({ bad: isBad, before }: { bad: boolean; before: boolean | null }): void => {
    count++;
    if (isBad) bad++;
    if (!before) return;
    afterBad++;
    if (isBad) badAfterBad++;
  };
  for (const row of struck) {
    const at = terminal[row]!;
    const sale = sales.saleOf[row]!;
    const time = frame.time[row]!;
    const previous = last.get(at);
    if (previous !== undefined && sale !== UNKNOWN && previous.sale === sale) {
      previous.time = time;
      previous.bad ||= failures.has(row);
      continue;
    }
    if (previous !== undefined) close(previous);
    const before = previous !== undefined && time - previous.time <= SOON ? previous.bad : null;
    last.set(at, { sale, time, bad: failures.has(row), before });
  }
  for (const sale of last.values()) close(sale);
  if (afterBad < FEWEST) return 'unknown';
  const usual = bad / count;
  return badAfterBad / afterBad - usual > STICKY * (1 - usual) ? 'bursts' : 'steady';
}

/** A terminal at which nobody has paid for so long begins a new shift. */
const PAUSE = 3 * HOUR;
const MOSTLY = 0.6;

/** Whether the failures lie in the first hour of a shift: after a long pause at the terminal, or when the operator has changed. */
export function shiftOf(
  { frame }: Scene,
  { rows, first, last }: Fault,
  failures: ReadonlySet<number>,
): 'start' | 'anytime' | 'unknown' {
  if (failures.size < FEWEST) return 'unknown';
  const terminal = frame.text.terminal_id.codes;
  const operator = frame.text.operator_id.codes;
  const shifts = new Map<number, { began: number; time: number; operator: number }>();
  let attempts = 0;
  let early = 0;
  let failedEarly = 0;
  for (const row of rows) {
    const time = frame.time[row]!;
    const at = terminal[row]!;
    const shift = shifts.get(at) ?? {
      began: Number.NEGATIVE_INFINITY,
      time: Number.NEGATIVE_INFINITY,
      operator: UNKNOWN,
    };
    shifts.set(at, shift);
    const who = operator[row]!;
    const changed = who !== UNKNOWN && shift.operator !== UNKNOWN && who !== shift.operator;
    if (changed || time - shift.time > PAUSE) shift.began = time;
    if (who !== UNKNOWN) shift.operator = who;
    shift.time = time;
    if (row < first || row > last) continue;
    attempts++;
    if (time - shift.began > HOUR) continue;
    early++;
    if (failures.has(row)) failedEarly++;
  }
  const share = failedEarly / failures.size;
  return share >= MOSTLY && share >= (2 * early) / attempts ? 'start' : 'anytime';
}
