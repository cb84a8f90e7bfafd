import type { Kit } from '../kit/kit.ts';
import type { Course, Screen } from './course.ts';
import { evidenceOf } from './course.ts';

/** As many as anybody wants to hear of. */
const MOST = 9;

/**
 * How many questions lie ahead before there is something to do, this one included, if each gets the answer that is
 * likeliest by now. Follows the plan: one call of the planner a question, and a breath before each.
 * @param breath resolves to false where nobody wants to know any more
 * @returns null where nobody does
 */
export async function questionsAhead(kit: Kit, course: Course, breath: () => Promise<boolean>): Promise<number | null> {
  let evidence = evidenceOf(course);
  let now: Screen = course.now;
  let count = 0;
  while (now.kind === 'ask' && count < MOST) {
    count++;
    if (!(await breath())) return null;
    const chances = kit.chances(evidence, now.id);
    const value = kit.question(now.id)?.values[chances.indexOf(Math.max(...chances))];
    if (value === undefined) return count;
    evidence = { ...evidence, answers: { ...evidence.answers, [now.id]: value } };
    now = kit.plan(evidence).next;
  }
  return count;
}
