import { LESSONS } from '@duka/knowledge/training';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../src/lessons/progress.ts';
import { backward, choose, forward, START } from '../src/lessons/progress.ts';

const t = (text: string) => ({ zh: text, en: text });
const LESSON = {
  id: 'toy',
  title: t('toy'),
  pages: [
    { text: t('one'), drawing: 'a' },
    { text: t('two'), drawing: 'b' },
  ],
  quiz: [
    { question: t('q1'), options: [t('yes'), t('no')], right: 0, why: t('so') },
    { question: t('q2'), options: [t('yes'), t('no')], right: 1, why: t('so') },
  ],
};

describe('a lesson', () => {
  it('goes through its pages and its questions, and counts first answers alone', () => {
    let at: Progress = forward(LESSON, START);
    expect(at).toEqual({ kind: 'page', page: 1 });
    at = forward(LESSON, at);
    expect(forward(LESSON, at)).toEqual(at); // not without an answer
    at = choose(LESSON, choose(LESSON, at, 1), 0);
    expect(at).toEqual({ kind: 'check', question: 0, chosen: 1, right: 0 });
    at = choose(LESSON, forward(LESSON, at), 1);
    expect(forward(LESSON, at)).toEqual({ kind: 'done', right: 1 });
    expect(forward(LESSON, { kind: 'done', right: 1 })).toEqual(START);
  });

  it('goes back through its pages, and out from the first', () => {
    expect(backward({ kind: 'page', page: 1 })).toEqual(START);
    expect(backward(START)).toBeNull();
  });

  it.each(LESSONS)('$id has options with one right answer', ({ quiz }) => {
    for (const { options, right } of quiz) {
      expect(options[right]).toBeDefined();
      expect(new Set(options.map(({ en }) => en)).size).toBe(options.length);
    }
  });
});
