import { circle, fine, line, path, rect, solid, tint } from './pen.ts';

/** Things of the counter, each around its own origin; a drawing puts them in their places. */

const keys = (x: number, y: number): string =>
  solid([0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => circle(x + column * 20, y + row * 15, 1.5))).join(''));

/** A terminal from above, 92 × 150, origin at its top left; the chip slot is at the bottom, its screen 64 × 44 at (14, 14). */
export const terminal = (screen = '', keypad = keys(26, 82)): string =>
  tint(rect(0, 0, 92, 150, 14)) + fine(rect(14, 14, 64, 48, 4)) + keypad + line(24, 138, 68, 138) + screen;

export const chip = (x: number, y: number): string =>
  fine(rect(x, y, 20, 16, 3), path(`M${x + 7} ${y}v16M${x + 13} ${y}v16`));

/** The front of a card, 96 × 60, origin at its top left, chip at the left. */
export const card = (marks = chip(12, 22)): string => tint(rect(0, 0, 96, 60, 8)) + marks;
/** The back of a card, 96 × 60, with its stripe at the top. */
export const cardBack = (): string => tint(rect(0, 0, 96, 60, 8)) + solid(rect(2, 10, 92, 12, 0));

/** Arcs of a contactless reader, opening upwards from (x, y). */
export const waves = (x: number, y: number): string =>
  [9, 18, 27].map((r) => path(`M${x - r} ${y - r * 0.6}a${r * 1.17} ${r * 1.17} 0 0 1 ${r * 2} 0`)).join('');
