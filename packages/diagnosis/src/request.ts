import type { Text } from '@duka/model';
import { fail, nearest, quote } from '@duka/model';
import type { Model } from './knowledge/model.ts';
import type { Known } from './known.ts';
import { pointerStep } from './pointer.ts';

const DONT_KNOW: readonly string[] = ['unknown', 'dont_know', "don't know", '不知道'];

/**
 * Checks a request against the model. Says the same twice: counted once.
 * @throws DukaError request.malformed, request.value, request.unknown
 */
export function readRequest(model: Model, value: unknown): Known {
  if (!isObject(value)) throw fail('request.malformed', { at: '', found: quote(value ?? null) });
  const { observations, done, context } = value;
  const answers = observations ?? {};
  const tried = done ?? [];
  const record = context ?? {};
  if (!isObject(answers)) throw wrong('/observations', answers, { zh: '一个对象', en: 'an object' });
  if (!Array.isArray(tried)) throw wrong('/done', tried, { zh: '一个列表', en: 'a list' });
  if (!isObject(record)) throw wrong('/context', record, { zh: '一个对象', en: 'an object' });
  const actions = tried.map((id: unknown, i) => ({ action: actionOf(model, id, `/done/${i}`), at: `/done/${i}` }));
  const answered = Object.entries(answers).map(([id, written]) => seenOf(model, id, written));
  return {
    seen: [...answered, ...recorded(model, record, answered)],
    done: actions.filter(({ action }, i) => actions.findIndex((one) => one.action === action) === i),
  };
}

/** What somebody answered counts before what a record says. */
function recorded({ observations }: Model, record: Fields, answered: Known['seen']): Known['seen'] {
  const said = new Set(answered.flatMap(({ observation, value }) => (value < 0 ? [] : [observation])));
  return Object.entries(record).flatMap(([field, written]): Known['seen'] => {
    const observation = observations.findIndex(({ id }) => id === field);
    const value = observations[observation]?.values.indexOf(String(written)) ?? -1;
    return value < 0 || said.has(observation) ? [] : [{ observation, value, at: `/context${pointerStep(field)}` }];
  });
}

type Fields = { readonly [name: string]: unknown };
export const isObject = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

export const wrong = (at: string, found: unknown, needed: Text) =>
  fail('request.value', { at, found: quote(found), needed });

/** @throws DukaError request.value, request.unknown */
export function seenOf({ observations }: Model, id: string, written: unknown): Known['seen'][number] {
  const at = `/observations${pointerStep(id)}`;
  const observation = observations.findIndex((one) => one.id === id);
  const found = observations[observation];
  if (!found) throw fail('request.unknown', { at, found: quote(id), nearest: near(id, observations) });
  const word = typeof written === 'object' ? null : String(written);
  const value = word === null ? -1 : found.values.indexOf(word);
  if (value >= 0 || written === null || (word !== null && DONT_KNOW.includes(word))) return { observation, value, at };
  const needed = found.values.map((one) => quote(one));
  throw wrong(at, written, {
    zh: `${needed.join('、')}，不知道就写 null`,
    en: `one of ${needed.join(', ')}, or null for "don't know"`,
  });
}

/** @throws DukaError request.value, request.unknown; request.contradiction for the call */
export function actionOf({ actions, call }: Model, id: unknown, at: string): number {
  if (typeof id !== 'string') throw wrong(at, id, { zh: '步骤的编号', en: 'the id of an action' });
  const action = actions.findIndex((one) => one.id === id);
  if (action >= 0) return action;
  if (id === call.id) throw fail('request.contradiction', { at });
  throw fail('request.unknown', { at, found: quote(id), nearest: near(id, actions) });
}

export const near = (id: string, rows: readonly { readonly id: string }[]): string | null => {
  const found = nearest(
    id.slice(0, 80),
    rows.map((row) => row.id),
    1,
  )[0];
  return found === undefined ? null : quote(found);
};
