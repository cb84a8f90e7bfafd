import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { alarmOf } from '@duka/diagnosis';
import { builtGuide } from '@duka/guide/build';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Evidence } from '../src/kit/kit.ts';
import { NOTHING } from '../src/kit/kit.ts';
import { ownKit } from '../src/kit/own.ts';

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

const namesOf = (beginning: string, ending: string): readonly string[] =>
  readdirSync(join(folder, 'assets')).filter((name) => name.startsWith(beginning) && name.endsWith(ending));

/** Bytes as they are sent. */
const weigh = (names: readonly string[], packed: 'br' | 'gz'): number =>
  names.reduce((sum, name) => sum + statSync(join(folder, `${name}.${packed}`)).size, 0);

describe('the built guide', () => {
  it('has one file of code that a course begins with', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const [core = '', ...others] = page.match(/assets\/[\w-]+\.js(?=")/g) ?? [];
    expect(others).toEqual([]);
    expect(core).toMatch(/^assets\/core-/);
    // What it says first may name other files that it fetches later, and needs none of them.
    expect(readFileSync(join(folder, core), 'utf8')).not.toMatch(/(^|[;}])import[ {"'`]/);
  });

  it('is there on slow 3G within 1.5 s: page and code together are at most 52 kB', () => {
    const [core = ''] = namesOf('core-', '.js');
    expect(weigh(['index.html', `assets/${core}`], 'br')).toBeLessThan(52_000);
  });

  it('shows its first question, and what two answers lead to, in both languages from the first 14 kB of the page', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const screens = page.slice(0, page.indexOf('<script type="application/json"'));
    for (const lang of ['zh', 'en']) expect(screens).toContain(`<template id="next-${lang}-0-0"`);
    expect(brotliCompressSync(screens).length).toBeLessThan(14_000);
  });

  it('needs at most 150 kB of compressed JavaScript for all that it fetches at the first visit', () => {
    const scripts = namesOf('', '.js').map((name) => `assets/${name}`);
    expect(scripts.length).toBeGreaterThan(5);
    expect(weigh(scripts, 'gz')).toBeLessThan(150_000);
  });

  it('says the rest in English from one file of at most 9 kB, under a name that changes with it', () => {
    const [english = ''] = namesOf('english-', '.json');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain(`data-english="./assets/${english}"`);
    expect(weigh([`assets/${english}`], 'br')).toBeLessThan(9_000);
  });

  it('has, for every answer to the first question and every answer to the next, the screen that the planner has', () => {
    const kit = ownKit();
    const nextOf = (answers: Evidence['answers']) =>
      alarmOf(kit.alarms, answers, [])?.action ?? kit.plan({ ...NOTHING, answers }).next.id;
    const valuesOf = (id: string) => [...(kit.question(id)?.values ?? []), null].entries();
    for (const lang of ['zh', 'en']) {
      const page = readFileSync(join(folder, 'index.html'), 'utf8');
      const first = nextOf({});
      let seen = 0;
      for (const [i, value] of valuesOf(first)) {
        const second = nextOf({ [first]: value });
        expect(screenIn(page, `next-${lang}-${i}`), `${value}`).toBe(second);
        for (const [j, other] of kit.question(second) ? valuesOf(second) : []) {
          const third = nextOf({ [first]: value, [second]: other });
          expect(screenIn(page, `next-${lang}-${i}-${j}`), `${value} ${other}`).toBe(third);
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
