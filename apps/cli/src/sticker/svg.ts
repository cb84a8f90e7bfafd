import type { Mark } from './sheet.ts';
import { PAGE } from './sheet.ts';

const FONTS = {
  song: 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif',
  sans: 'Helvetica, Arial, sans-serif',
  mono: 'monospace',
} as const;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const mm = (value: number): string => String(Math.round(value * 1000) / 1000);

/** The pages one below the other, at their true size. */
export function sheetSvg(pages: readonly (readonly Mark[])[]): string {
  const height = PAGE.height * pages.length;
  const body = pages.map(
    (marks, i) => `<g transform="translate(0 ${PAGE.height * i})">${marks.map(drawn).join('')}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}mm" height="${height}mm" viewBox="0 0 ${PAGE.width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${body.join('')}</svg>\n`;
}

function drawn(mark: Mark): string {
  const at = `x="${mm(mark.x)}" y="${mm(mark.y)}"`;
  switch (mark.kind) {
    case 'text':
      return `<text ${at} font-size="${mm(mark.size)}" font-family="${FONTS[mark.font]}" font-weight="${mark.font === 'mono' ? 700 : 400}">${escaped(mark.text)}</text>`;
    case 'square':
      return `<rect ${at} width="${mm(mark.width)}" height="${mm(mark.height)}" shape-rendering="crispEdges"/>`;
    case 'frame':
      return `<rect ${at} width="${mm(mark.width)}" height="${mm(mark.height)}" fill="none" stroke="#999" stroke-width="0.2" stroke-dasharray="2 2"/>`;
  }
}
