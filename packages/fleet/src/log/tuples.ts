import { CodesByHash } from './codes-by-hash.ts';
import { UNKNOWN } from './dictionary.ts';
import { grown } from './grown.ts';
import { highAfter, lowAfter, NO_WORDS, spread } from './hash.ts';
import type { StateSink, StateSource } from './state.ts';

/**
 * Tuples of codes, each once, numbered from 0: what a terminal is, or how an attempt ended, as one number a row. Found by their hash
 * alone, as texts in a Dictionary are.
 */
export class Tuples {
  readonly width: number;
  count = 0;
  #codes: Int32Array;
  readonly #byHash = new CodesByHash();

  constructor(width: number) {
    this.width = width;
    this.#codes = new Int32Array(64 * width);
  }

  codeOf(tuple: Int32Array): number {
    let { low, high } = NO_WORDS;
    for (let i = 0; i < this.width; i++) {
      const word = spread(tuple[i]!);
      low = lowAfter(low, word);
      high = highAfter(high, word);
    }
    const known = this.#byHash.find(low, high);
    return known === UNKNOWN ? this.#add(tuple, low, high) : known;
  }

  at(code: number, column: number): number {
    return this.#codes[code * this.width + column]!;
  }

  /** Copies a tuple out. */
  read(code: number, into: Int32Array): void {
    for (let i = 0; i < this.width; i++) into[i] = this.at(code, i);
  }

  save(state: StateSink): void {
    state.write(this.#codes.subarray(0, this.count * this.width));
  }

  /** Reads what `save` wrote into an empty set of tuples. */
  restore(state: StateSource): void {
    const codes = state.read(Int32Array);
    for (let from = 0; from < codes.length; from += this.width) this.codeOf(codes.subarray(from, from + this.width));
  }

  #add(tuple: Int32Array, low: number, high: number): number {
    const code = this.count++;
    if ((code + 1) * this.width > this.#codes.length) this.#codes = grown(this.#codes, (code + 1) * this.width);
    for (let i = 0; i < this.width; i++) this.#codes[code * this.width + i] = tuple[i]!;
    this.#byHash.put(code, low, high);
    return code;
  }
}
