/** Terminal columns: full-width characters take two (Unicode UAX #11; ambiguous ones count one). */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303E\u3190-\u33FF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}]|\uFE0F/u;
const HALF_WIDTH_FORM = /^[\uFF61-\uFFDC\uFFE8-\uFFEE]/u;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** Line breaking for Chinese (GB/T 15834): these never begin, or never end, a line. */
const NO_START = /^[，。、；：？！）》」』】〕”’…·%,.;:?!)\]}]/u;
const NO_END = /[（《「『【〔“‘([{]$/u;
const SPACE = ' ';
/** A date stays whole: 2026年11月3日. */
const inDate = (before: string, after: string): boolean =>
  (/\d$/.test(before) && /^[年月日]/.test(after)) || (/[年月]$/.test(before) && /^\d/.test(after));

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), (part) => part.segment);

function graphemeWidth(grapheme: string): number {
  if (ZERO.test(grapheme)) return 0;
  return WIDE.test(grapheme) && !HALF_WIDTH_FORM.test(grapheme) ? 2 : 1;
}

export const displayWidth = (text: string): number =>
  graphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);

export const padEnd = (text: string, width: number): string =>
  text + SPACE.repeat(Math.max(0, width - displayWidth(text)));

function mayBreak(before: string, after: string): boolean {
  if (after === SPACE || NO_START.test(after) || NO_END.test(before) || inDate(before, after)) return false;
  return before === SPACE || graphemeWidth(before) === 2 || graphemeWidth(after) === 2;
}

/** The pieces between which a line may end; a piece keeps the spaces after it. */
function pieces(text: string): string[] {
  const out: string[] = [];
  let previous = '';
  for (const grapheme of graphemes(text)) {
    const last = out.length - 1;
    if (last < 0 || mayBreak(previous, grapheme)) out.push(grapheme);
    else out[last] += grapheme;
    previous = grapheme;
  }
  return out;
}

/** A piece that is longer than a line (an id, a path) is cut between characters. */
function cut(piece: string, width: number): string[] {
  if (displayWidth(piece.trimEnd()) <= width) return [piece];
  const out = [''];
  for (const grapheme of graphemes(piece)) {
    if (displayWidth(out.at(-1) + grapheme) > width) out.push('');
    out[out.length - 1] += grapheme;
  }
  return out;
}

/** Breaks a paragraph into lines of at most `width` columns. A no-break space holds its neighbours together. */
export function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const piece of pieces(text).flatMap((one) => cut(one, width))) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && displayWidth(line + piece.trimEnd()) > width) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => line.trimEnd().replaceAll('\u00A0', SPACE));
}
