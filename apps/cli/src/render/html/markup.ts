import type { Lang, Text } from '@duka/model';
import { clean } from '../clean.ts';

/** Markup that is safe to put into the page; made only by `html` and `esc`. */
export type Html = { readonly markup: string };
type Piece = Html | string | number | readonly Html[];

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const esc = (text: string): Html => ({
  markup: clean(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? ''),
});

const isHtml = (piece: Html | readonly Html[]): piece is Html => 'markup' in piece;

function markupOf(piece: Piece): string {
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') return esc(piece).markup;
  return isHtml(piece) ? piece.markup : piece.map((one) => one.markup).join('');
}

/** Strings put into this template are escaped; only its own letters are markup. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  markup: strings.reduce((out, string, index) => out + markupOf(pieces[index - 1] ?? '') + string),
});

export const nothing: Html = { markup: '' };

/** The same words in both languages; the page shows one of them. Said once where they do not differ. */
export function both(say: (lang: Lang) => Html | string): Html {
  const zh = html`${say('zh')}`;
  const en = html`${say('en')}`;
  return zh.markup === en.markup
    ? zh
    : html`<span class="zh" lang="zh-CN">${zh}</span><span class="en" lang="en">${en}</span>`;
}

export const words = (text: Text): Html => both((lang) => text[lang]);
export const t = (zh: string, en: string): Html => words({ zh, en });
