import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core has against the page as it is now: rule and element. */
export async function violations(page: Page): Promise<readonly string[]> {
  const loaded = await page.evaluate(() => 'axe' in window);
  if (!loaded) await page.evaluate(axe.source); // past the page's own content policy
  return page.evaluate(async () => {
    const { axe: here } = window as unknown as { axe: { run(): Promise<AxeResult> } };
    const { violations: found } = await here.run();
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

type AxeResult = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
};
