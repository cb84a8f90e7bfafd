import type { PackedWords } from '../kit/packed.ts';

/** The page's own script and the guide's code are bundles of their own: they share this. */
type Page = { dukaEnglish?: Promise<PackedWords> | undefined };

/**
 * The words for those who read English: fetched once, by whoever asks first. What failed is fetched again.
 * @param root where the guide is shown; the page notes the file's name there
 */
export function englishOf(root: HTMLElement): Promise<PackedWords> {
  const page: Page = globalThis as Page;
  page.dukaEnglish ??= fetch(root.dataset.english ?? '').then((answer) => answer.json());
  page.dukaEnglish.catch(() => {
    page.dukaEnglish = undefined;
  });
  return page.dukaEnglish;
}
