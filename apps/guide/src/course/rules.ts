import type { Alarm, Answer } from '@duka/model';
import type { Clash, Evidence } from '../kit/kit.ts';

/** "Don't know" is nobody's value. */
function isGiven({ observation, values }: Answer, answers: Evidence['answers']): boolean {
  const value = answers[observation];
  return typeof value === 'string' && values.includes(value);
}

/** The first contradiction among the answers, or undefined. */
export const clashOf = (clashes: readonly Clash[], answers: Evidence['answers']): Clash | undefined =>
  clashes.find(({ between }) => between.every((answer) => isGiven(answer, answers)));

/** The first alarm that an answer raises, and whose step was not yet tried or refused; or undefined. */
export const alarmOf = (alarms: readonly Alarm[], { answers, failed, skipped }: Evidence): Alarm | undefined =>
  alarms.find(({ when, action }) => isGiven(when, answers) && !failed.includes(action) && !skipped.includes(action));
