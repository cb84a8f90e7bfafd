import { describe, expect, it } from 'vitest';
import { DRAWINGS } from '../src/drawings/index.ts';
import { LESSONS } from '../src/training/index.ts';
import { isSaid } from './said.ts';

describe('lessons', () => {
  it('teach inserting, tapping, swiping, the PIN, the lights and cleaning', () => {
    expect(LESSONS.map(({ id }) => id)).toEqual(['insert', 'tap', 'swipe', 'pin', 'lights', 'cleaning']);
  });

  it.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))(
    '%s has a few short pages with pictures, in both languages',
    (_, { title, pages }) => {
      expect(pages.length).toBeGreaterThanOrEqual(4);
      expect(pages.length).toBeLessThanOrEqual(6);
      expect([title, ...pages.map(({ text }) => text)].filter((text) => !isSaid(text))).toEqual([]);
      for (const { text, drawing } of pages) {
        expect(text.zh.length).toBeLessThanOrEqual(50);
        expect(DRAWINGS).toHaveProperty(drawing);
      }
    },
  );

  it.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))(
    '%s checks with five questions, one right answer each, and says why',
    (_, { quiz }) => {
      expect(quiz).toHaveLength(5);
      for (const { question, options, right, why } of quiz) {
        expect([question, why, ...options].filter((text) => !isSaid(text))).toEqual([]);
        expect(options).toHaveLength(3);
        expect(new Set(options.map(({ zh }) => zh)).size).toBe(3);
        expect(options[right]).toBeDefined();
      }
      expect(new Set(quiz.map(({ right }) => right)).size, 'the right one is not always in one place').toBeGreaterThan(
        1,
      );
    },
  );
});
