import { UNKNOWN } from './dictionary.ts';

/** Rows told apart by what is equal of them, for millions of them: open addressing, row + 1 in each slot, 0 where it is free. */
export class RowTable {
  readonly #slots: Int32Array;
  readonly #areEqual: (a: number, b: number) => boolean;

  /** @param most how many rows there may be that are not equal */
  constructor(most: number, areEqual: (a: number, b: number) => boolean) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, most) * 1.5)));
    this.#areEqual = areEqual;
  }

  /** The first row that equals this one: itself where there was none before. */
  firstOf(hash: number, row: number): number {
    const slot = this.#slotOf(hash, row);
    if (this.#slots[slot] === 0) this.#slots[slot] = row + 1;
    return this.#slots[slot]! - 1;
  }

  /** The last row before this one that equals it, UNKNOWN where there is none; this one is the last from now on. */
  before(hash: number, row: number): number {
    const slot = this.#slotOf(hash, row);
    const last = this.#slots[slot] === 0 ? UNKNOWN : this.#slots[slot]! - 1;
    this.#slots[slot] = row + 1;
    return last;
  }

  #slotOf(hash: number, row: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0 && !this.#areEqual(this.#slots[slot]! - 1, row)) slot = (slot + 1) & mask;
    return slot;
  }
}
