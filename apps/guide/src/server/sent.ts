import type { CauseProbability } from '@duka/model';
import type { Course } from '../course/course.ts';
import { evidenceOf } from '../course/course.ts';
import type { Kit, Plan } from '../kit/kit.ts';

/** What goes to a server: nothing that was typed, and nobody's name. The same id again takes the place of the one before. */
export type Sent = SentCourse | SentLesson;

type SentCourse = {
  readonly schema: 'duka.guide/1';
  readonly id: string;
  readonly terminal_id: string | null;
  readonly model: string | null;
  /** RFC 3339. */
  readonly started: string;
  readonly ended: string;
  readonly outcome: 'fixed' | 'handed_over';
  readonly fixed_by: string | null;
  readonly causes: readonly CauseProbability[];
  readonly answers: readonly { readonly id: string; readonly value: string | null; readonly time: string }[];
  readonly steps: readonly { readonly id: string; readonly outcome: string; readonly time: string }[];
};

type SentLesson = {
  readonly schema: 'duka.lesson/1';
  readonly id: string;
  readonly lesson: string;
  readonly right: number;
  readonly of: number;
  readonly terminal_id: string | null;
  readonly time: string;
};

const MOST_CAUSES = 5;
const time = (at: number): string => new Date(at).toISOString();

/** A course that has come to an end, or null where it has not. */
export function sentCourse(kit: Kit, course: Course): SentCourse | null {
  const { now, log, context } = course;
  if (now.kind !== 'fixed' && now.kind !== 'call') return null;
  return {
    schema: 'duka.guide/1',
    id: course.id,
    terminal_id: context.terminal,
    model: context.model,
    started: time(course.started),
    ended: time(log.at(-1)?.at ?? course.started),
    outcome: now.kind === 'fixed' ? 'fixed' : 'handed_over',
    fixed_by: now.kind === 'fixed' ? now.by : null,
    causes: causesOf(kit, course).slice(0, MOST_CAUSES),
    answers: log.flatMap((one) =>
      one.kind === 'answer' ? [{ id: one.id, value: one.value, time: time(one.at) }] : [],
    ),
    steps: log.flatMap((one) =>
      one.kind === 'step' ? [{ id: one.id, outcome: one.outcome, time: time(one.at) }] : [],
    ),
  };
}

const causesOf = (kit: Kit, course: Course): Plan['causes'] =>
  course.now.kind === 'fixed' ? kit.cured(evidenceOf(course), course.now.by) : kit.plan(evidenceOf(course)).causes;

type Checked = {
  readonly id: string;
  readonly lesson: string;
  readonly right: number;
  readonly of: number;
  readonly terminal: string | null;
  readonly at: number;
};

export function sentLesson({ id, lesson, right, of, terminal, at }: Checked): SentLesson {
  return { schema: 'duka.lesson/1', id, lesson, right, of, terminal_id: terminal, time: time(at) };
}
