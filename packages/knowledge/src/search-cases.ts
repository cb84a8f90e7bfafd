import type { Case, Text } from '@duka/model';
import { CASES } from './cases/index.ts';
import { CAUSES } from './causes/index.ts';

const both = (text: Text): readonly string[] => [text.zh, text.en];

/** Where a word may stand, and what finding it there is worth. */
const PLACES: readonly (readonly [weight: number, read: (c: Case) => readonly string[]])[] = [
  [4, (c) => both(c.title)],
  [3, (c) => c.keywords],
  [2, (c) => [c.cause, ...both(CAUSES[c.cause].name)]],
  [1, (c) => [c.setting, c.story, c.remedy, c.outcome, c.lesson, ...c.evidence].flatMap(both)],
];

const HAN = /^\p{Script=Han}{2,}$/u;

/** Chinese is written without spaces: a run counts where it splits into pieces of two or more that all stand there. */
const holds = (place: string, word: string): boolean => {
  if (place.includes(word)) return true;
  if (!HAN.test(word)) return false;
  for (let length = word.length - 2; length >= 2; length -= 1) {
    if (place.includes(word.slice(0, length)) && holds(place, word.slice(length))) return true;
  }
  return false;
};

const places = CASES.map((c) => ({
  case: c,
  places: PLACES.map(([weight, read]) => [weight, read(c).join('\n').toLowerCase()] as const),
}));

const scoreOf = (at: (typeof places)[number]['places'], word: string): number => {
  const best = Math.max(0, ...at.filter(([, text]) => holds(text, word)).map(([weight]) => weight));
  const anywhere = at.map(([, text]) => text).join('\n');
  return best > 0 ? best : Number(holds(anywhere, word));
};

/** Cases in which every word stands somewhere, best first; all of them where there is no word. */
export const searchCases = (words: string): readonly Case[] => {
  const wanted = words
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,，、;；]+/u)
    .filter((word) => word !== '');
  return places
    .map((at) => ({ case: at.case, scores: wanted.map((word) => scoreOf(at.places, word.slice(0, 64))) }))
    .filter(({ scores }) => scores.every((score) => score > 0))
    .map(({ case: found, scores }) => ({ found, score: scores.reduce((sum, score) => sum + score, 0) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ found }) => found);
};
