import { arrow, at, cross, line, pale, path, tick, tint } from './pen.ts';
import { cardBack, terminal } from './things.ts';

/** A terminal that lies with its chip slot to the right, at (166, 100); cards come in from there. */
export const slot = (): string => at(16, 146, terminal(), -90);

/** What still shows of a card in that slot, `out` wide. */
export const cardIn = (out = 34, x = 166): string =>
  tint(path(`M${x} 70h${out - 8}a8 8 0 0 1 8 8v44a8 8 0 0 1-8 8h${8 - out}`));

/** The foot of that terminal alone, its edge at x = 44. */
export const foot = (): string =>
  tint(path('M2 54h28a14 14 0 0 1 14 14v64a14 14 0 0 1-14 14h-28')) + line(30, 78, 30, 122);

/** Right and wrong side by side, each drawn in a box of 150 × 150. */
export const rightAndWrong = (right: string, wrong: string): string =>
  at(4, -24, right) + at(168, -24, wrong) + pale(line(160, 20, 160, 180)) + tick(80, 170) + cross(240, 168);

/** A card that goes down along a swipe slot, seen from above, 110 × 100. */
export const swipeRail = (): string => line(8, 0, 8, 96) + at(16, 88, cardBack(), -90, 0.85) + arrow(96, 8, 96, 92);
