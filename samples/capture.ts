// Writes what the commands print now into the READMEs, and takes the screenshots: `node samples/capture.ts`.
// Needs Chromium and CJK fonts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, serve } from '../apps/guide/test/browser/guide.ts';
import { asPrinted, READMES, readmePath } from './readmes.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const IMAGES = join(ROOT, 'docs/images');
const PICTURES = [
  { file: 'report.png', lang: 'zh', size: '1000,1320' },
  { file: 'report.en.png', lang: 'en', size: '1000,1320' },
] as const;

const GUIDE = [
  { file: 'guide.png', locale: 'zh-CN' },
  { file: 'guide.en.png', locale: 'en-GB' },
] as const;
const PHONE = { width: 360, height: 640 };

/** A question, a step and the end of a course, side by side. */
async function photographGuide({ file, locale }: (typeof GUIDE)[number], address: string): Promise<void> {
  const browser = await launch();
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, locale });
  const page = await context.newPage();
  const screens: string[] = [];
  const keep = async () => {
    // A new screen begins at its top.
    await page.waitForFunction(() => scrollY === 0);
    await page.waitForTimeout(100);
    screens.push((await page.screenshot()).toString('base64'));
  };
  await page.goto(`${address}?terminal=33087586`);
  const tap = async (answer: number) => {
    const before = await page.locator('h1').textContent();
    await page.locator('.answers .answer').nth(answer).click();
    await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, before);
  };
  await tap(0);
  await page.waitForTimeout(300); // how many questions lie ahead is reckoned after the question is shown
  await keep();
  while ((await page.locator('#reads-now').count()) === 0) await tap(0);
  await keep();
  await tap(0);
  await keep();
  await page.setViewportSize({ width: 3 * PHONE.width + 80, height: PHONE.height + 40 });
  const pictures = screens.map((screen) => `<img src="data:image/png;base64,${screen}">`);
  await page.setContent(
    `<style>body{margin:0;display:flex;gap:20px;padding:20px;background:#dfe6ea}img{width:${PHONE.width}px;border-radius:12px}</style>${pictures.join('')}`,
  );
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(IMAGES, file) });
  await browser.close();
}

function photograph({ file, lang, size }: (typeof PICTURES)[number], folder: string): void {
  const page = join(folder, `${lang}.html`);
  spawnSync('./duka', ['diagnose', 'samples/fleet.ndjson.gz', '--lang', lang, '--out', page], { cwd: ROOT });
  const picture = join(IMAGES, file);
  spawnSync('chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--force-color-profile=srgb',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--window-size=${size}`,
    `--screenshot=${picture}`,
    `file://${page}`,
  ]);
  if (!existsSync(picture)) throw new Error('chromium took no picture');
}

for (const name of READMES) writeFileSync(readmePath(name), asPrinted(name));
mkdirSync(IMAGES, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'duka-capture-'));
try {
  for (const picture of PICTURES) photograph(picture, folder);
  const served = await serve();
  for (const picture of GUIDE) await photographGuide(picture, served.address);
  await served.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
