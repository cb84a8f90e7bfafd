import type { Tuples } from '@duka/fleet';
import { CodesByHash, UNKNOWN } from '@duka/fleet';
import type { PlainText } from './plain-text.ts';
import type { PlainTexts } from './plain-texts.ts';

/** The numbers that are kept of a text: where it begins and ends, and its hash. */
const TEXT = 4;

/**
 * Texts of a line that together are one code, as those that say what a terminal is. Few combinations occur: one is known by the hashes
 * of all its texts, and only in a new one is each looked up.
 */
export class PlainGroup {
  readonly #tuples: Tuples;
  readonly #slots: readonly PlainTexts[];
  readonly #known = new CodesByHash();
  readonly #texts: Int32Array;
  readonly #tuple: Int32Array;
  /** A bit for each slot that has a text. */
  #given = 0;
  #low = 0;
  #high = 0;

  /** @param slots the texts of each place of a tuple */
  constructor(tuples: Tuples, slots: readonly PlainTexts[]) {
    this.#tuples = tuples;
    this.#slots = slots;
    this.#texts = new Int32Array(TEXT * slots.length);
    this.#tuple = new Int32Array(slots.length);
  }

  clear(): void {
    this.#given = 0;
    this.#low = 0;
    this.#high = 0;
  }

  /** @param from where the text begins. The parts are those in the sums of low and of high hashes. */
  give(slot: number, from: number, { to, low, high }: PlainText, lowPart: number, highPart: number): void {
    this.#given |= 1 << slot;
    const at = TEXT * slot;
    this.#texts[at] = from;
    this.#texts[at + 1] = to;
    this.#texts[at + 2] = low;
    this.#texts[at + 3] = high;
    this.#low = (this.#low + lowPart) | 0;
    this.#high = (this.#high + highPart) | 0;
  }

  /** The code of what was given, UNKNOWN where a text is new and not to be taken as it is. */
  code(bytes: Uint8Array): number {
    const code = this.#known.find(this.#low, this.#high);
    return code === UNKNOWN ? this.#learn(bytes) : code;
  }

  #learn(bytes: Uint8Array): number {
    for (const [slot, texts] of this.#slots.entries()) {
      const at = TEXT * slot;
      const [from, to, low, high] = this.#texts.subarray(at, at + TEXT) as Iterable<number> as [
        number,
        number,
        number,
        number,
      ];
      const isGiven = (this.#given & (1 << slot)) !== 0;
      const code = isGiven ? texts.codeOf(bytes, from, to, low, high) : UNKNOWN;
      if (isGiven && code === UNKNOWN) return UNKNOWN;
      this.#tuple[slot] = code;
    }
    const code = this.#tuples.codeOf(this.#tuple);
    this.#known.put(code, this.#low, this.#high);
    return code;
  }
}
