import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builtGuide } from '@duka/guide/build';
import { beforeAll, describe, expect, it } from 'vitest';

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

  it('shows its first question from a page of at most 8 kB', () => {
    expect(weigh(['index.html'])).toBeLessThan(8000);
  });

  it('is found again while its sources stay as they are', async () => {
    const again = await builtGuide();
    expect(again).toMatchObject({ folder, ready: true });
  });
});
