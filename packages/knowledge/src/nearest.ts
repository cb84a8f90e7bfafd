import type { CodeEntry } from '@duka/model';
import { editDistance } from '@duka/model';
import { allDictionaries } from './decode.ts';

const AT_MOST = 5;
/** Longer than any code: bounds the work that a hostile query can ask for. */
const LONGEST = 64;

type Near = { readonly entry: CodeEntry; readonly distance: number };

const best = (candidates: readonly Near[]): readonly CodeEntry[] => {
  const unique = new Map<CodeEntry, number>();
  for (const { entry, distance } of candidates) {
    unique.set(entry, Math.min(distance, unique.get(entry) ?? Number.POSITIVE_INFINITY));
  }
  return [...unique]
    .toSorted(([, a], [, b]) => a - b)
    .slice(0, AT_MOST)
    .map(([entry]) => entry);
};

/** Two slips, or a third of a long name: beyond that a likeness means nothing. */
const tooFar = (value: string): number => Math.max(2, Math.floor(value.length / 3));

const byEdits = (value: string, ids: readonly string[]): readonly Near[] =>
  ids.flatMap((id) => {
    const byValue = allDictionaries().get(id)?.byValue ?? new Map<string, CodeEntry>();
    return [...byValue].flatMap(([key, entry]) => {
      if (Math.abs(key.length - value.length) > tooFar(value)) return [];
      // What was begun and not ended is nearer than what has slips.
      if (value.length > 1 && key.toUpperCase().startsWith(value)) return [{ entry, distance: 1 }];
      const distance = editDistance(value, key.toUpperCase());
      return distance <= tooFar(value) && distance < value.length ? [{ entry, distance }] : [];
    });
  });

const byNumber = (value: number, id: string): readonly Near[] =>
  (allDictionaries().get(id)?.namespace.entries ?? []).map((entry) => ({
    entry,
    distance: Math.abs(Number(entry.code.slice(id.length + 1)) - value),
  }));

/** What stands on a screen is often the meaning, not the code. */
const byWords = (words: string): readonly Near[] =>
  words.length < 2
    ? []
    : [...allDictionaries().values()].flatMap(({ namespace }) =>
        namespace.entries
          .filter(({ meaning }) => meaning.zh.includes(words) || meaning.en.toUpperCase().includes(words))
          .map((entry) => ({ entry, distance: entry.meaning.zh.length })),
      );

/** Shorter words are in too many meanings. */
const WORD = 5;

/** What an unknown value was perhaps meant to be: in its namespace where that is known, else anywhere. */
export const nearestTo = (value: string, id: string | null): readonly CodeEntry[] => {
  const wanted = value.trim().toUpperCase().slice(0, LONGEST);
  const number = Number(wanted);
  if (
    id !== null &&
    wanted !== '' &&
    Number.isFinite(number) &&
    allDictionaries().get(id)?.namespace.form === 'number'
  ) {
    return best(byNumber(number, id));
  }
  const alike = best(byEdits(wanted, id === null ? [...allDictionaries().keys()] : [id]));
  if (alike.length > 0 || id !== null) return alike;
  const whole = best(byWords(wanted));
  return whole.length > 0
    ? whole
    : best(wanted.split(/[\s_]+/).flatMap((word) => (word.length < WORD ? [] : byWords(word))));
};
