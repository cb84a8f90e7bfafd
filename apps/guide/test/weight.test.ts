import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { alarmOf } from '@duka/diagnosis';
import { builtGuide } from '@duka/guide/build';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Evidence } from '../src/kit/kit.ts';
import { ownKit } from '../src/kit/own.ts';

const NOTHING: Evidence = { model: null, finding: [], answers: {}, failed: [], skipped: [], handsOnly: false };

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

  it('holds for every answer to the first question the screen that the planner has for it', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const kit = ownKit();
    const { id } = kit.plan(NOTHING).next;
    const values = [...(kit.question(id)?.values ?? []), null];
    for (const [place, value] of values.entries()) {
      const known = { ...NOTHING, answers: { [id]: value } };
      const next = alarmOf(kit.alarms, known.answers, [])?.action ?? kit.plan(known).next.id;
      for (const lang of ['zh', 'en']) {
        const [, same] = new RegExp(`<template id="next-${lang}-${place}" data-same="([^"]+)"`).exec(page) ?? [];
        const from = page.indexOf(`<template id="${same ?? `next-${lang}-${place}`}"`);
        expect(page.slice(from, page.indexOf('</template>', from)), `${lang} ${value}`).toContain(
          `data-screen="${next}"`,
        );
      }
    }
  });

  it('is found again while its sources stay as they are', async () => {
    const again = await builtGuide();
    expect(again).toMatchObject({ folder, ready: true });
  });
});
