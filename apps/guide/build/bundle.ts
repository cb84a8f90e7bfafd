import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { InlineConfig } from 'vite';
import { build } from 'vite';
import { GUIDE } from './places.ts';

/** Browsers of terminals are old: Android 7 with a WebView of 2020 is met in the field. */
const TARGET = ['chrome87', 'safari14'];

const SETTINGS: InlineConfig = {
  root: GUIDE,
  configFile: false,
  logLevel: 'warn',
  base: './',
};

/** Builds the app, then the service worker that knows each file of it, then compresses all. */
export async function bundle(into: string): Promise<void> {
  await build({
    ...SETTINGS,
    build: { outDir: into, target: TARGET, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  const files = await namesIn(into);
  await build({
    ...SETTINGS,
    publicDir: false,
    define: { FILES: JSON.stringify(['./', ...files]), VERSION: JSON.stringify(await versionOf(into, files)) },
    build: {
      outDir: into,
      target: TARGET,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(GUIDE, 'src/offline/service-worker.ts'),
        output: { format: 'iife', entryFileNames: 'service-worker.js' },
      },
    },
  });
  for (const file of await namesIn(into)) await compress(join(into, file));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

async function versionOf(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(await readFile(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}

/** What is not worth a tenth is sent as it is. */
async function compress(file: string): Promise<void> {
  const plain = await readFile(file);
  const packed = { br: await promisify(brotliCompress)(plain), gz: await promisify(gzip)(plain, { level: 9 }) };
  for (const [ending, bytes] of Object.entries(packed))
    if (bytes.length < plain.length * 0.9) await writeFile(`${file}.${ending}`, bytes);
}
