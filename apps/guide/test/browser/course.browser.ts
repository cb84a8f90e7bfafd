import type { Browser, Page } from 'playwright-core';
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
  'zh-CN': { causes: '可能的原因', help: '这台需要找人处理', no: '还是不行', fixed: '好了，能读卡了', yes: '能读了' },
  'en-GB': {
    causes: 'Likely causes',
    help: 'This one needs help',
    no: 'Still not',
    fixed: 'Fixed: it reads again',
    yes: 'Yes, it reads',
  },
} as const;
const LONGEST = 40;

const heading = (page: Page) => page.locator('h1').textContent();
/** No text or button sticks out of the screen. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Answers "don't know" to every question and "still not" to every step, and looks at each screen. */
async function toTheEnd(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  for (let i = 0; i < LONGEST; i++) {
    const step = page.getByRole('region').locator('.answer').nth(1);
    if ((await page.locator('.qr').count()) > 0) return;
    const before = await heading(page);
    await look(`${i}`);
    if ((await page.locator('#reads-now').count()) > 0) await step.click();
    else await page.locator('.answer.quiet').click();
    await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, before);
  }
  throw new Error(`no end after ${LONGEST} screens`);
}

describe.each([
  ['phone', 'zh-CN'],
  ['phone', 'en-GB'],
  ['terminal', 'zh-CN'],
  ['terminal', 'en-GB'],
] as const)('the whole course on a %s in %s', (size, locale) => {
  it('asks, lets do, and hands over, with nothing that axe or the console complains of', async () => {
    const { context, page, errors } = await open(browser, size, locale);
    await page.goto(`${served.address}?terminal=33087586&model=A920`);
    const look = async (name: string) => {
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await picture(page, `course-${size}-${locale}-${name}`);
    };
    await toTheEnd(page, look);
    expect(await heading(page)).toBe(WORDS[locale].help);
    await look('end');
    await page.getByRole('button', { name: WORDS[locale].causes }).click();
    await look('causes');
    expect(errors).toEqual([]);
    await context.close();
  });
});
