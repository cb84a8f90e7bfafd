import { launch, serve } from '../apps/guide/test/browser/guide.ts';

/**
 * How soon the first question is there and how long each of three taps takes to bring the next screen, tapped as soon as it can be:
 * the page itself answers the first two, later ones wait for the guide's own code; and how soon that is there. On a cheap phone (Chromium slowed down four times) and bad networks
 * (WebPageTest's profiles): first visit, with nothing on the device, and the next one. Needs Chromium.
 * Usage: npm run bench:guide-load
 */
const SLOWER = 4;
const VISITS = 5;
const SCREEN = { width: 360, height: 640 };
/** Throughput in bytes a second, round trip in ms; -1 is no limit. */
const NETWORKS = {
  'slow 3G: 400 kbit/s, 400 ms': { downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 400 },
  '3G: 1.6 Mbit/s, 300 ms': { downloadThroughput: 200_000, uploadThroughput: 96_000, latency: 300 },
  'no limit': { downloadThroughput: -1, uploadThroughput: -1, latency: 0 },
} as const;

type Browser = Awaited<ReturnType<typeof launch>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;
type Visit = { readonly shown: number; readonly ready: number; readonly taps: readonly number[] };

/** Notes, in ms since the page was asked for, when the first answers were there, and how long each tap took to be answered. */
function watch(): void {
  const times: { shown: number; answered: number[] } = { shown: 0, answered: [] };
  Object.assign(window, { times });
  let tapped = 0;
  let heading = '';
  new MutationObserver(() => {
    const now = document.querySelector('h1')?.textContent ?? '';
    if (now === heading || document.querySelector('.answers .answer') === null) return;
    heading = now;
    // What was changed is on the screen with the next frame.
    requestAnimationFrame(() => setTimeout(() => note(performance.now())));
  }).observe(document, { childList: true, subtree: true, characterData: true });
  const note = (at: number) => {
    if (times.shown === 0) times.shown = at;
    else if (tapped > 0) times.answered.push(at - tapped);
    tapped = 0;
  };
  addEventListener('click', () => (tapped = performance.now()), { capture: true });
}

const answered = (page: Page, taps: number) =>
  page.waitForFunction(
    (n) => (window as unknown as { times: { answered: number[] } }).times.answered.length >= n,
    taps,
    { timeout: 30_000 },
  );

/** Opens the page and taps the first answer of three questions, the first as soon as it is there. */
async function visit(page: Page, address: string, network: keyof typeof NETWORKS): Promise<Visit> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...NETWORKS[network] });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'commit' });
  for (let taps = 1; taps <= 3; taps++) {
    await page.locator('.answers .answer').first().click();
    await answered(page, taps);
  }
  const times = await page.evaluate(
    () => (window as unknown as { times: { shown: number; answered: number[] } }).times,
  );
  const ready = await page.evaluate(() => performance.getEntriesByName('ready')[0]?.startTime ?? Number.NaN);
  return { shown: times.shown, ready, taps: times.answered };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function visits(
  browser: Browser,
  address: string,
  network: keyof typeof NETWORKS,
  kept: boolean,
): Promise<Visit> {
  const all: Visit[] = [];
  for (let i = 0; i < VISITS; i++) {
    const context = await browser.newContext({ viewport: SCREEN, locale: 'zh-CN' });
    if (kept) {
      const page = await context.newPage();
      await page.goto(address);
      await page.evaluate(async () => {
        const { active } = await navigator.serviceWorker.ready;
        while (active?.state !== 'activated') await new Promise((resolve) => setTimeout(resolve, 20));
      });
      await page.close();
    }
    const page = await context.newPage();
    all.push(await visit(page, address, network));
    await context.close();
  }
  return {
    shown: median(all.map(({ shown }) => shown)),
    ready: median(all.map(({ ready }) => ready)),
    taps: [0, 1, 2].map((tap) => median(all.map(({ taps }) => taps[tap] ?? Number.NaN))),
  };
}

const browser = await launch();
const served = await serve();
const ms = (value: number) => `${Math.round(value)} ms`.padStart(10);
console.log(
  `${'network'.padEnd(30)}${'visit'.padEnd(8)}${'question'.padStart(10)}${'1st tap'.padStart(10)}${'2nd tap'.padStart(10)}${'3rd tap'.padStart(10)}${'code'.padStart(10)}`,
);
for (const network of Object.keys(NETWORKS) as (keyof typeof NETWORKS)[]) {
  for (const kept of [false, true]) {
    const { shown, ready, taps } = await visits(browser, served.address, network, kept);
    console.log(
      network.padEnd(30) + (kept ? 'next' : 'first').padEnd(8) + ms(shown) + taps.map(ms).join('') + ms(ready),
    );
  }
}
await browser.close();
await served.stop();
