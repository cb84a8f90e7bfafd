import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InlineConfig } from 'vite';
import { build } from 'vite';
import { compress } from './compress.ts';
import { checkOf, namesIn } from './files.ts';
import type { Own } from './own.ts';
import { aheadOf, pageOf } from './page.ts';
import { GUIDE } from './places.ts';

/** Names in the sources that the build puts text for. */
type Define = Readonly<Record<string, string>>;

/** Browsers of terminals are old: Android 7 with a WebView of 2020 is met in the field. */
const TARGET = ['chrome87', 'safari14'];

const SETTINGS: InlineConfig = {
  root: GUIDE,
  configFile: false,
  logLevel: 'warn',
  base: './',
  mode: 'production', // whatever NODE_ENV says of the process that asks
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
};

/** Builds the app, the page with its first question, and the service worker that knows each file; then compresses all. */
export async function bundle(into: string, own: Own): Promise<void> {
  const define = { KNOWLEDGE: JSON.stringify(own.knowledge), LEARNED: JSON.stringify(own.learned) };
  await build({
    ...SETTINGS,
    define,
    build: { outDir: into, target: TARGET, emptyOutDir: true, modulePreload: false },
  });
  await writePage(into, define);
  const files = ['./', ...(await namesIn(into))];
  await script('src/offline/service-worker.ts', into, 'service-worker.js', {
    FILES: JSON.stringify(files),
    VERSION: JSON.stringify(await checkOf(into)),
  });
  for (const file of await namesIn(into)) await compress(join(into, file));
}

/**
 * The page holds all that the first question and its answer need: a bad network fetches one file before that. What the second answer
 * leads to is a small file by language.
 */
async function writePage(into: string, define: Define): Promise<void> {
  const page = join(into, 'index.html');
  const [style] = (await namesIn(into)).filter((name) => name.endsWith('.css'));
  if (style === undefined) throw new Error('the build made no style sheet');
  const parts = join(into, 'parts');
  await script('src/opening/threshold.ts', parts, 'threshold.js');
  await module('src/opening/prerender.tsx', parts, 'prerender.mjs', define);
  const { prerender, prerenderAhead } = await import(pathToFileURL(join(parts, 'prerender.mjs')).href);
  const made = pageOf({
    html: await readFile(page, 'utf8'),
    style: await readFile(join(into, style), 'utf8'),
    threshold: await readFile(join(parts, 'threshold.js'), 'utf8'),
    first: { zh: prerender('zh'), en: prerender('en') },
    next: { zh: prerenderAhead('zh', 1), en: prerenderAhead('en', 1) },
  });
  await writeFile(page, made);
  for (const lang of ['zh', 'en'] as const)
    await writeFile(join(into, `next-${lang}.html`), aheadOf(lang, prerenderAhead(lang, 2)));
  await rm(join(into, style));
  await rm(parts, { recursive: true });
}

/** A script by itself, for what cannot be a module of the app. */
async function script(source: string, into: string, name: string, define: Define = {}) {
  const rolldownOptions = { input: join(GUIDE, source), output: { format: 'iife', entryFileNames: name } } as const;
  await build({
    ...SETTINGS,
    publicDir: false,
    define: { ...define },
    build: { outDir: into, target: TARGET, emptyOutDir: false, rolldownOptions },
  });
}

/** A module for Node, whole. */
async function module(source: string, into: string, name: string, define: Define): Promise<void> {
  await build({
    ...SETTINGS,
    publicDir: false,
    define: { ...define },
    ssr: { noExternal: true },
    build: {
      ssr: join(GUIDE, source),
      outDir: into,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
}
