/** The numbers of a slot: a code + 1, 0 where it is free, and a hash. The fourth keeps a slot on one line of the processor's cache. */
const SLOT_BITS = 2;
const SLOT = 1 << SLOT_BITS;
const FEWEST_SLOTS = 64;

/**
 * The codes of what has been numbered, by hash alone: each place in memory that must be looked at takes longer than all else, and
 * two things of one hash (see TextHash) are not to be expected. Open addressing in a power of two of slots, at most half of them
 * taken.
 */
export class CodesByHash {
  #slots: Int32Array;
  #count = 0;

  /** @param expected how many will be put in for certain */
  constructor(expected = 0) {
    let size = FEWEST_SLOTS;
    while (size < 2 * expected) size *= 2;
    this.#slots = new Int32Array(SLOT * size);
  }

  /** The code, or -1. */
  find(low: number, high: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = (low << SLOT_BITS) & mask; ; at = (at + SLOT) & mask) {
      const code = slots[at]! - 1;
      if (code < 0 || (slots[at + 1] === low && slots[at + 2] === high)) return code;
    }
  }

  /** Looks at where something lies, so that it is near when `find` comes for it. The result means nothing; nobody waits for it. */
  touch(low: number): number {
    return this.#slots[(low << SLOT_BITS) & (this.#slots.length - 1)]!;
  }

  /** Puts in what `find` does not know. */
  put(code: number, low: number, high: number): void {
    this.#count++;
    if (2 * SLOT * this.#count > this.#slots.length) this.#grow();
    this.#place(code + 1, low, high);
  }

  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Int32Array(2 * slots.length);
    for (let at = 0; at < slots.length; at += SLOT) {
      if (slots[at] !== 0) this.#place(slots[at]!, slots[at + 1]!, slots[at + 2]!);
    }
  }

  #place(content: number, low: number, high: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = (low << SLOT_BITS) & mask;
    while (slots[at] !== 0) at = (at + SLOT) & mask;
    slots[at] = content;
    slots[at + 1] = low;
    slots[at + 2] = high;
  }
}
