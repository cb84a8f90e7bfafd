import type { Course } from './course/course.ts';
import { advance } from './course/course.ts';
import type { Guide } from './guide.ts';

/** So long a new screen has the machine for itself, to be drawn. */
const DRAWING_MS = 100;

/**
 * Plans for each thing that may be tapped next while nobody taps anything, one plan at a time, so that a slow phone has its answer ready
 * (a kit knows the last plans that it made). Begins anew with each screen.
 */
export function thinkAhead({ kit, state }: Guide): void {
  let screen = 0;
  const begin = () => {
    const mine = ++screen;
    const { course } = state.get();
    const left = actsOn(course, (id) => kit.question(id)?.values ?? []);
    const next = () => {
      const act = left.shift();
      if (mine !== screen || act === undefined) return;
      advance(kit, course, act, course.started);
      setTimeout(next);
    };
    setTimeout(next, DRAWING_MS);
  };
  let seen: Course | null = null;
  const look = () => {
    const { course } = state.get();
    if (course === seen) return;
    seen = course;
    begin();
  };
  state.subscribe(look);
  look();
}

type Act = Parameters<typeof advance>[2];

/** What may be tapped on a screen that the planner is asked after. */
function actsOn({ now }: Course, valuesOf: (question: string) => readonly string[]): Act[] {
  if (now.kind === 'ask') return [...valuesOf(now.id), null].map((value) => ({ kind: 'answer', value }));
  if (now.kind === 'do')
    return [
      { kind: 'step', outcome: 'failed' },
      { kind: 'step', outcome: 'skipped' },
    ];
  return [];
}
