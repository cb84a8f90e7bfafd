import { readFileSync } from 'node:fs';
import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { sheetOf } from '../src/sticker/sheet.ts';
import { duka, scratch } from './log-fixture.ts';

const { path } = scratch();
const URL = 'https://guide.example.cn/';

/** Its types say ESM, its code is CommonJS: what Node imports is the function itself. */
const jsQR = jsqr as unknown as typeof jsqr.default;

/** Reads the code of a sticker back from what is drawn: an independent decoder looks at it, 4 pixels a module or more. */
function scanned(terminal: string, address: string): string | undefined {
  const SCALE = 12; // pixels to a millimetre
  const SIDE = 56 * SCALE;
  const marks = sheetOf([{ terminal, address }])[0] ?? [];
  const frame = marks.find(({ kind }) => kind === 'frame');
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255);
  for (const mark of marks) {
    if (mark.kind !== 'square' || frame === undefined) continue;
    const [left, top] = [Math.round((mark.x - frame.x) * SCALE), Math.round((mark.y - frame.y) * SCALE)];
    const right = Math.round((mark.x - frame.x + mark.width) * SCALE);
    const bottom = Math.round((mark.y - frame.y + mark.height) * SCALE);
    for (let y = top; y < bottom; y++) pixels.fill(0, 4 * (y * SIDE + left), 4 * (y * SIDE + right));
  }
  for (let i = 3; i < pixels.length; i += 4) pixels[i] = 255;
  return jsQR(pixels, SIDE, SIDE)?.data;
}

describe('a sticker', () => {
  it.each([`${URL}?terminal=33087586&model=A920`, `${URL}?terminal=${'门店三号'.repeat(3)}`])(
    'reads as %s',
    (address) => {
      expect(scanned('33087586', address)).toBe(address);
    },
  );

  it('has ten neighbours on a page', () => {
    const many = Array.from({ length: 21 }, (_, i) => ({ terminal: `T${i}`, address: URL }));
    const pages = sheetOf(many);
    expect(pages.map((page) => page.filter(({ kind }) => kind === 'frame').length)).toEqual([10, 10, 1]);
    for (const mark of pages.flat()) {
      expect(mark.x).toBeGreaterThanOrEqual(10);
      expect(mark.x + ('width' in mark ? mark.width : 0)).toBeLessThanOrEqual(200);
    }
  });

  it('sets a long id smaller, so that it stays on the sticker', () => {
    const texts = (terminal: string) =>
      (sheetOf([{ terminal, address: URL }])[0] ?? []).flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
    const sizeOf = (terminal: string) => texts(terminal).find(({ text }) => text === terminal)?.size;
    expect(sizeOf('33087586')).toBe(5.5);
    expect(sizeOf('X'.repeat(64))).toBeCloseTo(45 / (64 * 0.6));
  });
});

describe('duka sticker', () => {
  it('writes SVG to standard output, with the id and a line for people', async () => {
    const { status, out, err } = await duka(['sticker', '33087586', 'A<1>', '--url', URL]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="210mm" height="297mm"/);
    for (const text of ['>33087586<', '>A&lt;1><', '>读卡失败？<', '>Card not read?<']) expect(out).toContain(text);
  });

  it('writes a PDF whose objects lie where its table says', async () => {
    const file = path('sheet.pdf');
    const { status } = await duka(['sticker', '33087586', '门店(3)', '--url', URL, '--model', 'A920', '--out', file]);
    expect(status).toBe(0);
    const pdf = readFileSync(file, 'latin1');
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]);
    expect(pdf.slice(table, table + 5)).toBe('xref\n');
    const offsets = [...pdf.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
    expect(offsets.length).toBe(9);
    for (const [i, offset] of offsets.entries()) expect(pdf.slice(offset)).toMatch(new RegExp(`^${i + 1} 0 obj\n`));
    expect(pdf).toContain('(33087586) Tj');
    expect(pdf).toContain('<95e85e97002800330029> Tj');
  });

  it.each([
    [['sticker'], '缺少终端号'],
    [['sticker', '4111111111111111'], 'TERMINAL 的值 [removed] 不对'],
    [['sticker', 'x'.repeat(65)], 'TERMINAL 的值 '],
    [['sticker', 'T1', '--url', 'guide'], '--url 的值 "guide" 不对；应为 http 或 https 地址'],
    [
      ['sticker', 'T1', '--url', URL, '--out', 'sheet.png'],
      '--out 的值 "sheet.png" 不对；应为后缀为 .svg 或 .pdf 的文件',
    ],
  ])('refuses %j', async (words, message) => {
    const { status, out, err } = await duka(words);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
  });

  it('points to this machine where no address is given, and says so', async () => {
    const { status, err } = await duka(['sticker', 'T1']);
    expect(status).toBe(0);
    expect(err).toMatch(/没有写 --url：二维码指向本机 http:\/\/[\d.]+:8421\//);
  });
});
