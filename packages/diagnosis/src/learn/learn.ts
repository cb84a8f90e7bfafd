import { fail, quote } from '@duka/model';
import type { Model } from '../knowledge/model.ts';
import { pointerStep } from '../pointer.ts';
import { actionOf, near, seenOf } from '../request.ts';
import type { ClosedCase } from './closed-case.ts';
import type { Learned } from './learned.ts';
import { keyOf, LEARNED_SCHEMA, mergeLearned } from './learned.ts';

/** A time longer than a week was not spent on one action. */
const LONGEST_MINUTES = 7 * 24 * 60;
const SHORTEST_MINUTES = 0.01;

/**
 * What is known once the case is added. Only ids that the model knows get in.
 * @throws DukaError request.unknown, request.value
 */
export function learn(model: Model, learned: Learned, closed: ClosedCase): Learned {
  const { cause, observations, failed, helped, minutes } = closed;
  if (!model.causes.some(({ id }) => id === cause))
    throw fail('request.unknown', { at: '/cause', found: quote(cause), nearest: near(cause, model.causes) });
  const done = new Set(failed.map((id, i) => actionOf(model, id, `/failed/${i}`)));
  if (helped !== null) done.add(actionOf(model, helped, '/helped'));
  const counts: { [key: string]: number } = { cases: 1, [keyOf('cause', cause)]: 1 };
  for (const [observed, written] of Object.entries(observations)) {
    const { observation, value } = seenOf(model, observed, written);
    const { id, values } = model.observations[observation]!;
    if (value >= 0) counts[keyOf('seen', id, cause, values[value]!)] = 1;
  }
  for (const action of done) {
    const { id } = model.actions[action]!;
    counts[keyOf(id === helped ? 'helped' : 'failed', id, cause)] = 1;
  }
  for (const [id, taken] of Object.entries(minutes)) Object.assign(counts, timeCounts(model, id, taken));
  return mergeLearned(learned, { schema: LEARNED_SCHEMA, counts });
}

function timeCounts({ actions }: Model, id: string, taken: number): { readonly [key: string]: number } {
  const at = `/minutes${pointerStep(id)}`;
  if (!actions.some((action) => action.id === id))
    throw fail('request.unknown', { at, found: quote(id), nearest: null });
  if (!(taken >= SHORTEST_MINUTES && taken <= LONGEST_MINUTES))
    throw fail('request.value', {
      at,
      found: quote(taken),
      needed: {
        zh: `${SHORTEST_MINUTES} 到 ${LONGEST_MINUTES} 分钟`,
        en: `${SHORTEST_MINUTES} to ${LONGEST_MINUTES} minutes`,
      },
    });
  const log = Math.round(1000 * Math.log(taken));
  return {
    [keyOf('minutes', id, 'times')]: 1,
    [keyOf('minutes', id, 'log')]: log,
    [keyOf('minutes', id, 'log2')]: log ** 2,
  };
}
