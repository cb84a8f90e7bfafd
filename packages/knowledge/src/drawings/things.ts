import { at, circle, fine, hot, line, path, rect, solid, tint } from './pen.ts';

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

/** A hand that points up; the tip of its finger is at the origin. */
export const finger = (): string =>
  tint(
    path(
      'M-8 9a8 8 0 0 1 16 0v27l20 5a10 10 0 0 1 8 11l-3 22a11 11 0 0 1-11 10h-22a14 14 0 0 1-11-6l-18-26a7 7 0 0 1 10-9l11 8z',
    ),
  );

/** Arcs of a contactless reader, opening upwards from (x, y). */
export const waves = (x: number, y: number): string =>
  [9, 18, 27].map((r) => path(`M${x - r} ${y - r * 0.6}a${r * 1.17} ${r * 1.17} 0 0 1 ${r * 2} 0`)).join('');

/** A phone, 60 × 104, origin at its top left. */
export const phone = (screen = ''): string => tint(rect(0, 0, 60, 104, 10)) + fine(line(24, 94, 36, 94)) + screen;

/** Head and shoulders; the middle of the head is at the origin. */
export const person = (): string => tint(circle(0, 0, 15) + path('M-28 54v-8a28 22 0 0 1 56 0v8z'));

export const eye = (x: number, y: number): string =>
  path(`M${x - 26} ${y}q26-30 52 0q-26 30-52 0z`) + solid(circle(x, y, 6));

/** A lens, its middle at (x, y), its handle to the lower right. */
export const lens = (x: number, y: number, r = 34): string =>
  circle(x, y, r) + line(x + r * 0.72, y + r * 0.72, x + r * 1.5, y + r * 1.5);

/** A clock; `hour` and `minute` are angles in degrees from the top. */
export const clock = (x: number, y: number, r: number, hour: number, minute: number): string => {
  const hand = (angle: number, length: number): string =>
    line(x, y, x + length * Math.sin((angle * Math.PI) / 180), y - length * Math.cos((angle * Math.PI) / 180));
  return circle(x, y, r) + hand(hour, r * 0.45) + hand(minute, r * 0.7);
};

/** A lamp of 22: off, on, or blinking with rays. */
export const lamp = (x: number, y: number, state: 'off' | 'on' | 'blink'): string => {
  const rays = [0, 60, 120, 180, 240, 300]
    .map((angle) => (angle * Math.PI) / 180)
    .map((a) => line(x + 17 * Math.cos(a), y + 17 * Math.sin(a), x + 23 * Math.cos(a), y + 23 * Math.sin(a)))
    .join('');
  if (state === 'off') return circle(x, y, 10);
  return hot(circle(x, y, 10)) + (state === 'blink' ? hot(fine(rays)) : '');
};

/** A house of a bank, 80 × 70, origin at its top left. */
export const bank = (): string =>
  tint(path('M4 26L40 4l36 22z')) + path('M16 34v22M32 34v22M48 34v22M64 34v22') + path('M4 66h72');

/** A router with two aerials, 90 wide; its lamps stand in a row. */
export const router = (lamps: readonly ('off' | 'on' | 'blink')[] = ['on', 'on', 'on']): string =>
  path('M20 40V6M70 40V6') +
  tint(rect(0, 40, 90, 34, 8)) +
  lamps.map((state, i) => at(22 + i * 23, 57, lamp(0, 0, state), 0, 0.6)).join('');

/** A plug that points to the right; its pins end at the origin. */
export const plug = (): string =>
  path('M0-9h-16M0 9h-16') + tint(path('M-16-20h-18a20 20 0 0 0 0 40h18z')) + path('M-54 0h-30');

/** A key that stands up from the ground, with a mark on it. */
export const key = (x: number, y: number, mark: string): string => rect(x - 24, y - 18, 48, 36, 9) + at(x, y, mark);

/** A QR code, 64 × 64, origin at its top left. */
export const qr = (): string => {
  const eye = (x: number, y: number): string => fine(rect(x, y, 20, 20, 2)) + solid(rect(x + 8, y + 8, 4, 4, 0));
  const dots = [30, 2, 30, 14, 44, 30, 58, 30, 30, 34, 34, 48, 46, 44, 58, 46, 46, 60, 58, 58, 8, 30, 18, 34];
  const cells = dots.flatMap((x, i) => (i % 2 ? [] : [rect(x, dots[i + 1]!, 3, 3, 0)])).join('');
  return eye(0, 0) + eye(44, 0) + eye(0, 44) + solid(cells);
};

/** A folded cloth, its middle at the origin. */
export const cloth = (): string =>
  tint(path('M-30-22q15-8 30 0t30 0q6 14 0 26t0 22q-15 8-30 0t-30 0q-6-12 0-24t0-24z')) +
  fine(path('M-16-8q10 6 20 0M-14 8q10 6 18 0'));
