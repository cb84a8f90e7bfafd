/**
 * The style of all drawings: flat, thick lines in the colour of the text, one accent for what matters, no words.
 * A drawing is a string of SVG elements in a box of 320 × 200.
 */
const ACCENT = '#e8590c';

const two = (value: number): string => `${Math.round(value * 10) / 10}`;

export const path = (d: string): string => `<path d="${d}"/>`;
export const rect = (x: number, y: number, width: number, height: number, round = 4): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"/>`;
export const circle = (x: number, y: number, r: number): string => `<circle cx="${x}" cy="${y}" r="${r}"/>`;
export const line = (x1: number, y1: number, x2: number, y2: number): string =>
  path(`M${two(x1)} ${two(y1)}L${two(x2)} ${two(y2)}`);

/** Drawn in the accent. */
export const accent = (...parts: readonly string[]): string => `<g stroke="${ACCENT}">${parts.join('')}</g>`;
/** Filled with the accent. */
export const hot = (...parts: readonly string[]): string =>
  `<g stroke="${ACCENT}" fill="${ACCENT}">${parts.join('')}</g>`;
/** Filled with the colour of the text. */
export const solid = (...parts: readonly string[]): string => `<g fill="currentColor">${parts.join('')}</g>`;
/** A light tint of the colour of the text: a surface. */
export const tint = (...parts: readonly string[]): string =>
  `<g fill="currentColor" fill-opacity=".12">${parts.join('')}</g>`;
/** In thinner lines: what is small. */
export const fine = (...parts: readonly string[]): string => `<g stroke-width="3">${parts.join('')}</g>`;
/** Pale: what is behind, or no longer there. */
export const pale = (...parts: readonly string[]): string => `<g opacity=".4">${parts.join('')}</g>`;

/** Moved to (x, y), then turned by `degrees` and scaled; lines keep their thickness. */
export function at(x: number, y: number, body: string, degrees = 0, scale = 1): string {
  const turned = degrees ? ` rotate(${degrees})` : '';
  const scaled = scale === 1 ? '' : ` scale(${scale})`;
  const width = scale === 1 ? '' : ` stroke-width="${two(5 / scale)}"`;
  return `<g transform="translate(${x} ${y})${turned}${scaled}"${width}>${body}</g>`;
}

/** An arrow in the accent, from one point to another. */
export function arrow(x1: number, y1: number, x2: number, y2: number): string {
  const along = Math.atan2(y2 - y1, x2 - x1);
  const barb = (turn: number): string =>
    `${two(x2 - 16 * Math.cos(along + turn))} ${two(y2 - 16 * Math.sin(along + turn))}`;
  return accent(path(`M${two(x1)} ${two(y1)}L${two(x2)} ${two(y2)}M${barb(0.6)}L${two(x2)} ${two(y2)}L${barb(-0.6)}`));
}

/** Round once more: nearly a circle about (x, y), with its head. */
export const again = (x: number, y: number, r: number): string => {
  const [fromX, fromY] = [x - r * 0.87, y - r * 0.5];
  return accent(
    path(
      `M${two(fromX)} ${two(fromY)}A${r} ${r} 0 1 1 ${x - r} ${y + 6}M${two(fromX - 6)} ${two(fromY - 22)}L${two(fromX)} ${two(fromY)}L${two(fromX + 22)} ${two(fromY - 4)}`,
    ),
  );
};

export const tick = (x: number, y: number, size = 12): string =>
  accent(path(`M${x - size} ${y}l${size * 0.75} ${size * 0.8}l${size * 1.35} ${-size * 1.7}`));
export const cross = (x: number, y: number, size = 11): string =>
  accent(path(`M${x - size} ${y - size}l${size * 2} ${size * 2}M${x + size} ${y - size}l${-size * 2} ${size * 2}`));
