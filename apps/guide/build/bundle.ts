import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InlineConfig, Plugin } from 'vite';
import { build } from 'vite';
import { compress } from './compress.ts';
import { checkOf, checkOfText, namesIn } from './files.ts';
import type { Own } from './own.ts';
import type { Ahead } from './page.ts';
import { pageOf } from './page.ts';
import { GUIDE } from './places.ts';

/** Names in the sources that the build puts text for. */
type Define = Readonly<Record<string, string>>;

/**
 * Browsers of terminals are old: Android 7 with a WebView of 2020 is met in the field. Safari 15 runs on every telephone that 14 ran on, and
 * knows private methods, without which the planner is larger and slower.
 */
const TARGET = ['chrome87', 'safari15'];

/** Vite's own fetches style sheets before a script: there are none. */
const PLAIN_IMPORTS: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
};

const SETTINGS: InlineConfig = {
  root: GUIDE,
  configFile: false,
  logLevel: 'warn',
  base: './',
  mode: 'production', // whatever NODE_ENV says of the process that asks
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
};

/** Builds the app, the page with its knowledge and its first questions, and the service worker that knows each file; then compresses all. */
export async function bundle(into: string, own: Own): Promise<void> {
  const parts = join(into, 'parts');
  const define = { KNOWLEDGE: JSON.stringify(own.knowledge), LEARNED: JSON.stringify(own.learned) };
  await module('src/opening/prerender.tsx', parts, 'prerender.mjs', define);
  const made: Made = await import(pathToFileURL(join(parts, 'prerender.mjs')).href);
  await rm(parts, { recursive: true });
  await build({
    ...SETTINGS,
    plugins: [PLAIN_IMPORTS],
    define: { LATER_WORDS: JSON.stringify(made.later) },
    build: {
      outDir: into,
      target: TARGET,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'core', test: /src.main\.tsx$/ }] } } },
    },
  });
  await writePage(into, made);
  const files = ['./', ...(await namesIn(into))];
  await script('src/offline/service-worker.ts', into, 'service-worker.js', {
    FILES: JSON.stringify(files),
    VERSION: JSON.stringify(await checkOf(into)),
  });
  for (const file of await namesIn(into)) await compress(join(into, file));
}

/** What the guide's own code, run here, says of what the page is to hold. */
type Made = {
  readonly packed: unknown;
  readonly later: unknown;
  readonly english: unknown;
  prerender(lang: 'zh' | 'en'): string;
  prerenderAhead(lang: 'zh' | 'en', taps: number): readonly Ahead[];
};

/** So many taps are answered by the page itself. */
const TAPS = 2;

/** The page holds the knowledge, and all that the first question and the next taps need: a bad network fetches one file before that. */
async function writePage(into: string, { packed, english, prerender, prerenderAhead }: Made): Promise<void> {
  const page = join(into, 'index.html');
  const [style] = (await namesIn(into)).filter((name) => name.endsWith('.css'));
  if (style === undefined) throw new Error('the build made no style sheet');
  const parts = join(into, 'parts');
  await script('src/opening/threshold.ts', parts, 'threshold.js');
  const words = JSON.stringify(english);
  const name = `assets/english-${checkOfText(words)}.json`;
  await writeFile(join(into, name), words);
  const made = pageOf({
    html: await readFile(page, 'utf8'),
    style: await readFile(join(into, style), 'utf8'),
    threshold: await readFile(join(parts, 'threshold.js'), 'utf8'),
    first: { zh: prerender('zh'), en: prerender('en') },
    next: { zh: prerenderAhead('zh', TAPS), en: prerenderAhead('en', TAPS) },
    knowledge: packed,
    english: `./${name}`,
  });
  await writeFile(page, made);
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
