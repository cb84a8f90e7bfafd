import type { Alarm, Answer, Contradiction } from '@duka/model';
import type { Request } from './known.ts';

type Answers = Request['observations'];

/** "Don't know" is nobody's value. */
function isGiven({ observation, values }: Answer, answers: Answers): boolean {
  const value = answers[observation];
  return typeof value === 'string' && values.includes(value);
}

/** The first contradiction among the answers, or undefined. */
export const clashOf = (
  clashes: readonly Pick<Contradiction, 'id' | 'between' | 'text'>[],
  answers: Answers,
): Pick<Contradiction, 'id' | 'between' | 'text'> | undefined =>
  clashes.find(({ between }) => between.every((answer) => isGiven(answer, answers)));

/**
 * The first alarm that an answer raises, and whose action was not yet tried or refused; or undefined.
 * @param tried ids of actions
 */
export const alarmOf = (alarms: readonly Alarm[], answers: Answers, tried: readonly string[]): Alarm | undefined =>
  alarms.find(({ when, action }) => isGiven(when, answers) && !tried.includes(action));
