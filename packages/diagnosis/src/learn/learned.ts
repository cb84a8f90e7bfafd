import { fail, quote } from '@duka/model';
import { pointerStep } from '../pointer.ts';

export const LEARNED_SCHEMA = 'duka.learned/1';

/**
 * What closed cases have taught: whole numbers by what they count, so that merging is adding and loses nothing. Names are ids of
 * the knowledge, nothing else: no terminal, no shop, no person, no time of day.
 *
 * | key | counts |
 * |---|---|
 * | `cases` | closed cases |
 * | `cause/CAUSE` | cases with that cause |
 * | `seen/OBSERVATION/CAUSE/VALUE` | answers under the cause |
 * | `helped/ACTION/CAUSE`, `failed/ACTION/CAUSE` | times that it did, or did not, remove the cause |
 * | `minutes/ACTION/times` | how often its time was taken |
 * | `minutes/ACTION/log`, `minutes/ACTION/log2` | sums of its natural logarithm in thousandths, and of the square |
 */
export type Learned = {
  readonly schema: typeof LEARNED_SCHEMA;
  readonly counts: { readonly [key: string]: number };
};

export const NOTHING_LEARNED: Learned = { schema: LEARNED_SCHEMA, counts: {} };

/** Ids may hold a slash; keys then still say which id is which. */
export const keyOf = (...parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll('%', '%25').replaceAll('/', '%2F')).join('/');

/** What both have seen, if no case is in both. Commutative and associative, with `NOTHING_LEARNED` as its neutral element. */
export function mergeLearned(a: Learned, b: Learned): Learned {
  const counts: { [key: string]: number } = {};
  for (const key of [...new Set([...Object.keys(a.counts), ...Object.keys(b.counts)])].sort())
    counts[key] = (a.counts[key] ?? 0) + (b.counts[key] ?? 0);
  return { schema: LEARNED_SCHEMA, counts };
}

/** The causes of the cases that were learned from. */
export function causesLearned({ counts }: Learned): readonly string[] {
  return Object.keys(counts).flatMap((key) => {
    const [what, cause, ...more] = key.split('/');
    const isCause = what === 'cause' && cause !== undefined && more.length === 0;
    return isCause ? [cause.replaceAll('%2F', '/').replaceAll('%25', '%')] : [];
  });
}

/** @throws DukaError learned.value with the path of what is no such state */
export function readLearned(value: unknown): Learned {
  const { schema, counts } = object(value, '/');
  if (schema !== LEARNED_SCHEMA) throw wrong('/schema', schema, LEARNED_SCHEMA);
  for (const [key, count] of Object.entries(object(counts, '/counts'))) {
    const least = key.endsWith('/log') ? Number.MIN_SAFE_INTEGER : 0;
    if (!Number.isSafeInteger(count) || (count as number) < least)
      throw fail('learned.value', {
        at: `/counts${pointerStep(key)}`,
        found: quote(count),
        needed: { zh: '不小于 0 的整数', en: 'a whole number of 0 or more' },
      });
  }
  return { schema: LEARNED_SCHEMA, counts: { ...(counts as Learned['counts']) } };
}

function object(value: unknown, at: string): { readonly [name: string]: unknown } {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return { ...value };
  throw fail('learned.value', { at, found: quote(value ?? null), needed: { zh: '一个对象', en: 'an object' } });
}

const wrong = (at: string, found: unknown, needed: string) =>
  fail('learned.value', { at, found: quote(found ?? null), needed: { zh: needed, en: needed } });
