import type { Tuples } from '@duka/fleet';
import { CodesByHash, UNKNOWN } from '@duka/fleet';
import type { PlainTexts } from './plain-texts.ts';

/**
 * Texts of a line that together are one code, as those that say what a terminal is. Few combinations occur: one is known by the hashes
 * of all its texts, and only in a new one is each looked up.
 */
export class PlainGroup {
  readonly #tuples: Tuples;
  readonly #texts: readonly PlainTexts[];
  readonly #tuple: Int32Array;
  readonly #known = new CodesByHash();
  /** The sums of both numbers of all hashes, of each its part for its field. */
  #low = 0;
  #high = 0;

  /** @param texts of each place of a tuple */
  constructor(tuples: Tuples, texts: readonly PlainTexts[]) {
    this.#tuples = tuples;
    this.#texts = texts;
    this.#tuple = new Int32Array(texts.length);
  }

  clear(): void {
    this.#low = 0;
    this.#high = 0;
  }

  add(low: number, high: number): void {
    this.#low = (this.#low + low) | 0;
    this.#high = (this.#high + high) | 0;
  }

  /** As CodesByHash.touch. */
  touch(): number {
    return this.#known.touch(this.#low);
  }

  /** The code of all texts that were given; UNKNOWN where one is new and not to be taken as it is. @param given a bit for each field */
  code(bytes: Uint8Array, given: number): number {
    const code = this.#known.find(this.#low, this.#high);
    return code === UNKNOWN ? this.#learn(bytes, given) : code;
  }

  #learn(bytes: Uint8Array, given: number): number {
    for (const [i, texts] of this.#texts.entries()) {
      const isGiven = (given & (1 << texts.field)) !== 0;
      const code = isGiven ? texts.code(bytes) : UNKNOWN;
      if (isGiven && code === UNKNOWN) return UNKNOWN;
      this.#tuple[i] = code;
    }
    const code = this.#tuples.codeOf(this.#tuple);
    this.#known.put(code, this.#low, this.#high);
    return code;
  }
}
