import { alarmOf } from '@duka/diagnosis';
import { triedIn } from '../course/course.ts';
import type { Evidence, Plan, Said } from '../kit/kit.ts';
import { NOTHING } from '../kit/kit.ts';

/** What the planner says of a course, where that is known before it is asked. */
export type KnownPlan = readonly [Evidence, Plan['next']];

/**
 * The plans that the page was built with, by the screens that it holds ready: whoever taps as soon as the code is there waits for no plan.
 * @param screenAt the question or step that taps lead to, by the places of their buttons, joined by `-`; null where the page has none
 */
export function plansAhead(
  said: Pick<Said, 'question' | 'alarms'>,
  first: Plan['next'],
  screenAt: (path: string) => string | null,
): readonly KnownPlan[] {
  const after = (known: Evidence, next: Plan['next'], places: readonly number[]): readonly KnownPlan[] => {
    const further = tapsOn(known, next, said).flatMap((evidence, place): readonly KnownPlan[] => {
      const id = screenAt([...places, place].join('-'));
      // An alarm is no plan.
      if (id === null || evidence === null || alarmOf(said.alarms, evidence.answers, triedIn(evidence))) return [];
      const kind = said.question(id) === undefined ? 'do' : 'ask';
      return after(evidence, { kind, id }, [...places, place]);
    });
    return [[known, next], ...further];
  };
  return after(NOTHING, first, []);
}

/** What is known after each button of a screen; null after one that ends the course. */
function tapsOn(
  known: Evidence,
  { kind, id }: Plan['next'],
  said: Pick<Said, 'question'>,
): readonly (Evidence | null)[] {
  if (kind === 'ask') {
    const values = said.question(id)?.values ?? [];
    return [...values, null].map((value) => ({ ...known, answers: { ...known.answers, [id]: value } }));
  }
  return [null, { ...known, failed: [...known.failed, id] }, { ...known, skipped: [...known.skipped, id] }];
}
