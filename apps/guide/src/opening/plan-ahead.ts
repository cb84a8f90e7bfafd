import { alarmOf } from '@duka/diagnosis';
import { triedIn } from '../course/course.ts';
import type { Evidence, Plan, Said } from '../kit/kit.ts';

/**
 * What the planner says as far as the page was built with it, by the screens that it holds ready: whoever taps as soon as the code is there
 * waits for no plan. Null where the page has none.
 * @param screenAt the question or step that taps lead to, by the places of their buttons, joined by `-`
 */
export function planAhead(
  said: Pick<Said, 'question' | 'alarms'>,
  first: Plan['next'],
  screenAt: (path: string) => string | null,
): (known: Evidence) => Plan['next'] | null {
  return (known) => {
    const { answers, failed, skipped } = known;
    const places: number[] = [];
    let next = first;
    for (let left = Object.keys(answers).length + failed.length + skipped.length; left > 0; left--) {
      const place = placeOf(known, next, said);
      if (place === null) return null;
      places.push(place);
      const id = screenAt(places.join('-'));
      if (id === null) return null;
      next = { kind: said.question(id) === undefined ? 'do' : 'ask', id };
    }
    // What an alarm calls for is no plan.
    return alarmOf(said.alarms, answers, triedIn(known)) === undefined ? next : null;
  };
}

/** The button of a screen that led to what is known; null where none of it did. */
function placeOf(
  { answers, failed, skipped }: Evidence,
  { kind, id }: Plan['next'],
  said: Pick<Said, 'question'>,
): number | null {
  if (kind === 'ask') {
    const values = said.question(id)?.values ?? [];
    const value = answers[id];
    return value === undefined ? null : value === null ? values.length : values.indexOf(value);
  }
  if (failed.includes(id)) return 1;
  return skipped.includes(id) ? 2 : null;
}
