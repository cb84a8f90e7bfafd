import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import type { Served } from './guide.ts';
import { launch, open, picture, serve } from './guide.ts';

/** A shop whose terminal 31010014 has a dirty magnetic head. */
const LOG = 'samples/shop.csv';
const folder = mkdtempSync(join(tmpdir(), 'duka-guide-'));
const REPORTS = join(folder, 'reports.ndjson');

let browser: Browser;
let served: Served;
beforeAll(async () => {
  [browser, served] = await Promise.all([launch(), serve('--attempts', LOG, '--reports', REPORTS)]);
});
afterAll(async () => {
  await browser.close();
  expect(await served.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const heading = (page: Page) => page.locator('h1').textContent();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const kept = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
const reports = (): readonly { schema: string; terminal_id: string; outcome?: string }[] =>
  existsSync(REPORTS)
    ? readFileSync(REPORTS, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come to that within 5 s');
}

describe('before the code is there', () => {
  it.each(['zh-CN', 'en-GB'] as const)('answers a tap, and the code goes on from there: %s', async (locale) => {
    const { context, page, errors } = await open(browser, 'phone', locale);
    let send: () => void = () => {};
    const code = new Promise<void>((resolve) => (send = resolve));
    await page.route('**/assets/core-*.js', async (route) => {
      await code;
      await route.continue();
    });
    await page.goto(served.address, { waitUntil: 'commit' });
    await page.locator('.answers .answer').first().waitFor();
    const first = await heading(page);
    await page.locator('.answers .answer').first().click();
    await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, first);
    expect(await violations(page)).toEqual([]);
    const second = await heading(page);
    await picture(page, `before-code.${locale}`);
    await page.locator('.answers .answer').first().click();
    await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, second);
    const third = await heading(page);
    await page.locator('.answers .answer').nth(1).click();
    expect(await heading(page)).toBe(third);
    expect(await page.locator('.answer[data-chosen]').count()).toBe(1);
    send();
    await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, third);
    for (const said of [third, second, first]) {
      await button(page, locale === 'zh-CN' ? '上一步' : 'Back').click();
      await page.waitForFunction((wanted) => document.querySelector('h1')?.textContent === wanted, said);
    }
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('without a network', () => {
  it('opens, goes on where it was left, and sends its report when the network is back', async () => {
    const { context, page } = await open(browser, 'phone', 'zh-CN');
    await page.goto(`${served.address}?terminal=T-offline`);
    await page.locator('.answer').first().waitFor();
    await until(async () => (await kept(page)) === 'activated');

    await context.setOffline(true);
    await page.reload();
    const first = await heading(page);
    await button(page, 'English').click();
    await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, first);
    expect(await heading(page)).toBe('What does the screen say?');
    await button(page, '中文').click();
    await page.waitForFunction((wanted) => document.querySelector('h1')?.textContent === wanted, first);
    await page.locator('.answers .answer').first().click();
    await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, first);
    const second = await heading(page);
    await page.goto(`${served.address}?terminal=T-offline`);
    expect(await heading(page)).toBe(second);
    expect(await page.getByRole('status').textContent()).toBe('接着上次没做完的。');

    await button(page, '更多').click();
    await button(page, '不查了，找人处理').click();
    await page.locator('.qr').waitFor();
    await button(page, '更多').click();
    await button(page, '教我怎么做').click();
    await page.locator('.answer').first().waitFor();
    expect(reports()).toEqual([]);

    await context.setOffline(false);
    await until(() => reports().length > 0);
    expect(reports()[0]).toMatchObject({ schema: 'duka.guide/1', terminal_id: 'T-offline', outcome: 'handed_over' });
    await context.close();
  });

  it('discards what was damaged on the device, with a word', async () => {
    const { context, page, errors } = await open(browser, 'phone', 'en-GB');
    await page.addInitScript(() => localStorage.setItem('duka.course', '{"version":1,"course":{"now":7}}'));
    await page.goto(served.address);
    expect(await page.getByRole('status').textContent()).toBe(
      'What was left unfinished was damaged and has been removed.',
    );
    expect(errors).toEqual([]);
    await context.close();
  });

  it('forgets damaged learning, with a word', async () => {
    const { context, page } = await open(browser, 'phone', 'zh-CN');
    await page.addInitScript(() => localStorage.setItem('duka.learned', '{"schema":"duka.learned/0","counts":{}}'));
    await page.goto(served.address);
    expect(await page.getByRole('status').textContent()).toBe('以前学到的已损坏，已清除。');
    await context.close();
  });

  it('lets a tap wait for the code where what was learned here may lead elsewhere', async () => {
    const { context, page } = await open(browser, 'phone', 'en-GB');
    await page.addInitScript(() => localStorage.setItem('duka.learned', '{"schema":"duka.learned/1","counts":{}}'));
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await context.route('**/assets/*.js', (route) => held.then(() => route.continue()));
    await page.goto(served.address, { waitUntil: 'commit' });
    const first = await page.locator('h1').textContent();
    await page.locator('.answers .answer').first().click();
    expect(await page.locator('.answer[data-chosen]').count()).toBe(1);
    release();
    await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, first);
    await button(page, 'Back').click();
    expect(await page.locator('h1').textContent()).toBe(first);
    await context.close();
  });

  it('says that a link is incomplete', async () => {
    const { context, page } = await open(browser, 'phone', 'zh-CN');
    await page.goto(`${served.address}#r=1.t68n40.33087586.A920.a~c`);
    expect(await page.getByRole('status').textContent()).toBe('这个链接不完整，打不开。请对方重新发。');
    await context.close();
  });
});

describe('with a log', () => {
  it('starts from what the log shows of the terminal', async () => {
    const { context, page } = await open(browser, 'phone', 'zh-CN');
    await page.goto(`${served.address}?terminal=31010014`);
    await page.getByText('后台已发现这台终端有异常，已算在内。').waitFor();
    await button(page, '可能的原因').click();
    expect(await page.locator('.causes li strong').first().textContent()).toBe('磁头脏污');
    await picture(page, 'finding');
    await context.close();
  });
});

describe('lessons', () => {
  it('teach, check, and remember how it went', async () => {
    const { context, page, errors } = await open(browser, 'phone', 'zh-CN');
    await page.goto(served.address);
    await button(page, '更多').click();
    await button(page, '教我怎么做').click();
    await page.locator('.answers.top .answer').first().waitFor();
    await picture(page, 'lessons');
    expect(await violations(page)).toEqual([]);
    await page.locator('.answers.top .answer').first().click();
    for (let i = 0; (await page.locator('.why').count()) === 0; i++) {
      await picture(page, `lesson-page-${i}`);
      expect(await violations(page)).toEqual([]);
      await page.locator('main .answer').first().click();
    }
    for (let i = 0; (await page.locator('.why').count()) > 0; i++) {
      await page.locator('main .answer').first().click();
      await picture(page, `lesson-check-${i}`);
      if (i === 0) expect(await violations(page)).toEqual([]);
      await button(page, '继续').click();
    }
    await picture(page, 'lesson-done');
    await button(page, '完成').click();
    expect(await page.locator('.result').count()).toBe(1);
    expect(errors).toEqual([]);
    await context.close();
  });
});
