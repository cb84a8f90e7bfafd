import { correction, generate } from 'lean-qr';

/** What a page is drawn with; millimetres from the top left corner. Text stands on its baseline. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly text: string;
      readonly font: Font;
    }
  | { readonly kind: 'square'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly kind: 'frame'; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** `song` has Chinese; the others are ASCII alone, each letter of `mono` 0.6 of its size wide. */
export type Font = 'song' | 'sans' | 'mono';
export type Sticker = { readonly terminal: string; readonly address: string };

/** A4, in mm. */
export const PAGE = { width: 210, height: 297 } as const;
const CELL = { width: 95, height: 54 } as const;
const COLUMNS = 2;
const ROWS = 5;
const LEFT = (PAGE.width - COLUMNS * CELL.width) / 2;
const TOP = (PAGE.height - ROWS * CELL.height) / 2;
const QR = 42;
/** Modules of white around a code (ISO/IEC 18004, 6.3.8). */
const QUIET = 4;
const PADDING = 3;
const TEXT_LEFT = PADDING + QR + 2;
const TEXT_WIDTH = CELL.width - TEXT_LEFT - PADDING;
/** Height of an id of ordinary length, in mm; a longer one is set smaller, so that it fits. */
const ID_SIZE = 5.5;
const MONO_WIDTH = 0.6;

/** The pages of a sheet of stickers to cut out: code, a line for people, the terminal's id. */
export function sheetOf(stickers: readonly Sticker[]): readonly (readonly Mark[])[] {
  const pages: Mark[][] = [];
  for (const [i, sticker] of stickers.entries()) {
    const place = i % (COLUMNS * ROWS);
    if (place === 0) pages.push([]);
    const x = LEFT + (place % COLUMNS) * CELL.width;
    const y = TOP + Math.floor(place / COLUMNS) * CELL.height;
    pages.at(-1)?.push(...stickerAt(x, y, sticker));
  }
  return pages;
}

function stickerAt(x: number, y: number, { terminal, address }: Sticker): readonly Mark[] {
  const text = (down: number, size: number, words: string, font: Font = 'song'): Mark => {
    return { kind: 'text', x: x + TEXT_LEFT, y: y + down, size, text: words, font };
  };
  const ascii = /^[ -~]*$/.test(terminal);
  const fitting = TEXT_WIDTH / (terminal.length * (ascii ? MONO_WIDTH : 1));
  return [
    { kind: 'frame', x, y, ...CELL },
    ...code(x + PADDING, y + (CELL.height - QR) / 2, address),
    text(15, 7, '读卡失败？'),
    text(22, 4.4, '扫一扫，一步步来'),
    text(29, 3.4, 'Card not read?', 'sans'),
    text(33.5, 3.4, 'Scan, step by step', 'sans'),
    text(44, Math.min(ID_SIZE, fitting), terminal, ascii ? 'mono' : 'song'),
  ];
}

/** Dark modules, those side by side as one. Level Q: a sticker gets scratched and greasy. */
function code(x: number, y: number, address: string): readonly Mark[] {
  const qr = generate(address, { minCorrectionLevel: correction.Q });
  const module = QR / (qr.size + 2 * QUIET);
  const marks: Mark[] = [];
  for (let row = 0; row < qr.size; row++) {
    for (let from = 0; from < qr.size; from++) {
      let to = from;
      while (qr.get(to, row)) to++;
      if (to > from) {
        const [left, top] = [x + (QUIET + from) * module, y + (QUIET + row) * module];
        marks.push({ kind: 'square', x: left, y: top, width: (to - from) * module, height: module });
      }
      from = to;
    }
  }
  return marks;
}
