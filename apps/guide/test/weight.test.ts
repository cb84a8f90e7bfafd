import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { alarmOf } from '@duka/diagnosis';
import { builtGuide } from '@duka/guide/build';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Evidence } from '../src/kit/kit.ts';
import { ownKit } from '../src/kit/own.ts';

const NOTHING: Evidence = { model: null, finding: [], answers: {}, failed: [], skipped: [], handsOnly: false };

/** The question or step of a template. */
function screenIn(html: string, id: string): string | undefined {
  const [, same] = new RegExp(`<template id="${id}" data-same="([^"]+)"`).exec(html) ?? [];
  const from = html.indexOf(`<template id="${same ?? id}">`);
  return /data-screen="([^"]+)"/.exec(html.slice(from, html.indexOf('</template>', from)))?.[1];
}

let folder: string;
beforeAll(async () => {
  const built = await builtGuide();
  if (!built.ready) await built.build();
  folder = built.folder;
});

const weigh = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + statSync(join(folder, `${name}.gz`)).size, 0);

describe('the built guide', () => {
  it('needs at most 150 kB of compressed JavaScript for its first load, lessons aside', () => {
    const scripts = readdirSync(join(folder, 'assets')).filter(
      (name) => name.startsWith('index-') && name.endsWith('.js'),
    );
    expect(scripts).toHaveLength(1);
    expect(weigh(scripts.map((name) => `assets/${name}`))).toBeLessThan(150_000);
  });

  it('shows its first question, and what each answer leads to, from a page of at most 12 kB', () => {
    expect(weigh(['index.html'])).toBeLessThan(12_000);
  });

  it('fetches what the second answer leads to in at most 10 kB', () => {
    for (const lang of ['zh', 'en']) expect(weigh([`next-${lang}.html`])).toBeLessThan(10_000);
  });

  it('has, for every answer to the first question and every answer to the next, the screen that the planner has', () => {
    const kit = ownKit();
    const nextOf = (answers: Evidence['answers']) =>
      alarmOf(kit.alarms, answers, [])?.action ?? kit.plan({ ...NOTHING, answers }).next.id;
    const valuesOf = (id: string) => [...(kit.question(id)?.values ?? []), null].entries();
    for (const lang of ['zh', 'en']) {
      const [page, further] = ['index', `next-${lang}`].map((name) =>
        readFileSync(join(folder, `${name}.html`), 'utf8'),
      );
      const first = nextOf({});
      let seen = 0;
      for (const [i, value] of valuesOf(first)) {
        const second = nextOf({ [first]: value });
        expect(screenIn(page!, `next-${lang}-${i}`), `${value}`).toBe(second);
        for (const [j, other] of kit.question(second) ? valuesOf(second) : []) {
          const third = nextOf({ [first]: value, [second]: other });
          expect(screenIn(further!, `next-${lang}-${i}-${j}`), `${value} ${other}`).toBe(third);
          seen++;
        }
      }
      expect(seen).toBeGreaterThan(20);
    }
  });

  it('is found again while its sources stay as they are', async () => {
    const again = await builtGuide();
    expect(again).toMatchObject({ folder, ready: true });
  });
});
