import type { Dictionary, TextHash, Tuples } from '@duka/fleet';
import { CodesByHash, UNKNOWN } from '@duka/fleet';

/**
 * Values of a line that together are one code, as those that say what a terminal is. Few combinations occur: one is known by the hashes
 * of all its texts, and only in a new one is each looked up.
 */
export class PlainGroup {
  readonly #tuples: Tuples;
  readonly #dictionaries: readonly Dictionary[];
  readonly #known = new CodesByHash();
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #tuple: Int32Array;
  /** A bit for each slot that has a text. */
  #given = 0;
  #sum: TextHash = { low: 0, high: 0 };

  /** @param dictionaries of the slots of a tuple */
  constructor(tuples: Tuples, dictionaries: readonly Dictionary[]) {
    this.#tuples = tuples;
    this.#dictionaries = dictionaries;
    this.#low = new Int32Array(dictionaries.length);
    this.#high = new Int32Array(dictionaries.length);
    this.#tuple = new Int32Array(dictionaries.length);
  }

  clear(): void {
    this.#given = 0;
    this.#sum.low = 0;
    this.#sum.high = 0;
  }

  /** @param part of this text in the sum of low hashes, as in that of the high ones */
  give(slot: number, low: number, high: number, lowPart: number, highPart: number): void {
    this.#given |= 1 << slot;
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#sum.low = (this.#sum.low + lowPart) | 0;
    this.#sum.high = (this.#sum.high + highPart) | 0;
  }

  /** The code of what was given, UNKNOWN where one of the texts is not known. */
  code(): number {
    const { low, high } = this.#sum;
    const code = this.#known.find(low, high);
    return code === UNKNOWN ? this.#learn(low, high) : code;
  }

  #learn(low: number, high: number): number {
    for (let slot = 0; slot < this.#tuple.length; slot++) {
      const isGiven = (this.#given & (1 << slot)) !== 0;
      const text = isGiven ? this.#dictionaries[slot]!.find(this.#low[slot]!, this.#high[slot]!) : UNKNOWN;
      if (isGiven && text === UNKNOWN) return UNKNOWN;
      this.#tuple[slot] = text;
    }
    const code = this.#tuples.codeOf(this.#tuple);
    this.#known.put(code, low, high);
    return code;
  }
}
