import { expect, test } from 'vitest';
import { Dictionary } from '../../src/log/dictionary.ts';
import { partsSource, StateParts } from '../../src/log/state.ts';

function restored(texts: readonly string[]): Dictionary {
  const before = new Dictionary();
  for (const text of texts) before.codeOf(text);
  const state = new StateParts();
  before.save(state);
  const dictionary = new Dictionary();
  dictionary.restore(partsSource(state.parts));
  return dictionary;
}

function closed(texts: readonly string[]): Dictionary {
  const dictionary = new Dictionary();
  for (const text of texts) dictionary.codeOf(text);
  dictionary.close();
  return dictionary;
}

const names = (count: number, prefix: string): readonly string[] => Array.from({ length: count }, (_, i) => prefix + i);

const CASES = [0, 10, 64, 200].flatMap((count) => [
  { state: 'restored', count, made: restored },
  { state: 'closed', count, made: closed },
]);

test.each(CASES)('a $state dictionary of $count texts learns new ones, and knows them again', ({ count, made }) => {
  const dictionary = made(names(count, 'old'));
  const fresh = names(500, 'new');
  const codes = fresh.map((text) => dictionary.codeOf(text));
  expect(codes).toEqual(fresh.map((_, i) => count + i));
  expect(fresh.map((text) => dictionary.codeOf(text))).toEqual(codes);
  expect(names(count, 'old').map((text) => dictionary.codeOf(text))).toEqual(names(count, 'old').map((_, i) => i));
});
