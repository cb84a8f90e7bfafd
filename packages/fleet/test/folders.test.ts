import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** What each folder may import from, beside itself: the way of a log through the engine, then what stands by itself. */
const BELOW: { readonly [folder: string]: readonly string[] } = {
  numbers: [],
  log: [],
  scene: ['log'],
  expected: ['log', 'scene'],
  suspicion: ['log', 'scene', 'expected'],
  court: ['numbers', 'log', 'scene', 'expected', 'suspicion'],
  finding: ['numbers', 'log', 'scene', 'expected', 'suspicion', 'court', 'wear'],
  change: [],
  crossed: [],
  localise: [],
  verification: ['numbers', 'log', 'change'],
  wear: ['numbers'],
};

/** Imports of a file that lead to a folder which is not below its own, as `from → to`. */
function upward(file: string, source: string): string[] {
  const [folder] = file.split('/');
  return [...source.matchAll(/from '(\.[^']+)'/g)]
    .map(([, path]) => relative('.', join(dirname(file), path!)))
    .filter((path) => path.split('/')[0] !== folder && !BELOW[folder!]!.includes(path.split('/')[0]!))
    .map((path) => `${file} → ${path}`);
}

test('arrows between the folders go down only', () => {
  const files = globSync('*/**/*.ts', { cwd: SRC });
  expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(new Set(Object.keys(BELOW)));
  expect(files.flatMap((file) => upward(file, readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
});

test('an arrow that goes up is named, of a type too', () => {
  expect(upward('scene/bounds.ts', "import type { Court } from '../court/court.ts';\n")).toEqual([
    'scene/bounds.ts → court/court.ts',
  ]);
  expect(upward('scene/bounds.ts', "import { UNKNOWN } from '../log/dictionary.ts';\n")).toEqual([]);
});

test('beside the folders lies only the list of what others may use', () => {
  expect(globSync('*.ts', { cwd: SRC })).toEqual(['index.ts']);
});
