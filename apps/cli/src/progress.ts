import { StatusLine } from './terminal.ts';

const BAR = 24;
const REDRAW_MS = 120;

/** Shows how far the reading is: a bar, records a second, and the time left, where the size is known. */
export class Progress {
  readonly #line = new StatusLine();
  readonly #total: number | null;
  readonly #started = performance.now();
  #bytes = 0;
  #records = 0;
  #drawn = 0;

  /** @param total bytes on disk of all sources; null where nobody knows */
  constructor(total: number | null) {
    this.#total = total;
  }

  readonly onBytes = (count: number): void => {
    this.#bytes += count;
  };

  onRecords(count: number): void {
    this.#records += count;
    const now = performance.now();
    if (now - this.#drawn < REDRAW_MS) return;
    this.#drawn = now;
    const seconds = (now - this.#started) / 1000;
    const rate = `${Math.round(this.#records / seconds).toLocaleString('en')}/s`;
    const read = `读取 reading ${this.#records.toLocaleString('en')}`;
    if (!this.#total) {
      this.#line.show(`${read}  ${rate}`);
      return;
    }
    const share = Math.min(1, this.#bytes / this.#total);
    const left = share > 0.01 ? `剩余 left ${Math.ceil((seconds / share) * (1 - share))} s` : '';
    const full = Math.round(share * BAR);
    this.#line.show(`[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${Math.floor(share * 100)}%  ${read}  ${rate}  ${left}`);
  }

  analysing(): void {
    this.#line.show(`分析 analysing ${this.#records.toLocaleString('en')} …`);
  }

  done(): void {
    this.#line.clear();
  }
}
