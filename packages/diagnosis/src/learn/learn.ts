import { fail, quote } from '@duka/model';
import type { Model } from '../knowledge/model.ts';
import { pointerStep } from '../pointer.ts';
import { readRequest } from '../request.ts';
import type { Learned } from './learned.ts';
import { keyOf, LEARNED_SCHEMA, mergeLearned } from './learned.ts';

/** A trouble that is over, and what it turned out to be. */
export type ClosedCase = {
  readonly cause: string;
  readonly observations: { readonly [id: string]: string | null };
  /** Actions that did not help. */
  readonly failed: readonly string[];
  /** The action that ended the trouble; null where that was the call, or it went away. */
  readonly helped: string | null;
  /** By action, how long it took. */
  readonly minutes: { readonly [action: string]: number };
};

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
    throw fail('request.unknown', { at: '/cause', found: quote(cause), nearest: null });
  const known = readRequest(model, { observations, done: helped === null ? failed : [...failed, helped] });
  const counts: { [key: string]: number } = { cases: 1, [keyOf('cause', cause)]: 1 };
  for (const { observation, value } of known.seen) {
    const { id, values } = model.observations[observation]!;
    if (value >= 0) counts[keyOf('seen', id, cause, values[value]!)] = 1;
  }
  for (const { action } of known.done) {
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
