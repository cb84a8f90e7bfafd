import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import type { Served } from './guide.ts';
import { launch, open, picture, serve } from './guide.ts';

let browser: Browser;
let served: Served;
beforeAll(async () => {
  [browser, served] = await Promise.all([launch(), serve()]);
});
afterAll(async () => {
  await browser.close();
  expect(await served.stop()).toBe(0);
});

const WORDS = {
  'zh-CN': {
    back: '上一步',
    causes: '可能的原因',
    copied: '已复制',
    copy: '复制文字，粘贴到微信',
    fixed: '好了，能读卡了',
    get_help: '不查了，找人处理',
    help: '这台需要找人处理',
    more: '更多',
    no: '还是不行',
    report: '柜台交来的情况',
    yes: '能读了',
  },
  'en-GB': {
    back: 'Back',
    causes: 'Likely causes',
    copied: 'Copied',
    copy: 'Copy the text for WeChat',
    fixed: 'Fixed: it reads again',
    get_help: 'Stop here and get help',
    help: 'This one needs help',
    more: 'More',
    no: 'Still not',
    report: 'Report from the counter',
    yes: 'Yes, it reads',
  },
} as const;

/** More questions than anybody answers. */
const LONGEST = 30;

const heading = (page: Page) => page.locator('h1').textContent();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** How far something sticks out of the screen to the side, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Clicks, and waits for the next screen. */
async function go(page: Page, where: Locator): Promise<void> {
  const before = await heading(page);
  await where.click();
  await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, before);
}

describe.each([
  ['phone', 'zh-CN'],
  ['phone', 'en-GB'],
  ['terminal', 'zh-CN'],
  ['terminal', 'en-GB'],
] as const)('the whole course on a %s in %s', (size, locale) => {
  it('asks, lets do, hands over or is fixed, with nothing that axe or the console complains of', async () => {
    const words = WORDS[locale];
    const { context, page, errors } = await open(browser, size, locale);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const look = async (name: string) => {
      await picture(page, `${size}-${locale}-${name}`);
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    };
    await page.goto(`${served.address}?terminal=33087586&model=A920`);

    const steps = button(page, words.no);
    let questions = 0;
    for (; questions < LONGEST && (await steps.count()) === 0; questions++) {
      if (questions < 3) await look(`1-question-${questions}`);
      await go(page, page.locator('.answers .answer').first());
    }
    expect(questions).toBeLessThan(LONGEST);
    await look('2-step');

    await button(page, words.causes).click();
    await page.locator('dialog[open] .causes .reasons').waitFor();
    await look('3-causes');
    await page.keyboard.press('Escape');

    await button(page, words.more).click();
    await page.locator('dialog[open] .menu').waitFor();
    await look('4-menu');
    await go(page, button(page, words.get_help));
    expect(await heading(page)).toBe(words.help);
    await look('5-handover');
    await button(page, words.copy).click();
    await button(page, words.copied).waitFor();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    expect(report).toContain('33087586');

    const technician = await context.newPage();
    await technician.goto(report.split('\n').at(-1)!);
    expect(await heading(technician)).toBe(words.report);
    await picture(technician, `${size}-${locale}-6-report`);
    expect(await violations(technician)).toEqual([]);
    expect(await technician.locator('.told li').count()).toBe(questions);
    await technician.close();

    await go(page, button(page, words.back));
    await go(page, button(page, words.yes));
    expect(await heading(page)).toBe(words.fixed);
    await look('7-fixed');
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('with a keyboard alone', () => {
  it('reads the new question, and answers it', async () => {
    const { context, page } = await open(browser, 'terminal', 'zh-CN');
    await page.goto(served.address);
    await page.locator('.answer').first().focus();
    const first = await heading(page);
    await page.keyboard.press('Enter');
    await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, first);
    const focused = () => page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.textContent]);
    const second = await heading(page);
    expect(await focused()).toEqual(['H1', second]);
    const answer = await page.locator('.answers .answer').first().textContent();
    await page.keyboard.press('Tab');
    expect(await focused()).toEqual(['BUTTON', answer]);
    await page.keyboard.press('Enter');
    await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, second);
    await page.goBack(); // the system's back key
    expect(await heading(page)).toBe(second);
    await context.close();
  });
});
