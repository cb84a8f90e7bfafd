import { readSync } from 'node:fs';
import type { Block } from './lines.ts';
import { addLine, LONGEST_LINE } from './lines.ts';

/** A part of a file, in bytes, which holds the lines that begin in it: slices that lie side by side hold each line once. */
export type Slice = { readonly from: number; readonly to: number };

/** Small enough to stay in the processor's cache from the disk to the store, and large enough that handing it over costs nothing. */
const SLICE = 1 << 20;
const NEWLINE = 0x0a;

export const slicesOf = (bytes: number): readonly Slice[] =>
  Array.from({ length: Math.ceil(bytes / SLICE) }, (_, i) => ({
    from: i * SLICE,
    to: Math.min(bytes, (i + 1) * SLICE),
  }));

/** Room for a slice with the byte before it, and for the rest of its last line. */
const ROOM = SLICE + LONGEST_LINE + 2;
/** As much is read at once behind the slice as most lines need. */
const BEHIND = 1 << 13;

/** Reads the lines of slices, each into the same memory. */
export class SliceReader {
  readonly #bytes = Buffer.allocUnsafeSlow(ROOM);
  /** How many bytes of a file lie there, and where in the file the first one is. */
  #length = 0;
  #start = 0;

  /** The lines of a slice, counted from 1; they are there until the next call. @throws what the system says of the file */
  read(file: number, { from, to }: Slice): Block {
    this.#start = Math.max(0, from - 1);
    this.#length = 0;
    this.#fill(file, to - this.#start + BEHIND);
    const bounds: number[] = [];
    const end = to - this.#start;
    // A slice without a line end lies within one line, which began before.
    let at = from === 0 ? 0 : (this.#lineEnd(0) ?? end) + 1;
    while (at < Math.min(end, this.#length)) at = this.#addLine(file, at, bounds, from === 0);
    return { bytes: this.#bytes, bounds, first: 1 };
  }

  /** @returns where the next line begins */
  #addLine(file: number, from: number, bounds: number[], mayBeMarked: boolean): number {
    let end = this.#lineEnd(from);
    if (end === null) {
      const seen = this.#length;
      this.#fill(file, ROOM);
      end = this.#lineEnd(seen);
    }
    if (end === null && this.#length === ROOM) {
      bounds.push(-1, this.#lengthOfLong(file, from));
      return ROOM;
    }
    const to = end ?? this.#length;
    addLine(this.#bytes, from, to, bounds, mayBeMarked && bounds.length === 0);
    return to + 1;
  }

  /** The length of a line that has no end where there is room for it. The lines before it stay where they are. */
  #lengthOfLong(file: number, from: number): number {
    const more = Buffer.allocUnsafeSlow(SLICE);
    for (let at = this.#start + this.#length; ; ) {
      const read = readSync(file, more, 0, SLICE, at);
      const end = more.subarray(0, read).indexOf(NEWLINE);
      at += end < 0 ? read : end;
      if (end >= 0 || read === 0) return at - this.#start - from;
    }
  }

  #lineEnd(from: number): number | null {
    const at = this.#bytes.indexOf(NEWLINE, from);
    return at >= 0 && at < this.#length ? at : null;
  }

  /** Reads on, until there are so many bytes or no more. */
  #fill(file: number, length: number): void {
    while (this.#length < length) {
      const read = readSync(file, this.#bytes, this.#length, length - this.#length, this.#start + this.#length);
      if (read === 0) return;
      this.#length += read;
    }
  }
}
