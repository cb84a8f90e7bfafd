import type { Drawing, Lang } from '@duka/model';
import { AROUND_DRAWINGS } from './around.ts';
import { CARD_DRAWINGS } from './card.ts';
import { PRESENTING_DRAWINGS } from './presenting.ts';
import type { DrawingTable } from './row.ts';
import { TERMINAL_DRAWINGS } from './terminal.ts';

const ROWS = {
  ...PRESENTING_DRAWINGS,
  ...CARD_DRAWINGS,
  ...TERMINAL_DRAWINGS,
  ...AROUND_DRAWINGS,
} as const satisfies DrawingTable;

export type DrawingId = keyof typeof ROWS;

export const DRAWINGS: Readonly<Record<string, Drawing>> = Object.fromEntries(
  Object.entries<DrawingTable[string]>(ROWS).map(([id, row]) => [id, { id, ...row }]),
);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A drawing as an SVG document, with its title in one language; it takes the colour of the text around it. */
export function drawingSvg({ title, body }: Drawing, lang: Lang): string {
  const name = escaped(title[lang]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200" role="img" aria-label="${name}"><title>${name}</title><g fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${body}</g></svg>`;
}
