import type { Lang } from '@duka/model';
import { displayWidth } from './render/width.ts';
import { statusLine } from './terminal.ts';

const BAR = 24;
const REDRAW_MS = 120;

const WORDS = {
  read: { zh: '已读', en: 'read' },
  left: { zh: '剩余', en: 'left' },
  analysing: { zh: '正在分析', en: 'analysing' },
} as const;

/** Shows how far the reading is: a bar, records a second, and the time left, where the size is known. */
export class Progress {
  readonly #total: number | null;
  readonly #lang: Lang;
  readonly #started = performance.now();
  #bytes = 0;
  #records = 0;
  #drawn = 0;

  /** @param total bytes on disk of all sources; null where nobody knows */
  constructor(total: number | null, lang: Lang) {
    this.#total = total;
    this.#lang = lang;
  }

  readonly onBytes = (count: number): void => {
    this.#bytes += count;
  };

  onRecords(count: number): void {
    this.#records += count;
    const columns = statusLine.columns();
    const now = performance.now();
    if (columns === null || now - this.#drawn < REDRAW_MS) return;
    this.#drawn = now;
    statusLine.show(this.line((now - this.#started) / 1000, columns));
  }

  /** What is shown after so many seconds: as much of it as the columns hold, the most telling first. */
  line(seconds: number, columns: number): string {
    const share = this.#total ? Math.min(1, this.#bytes / this.#total) : null;
    const parts = [
      share === null ? '' : `${String(Math.floor(share * 100)).padStart(3)}%`,
      `${this.#say('read')} ${this.#records.toLocaleString('en')}`,
      share !== null && share > 0.01 ? `${this.#say('left')} ${Math.ceil((seconds / share) * (1 - share))} s` : '',
      seconds > 0 ? `${Math.round(this.#records / seconds).toLocaleString('en')}/s` : '',
    ].filter((part) => part !== '');
    let text = '';
    for (const part of parts) {
      const longer = text === '' ? part : `${text}  ${part}`;
      if (displayWidth(longer) > columns) break;
      text = longer;
    }
    const bar = share === null ? '' : `[${'#'.repeat(Math.round(share * BAR)).padEnd(BAR, '.')}]`;
    return bar !== '' && displayWidth(text) + bar.length + 1 <= columns ? `${bar} ${text}` : text;
  }

  analysing(): void {
    statusLine.show(`${this.#say('analysing')} ${this.#records.toLocaleString('en')} …`);
  }

  done(): void {
    statusLine.clear();
  }

  #say(word: keyof typeof WORDS): string {
    return WORDS[word][this.#lang];
  }
}
