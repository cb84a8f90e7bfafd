import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
/** Kept for whoever wants to see what a test saw; ignored by git. */
const PICTURES = fileURLToPath(new URL('../../../../.duka/screenshots/', import.meta.url));

/** Without these, Chromium calls home from a machine where it must not. */
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS.split(' ') });

export type Served = { readonly address: string; stop(): Promise<number | null> };

/** `duka guide` as a process of its own, on a free port. */
export async function serve(...words: readonly string[]): Promise<Served> {
  const args = ['apps/cli/src/main.ts', 'guide', '--port', '0', '--format', 'json', ...words];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let said = '';
  let complained = '';
  child.stderr.on('data', (chunk) => (complained += chunk));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('\n')) resolve(JSON.parse(said).http);
    });
    void ended.then(() => reject(new Error(complained)));
  });
  return {
    address,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

export const SIZES = {
  phone: { width: 320, height: 568 },
  terminal: { width: 720, height: 1280 },
} as const;

export async function open(
  browser: Browser,
  size: keyof typeof SIZES,
  locale: 'zh-CN' | 'en-GB',
): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: SIZES[size], locale, timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    // A server that does not take reports is no error of the page.
    if (message.type() === 'error' && !message.location().url.includes('/v1/')) errors.push(message.text());
  });
  return { context, page, errors };
}

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}.png` });
}
