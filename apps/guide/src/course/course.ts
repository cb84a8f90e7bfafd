import { alarmOf, clashOf } from '@duka/diagnosis';
import type { CauseProbability } from '@duka/model';
import type { Evidence, Kit } from '../kit/kit.ts';

/** What the cashier said or did. Times are ms since 1970; a value of null is "don't know". */
export type Entry =
  | { readonly kind: 'answer'; readonly id: string; readonly value: string | null; readonly at: number }
  | { readonly kind: 'step'; readonly id: string; readonly outcome: Outcome; readonly at: number };

/** A step that an alarm calls for is `done`: whether it reads now is not the question. */
export type Outcome = 'helped' | 'failed' | 'skipped' | 'done';

/** The one thing on the screen. A clash names the rule that the answers break; a call may be chosen before the plan comes to it. */
export type Screen =
  | { readonly kind: 'ask'; readonly id: string }
  | { readonly kind: 'do'; readonly id: string }
  | { readonly kind: 'clash'; readonly id: string }
  | { readonly kind: 'fixed'; readonly by: string }
  | { readonly kind: 'call'; readonly id: string; readonly chosen?: true };

export type Context = { readonly terminal: string | null; readonly model: string | null };

/** One trouble from 读卡失败 to its end. `now` is kept, so that nothing moves under the thumb when evidence comes in late. */
export type Course = {
  readonly id: string;
  readonly started: number;
  readonly context: Context;
  readonly finding: readonly CauseProbability[];
  readonly log: readonly Entry[];
  readonly now: Screen;
};

export type Act =
  | { readonly kind: 'answer'; readonly value: string | null }
  | { readonly kind: 'step'; readonly outcome: Outcome }
  | { readonly kind: 'reask'; readonly id: string }
  | { readonly kind: 'finding'; readonly causes: readonly CauseProbability[] }
  | { readonly kind: 'stay'; readonly id: string }
  | { readonly kind: 'call' }
  | { readonly kind: 'back' };

/** @param id names this course for whoever merges reports: random, never anything personal */
export function begin(kit: Kit, context: Context, id: string, at: number): Course {
  const course = { id, started: at, context, finding: [], log: [] };
  return { ...course, now: next(kit, course) };
}

/** The course after what was done. What does not fit the screen changes nothing: a double tap is no answer. */
export function advance(kit: Kit, course: Course, act: Act, at: number): Course {
  switch (act.kind) {
    case 'answer':
      return answer(kit, course, act.value, at);
    case 'step':
      return step(kit, course, act.outcome, at);
    case 'reask':
      return reask(course, act.id);
    case 'finding':
      return learnOf(kit, course, act.causes);
    case 'stay':
      return stay(kit, course, act.id);
    case 'call':
      return { ...course, now: { kind: 'call', id: CALL, chosen: true } };
    case 'back':
      return back(kit, course);
  }
}

/** The knowledge's own id for help from outside, where the cashier asks for it before the plan does. */
const CALL = 'call.service';

function answer(kit: Kit, course: Course, value: string | null, at: number): Course {
  const { now } = course;
  if (now.kind !== 'ask') return course;
  if (value !== null && !kit.question(now.id)?.values.includes(value)) return course;
  const log: readonly Entry[] = [...course.log, { kind: 'answer', id: now.id, value, at }];
  return { ...course, log, now: next(kit, { ...course, log }) };
}

function step(kit: Kit, course: Course, outcome: Outcome, at: number): Course {
  const { now } = course;
  if (now.kind !== 'do') return course;
  const log: readonly Entry[] = [...course.log, { kind: 'step', id: now.id, outcome, at }];
  const after = { ...course, log };
  if (outcome === 'helped') return { ...after, now: { kind: 'fixed', by: now.id } };
  return { ...after, now: outcome === 'done' ? { kind: 'call', id: CALL } : next(kit, after) };
}

/** Takes an answer back and puts its question again. */
function reask(course: Course, id: string): Course {
  const log = course.log.filter((entry) => entry.kind !== 'answer' || entry.id !== id);
  return log.length === course.log.length ? course : { ...course, log, now: { kind: 'ask', id } };
}

/** Evidence from elsewhere: it chooses the first screen where nothing was answered yet, and counts from the next one on. */
function learnOf(kit: Kit, course: Course, finding: readonly CauseProbability[]): Course {
  const after = { ...course, finding };
  return course.log.length === 0 && course.now.kind === 'ask' ? { ...after, now: next(kit, after) } : after;
}

/** The question or step that is on the screen already, whatever the plan would be by now. */
function stay(kit: Kit, course: Course, id: string): Course {
  const { answers } = evidenceOf(course);
  if (kit.question(id) !== undefined && !(id in answers)) return { ...course, now: { kind: 'ask', id } };
  return kit.step(id) === undefined ? course : { ...course, now: { kind: 'do', id } };
}

function back(kit: Kit, course: Course): Course {
  if (course.now.kind === 'call' && course.now.chosen) return { ...course, now: next(kit, course) };
  const last = course.log.at(-1);
  if (last === undefined) return course;
  return { ...course, log: course.log.slice(0, -1), now: { kind: last.kind === 'answer' ? 'ask' : 'do', id: last.id } };
}

function next(kit: Kit, course: Omit<Course, 'now'>): Screen {
  const evidence = evidenceOf(course);
  const clash = clashOf(kit.clashes, evidence.answers);
  if (clash) return { kind: 'clash', id: clash.id };
  const alarm = alarmOf(kit.alarms, evidence.answers, triedIn(evidence));
  return alarm ? { kind: 'do', id: alarm.action } : kit.plan(evidence).next;
}

/** What was done or refused is not called for again. */
export const triedIn = ({ failed, skipped }: Evidence): readonly string[] => [...failed, ...skipped];

/** Who said "don't know" so often in a row is given something to do, and asked again when it did not help. */
const MANY_UNKNOWN = 3;

export function evidenceOf({ context, finding, log }: Pick<Course, 'context' | 'finding' | 'log'>): Evidence {
  const answers: Record<string, string | null> = {};
  for (const entry of log) if (entry.kind === 'answer') answers[entry.id] = entry.value;
  const steps = (...outcomes: readonly Outcome[]) =>
    log.filter((entry) => entry.kind === 'step' && outcomes.includes(entry.outcome)).map(({ id }) => id);
  const last = log.slice(-MANY_UNKNOWN);
  const handsOnly = last.length === MANY_UNKNOWN && last.every((one) => one.kind === 'answer' && one.value === null);
  return {
    model: context.model,
    finding,
    answers,
    failed: steps('failed'),
    skipped: steps('skipped', 'done'),
    handsOnly,
  };
}
