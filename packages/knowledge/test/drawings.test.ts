import { describe, expect, it } from 'vitest';
import { DRAWINGS, drawingSvg } from '../src/drawings/index.ts';
import { ACTIONS, OBSERVATIONS } from '../src/index.ts';
import { LESSONS } from '../src/training/index.ts';
import { isSaid } from './said.ts';

const ALL = Object.values(DRAWINGS);

/** The names of elements still open at the end, or the first end that closes nothing. */
function unclosed(svg: string): readonly string[] {
  const open: string[] = [];
  for (const [, end, name, empty] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (end && open.pop() !== name) return [`</${name}>`];
    if (!end && !empty) open.push(name!);
  }
  return open;
}

describe('drawings', () => {
  it.each(ALL.map((drawing) => [drawing.id, drawing] as const))(
    '%s is small, wordless and in the one style',
    (id, drawing) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(isSaid(drawing.title)).toBe(true);
      const svg = drawingSvg(drawing, 'zh');
      expect(svg.length).toBeLessThan(3_300);
      expect(unclosed(svg)).toEqual([]);
      expect(drawing.body).not.toMatch(/<text|<image|<style|<script|href|NaN|undefined|Infinity/);
      const paints = [...drawing.body.matchAll(/(?:stroke|fill)="([^"]+)"/g)].map(([, paint]) => paint);
      expect(paints.filter((paint) => paint !== 'currentColor' && paint !== '#e8590c')).toEqual([]);
    },
  );

  it('are all shown somewhere', () => {
    const shown = new Set([
      ...OBSERVATIONS.map(({ drawing }) => drawing),
      ...Object.values(ACTIONS).map(({ drawing }) => drawing),
      ...LESSONS.flatMap(({ pages }) => pages.map(({ drawing }) => drawing)),
    ]);
    expect(Object.keys(DRAWINGS).filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe('drawingSvg', () => {
  it('titles the picture in the language asked for, with its signs escaped', () => {
    const drawing = { id: 'x', title: { zh: '“插”<卡>', en: 'insert & "wait"' }, body: '<path d="M0 0h9"/>' };
    expect(drawingSvg(drawing, 'en')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200" role="img" aria-label="insert &amp; &quot;wait&quot;"><title>insert &amp; &quot;wait&quot;</title><g fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"><path d="M0 0h9"/></g></svg>',
    );
    expect(drawingSvg(drawing, 'zh')).toContain('<title>“插”&lt;卡></title>');
  });
});
