import { build } from 'vite';
import { launch } from '../apps/guide/test/browser/guide.ts';
import type { Times } from './guide/planner-times.ts';
import { plannerTimes } from './guide/planner-times.ts';

/**
 * How long the planner takes over the full knowledge, in Node and in headless Chromium: what stands between a tap and the next
 * question. Needs Chromium.
 * Usage: npm run bench:guide-planner [COURSES]
 */
const COURSES = Number(process.argv[2] ?? 60);

/** The same code as one script for a page. */
async function script(): Promise<string> {
  const input = new URL('guide/planner-page.ts', import.meta.url).pathname;
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input, output: { format: 'iife' } } },
  });
  const [first] = [made].flat();
  if (first === undefined || !('output' in first)) throw new Error('the bundler made nothing');
  return first.output[0].code;
}

const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
const print = (where: string, { plans, p50, p99, most }: Times) =>
  console.log(`${where.padEnd(12)}${String(plans).padStart(6)} plans${ms(p50)}${ms(p99)}${ms(most)}`);

console.log(`${''.padEnd(24)}${'median'.padStart(10)}${'99 %'.padStart(10)}${'longest'.padStart(10)}`);
print(
  'Node',
  plannerTimes(COURSES, () => performance.now()),
);
const browser = await launch();
const page = await browser.newPage();
await page.evaluate(await script());
print(
  'Chromium',
  await page.evaluate((courses) => (globalThis as unknown as { run(n: number): Times }).run(courses), COURSES),
);
await browser.close();
