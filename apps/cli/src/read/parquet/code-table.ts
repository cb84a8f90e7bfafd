/** Of each slot: the two halves of a hash, then what is known of it, side by side, as each place in memory must be waited for. */
const WIDTH = 4;
const CODE = 2;
const PART = 3;

/** The codes of slots that are free, and of values that are left to the slow way. Other codes are -1 or more. */
const FREE = -(2 ** 31);
export const ODD = FREE + 1;

/** Codes, and parts of the hash of a record, by hashes of 64 bits. Open addressing, at most half full. */
export class CodeTable {
  #count = 0;
  #slots = emptySlots(64);

  /** Where what is known of a hash lies, for `codeAt` and `partAt` until something is added; -1 where nothing is. */
  find(low: number, high: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = (low << 2) & mask; ; at = (at + WIDTH) & mask) {
      if (slots[at] === low && slots[at + 1] === high && slots[at + CODE] !== FREE) return at;
      if (slots[at + CODE] === FREE) return -1;
    }
  }

  codeAt(place: number): number {
    return this.#slots[place + CODE]!;
  }

  partAt(place: number): number {
    return this.#slots[place + PART]!;
  }

  /** Of a hash that is not there yet. */
  add(low: number, high: number, code: number, part: number): void {
    if (2 * WIDTH * ++this.#count > this.#slots.length) this.#grow();
    this.#place(low, high, code, part);
  }

  #grow(): void {
    const slots = this.#slots;
    this.#slots = emptySlots((2 * slots.length) / WIDTH);
    for (let at = 0; at < slots.length; at += WIDTH) {
      if (slots[at + CODE] !== FREE) this.#place(slots[at]!, slots[at + 1]!, slots[at + CODE]!, slots[at + PART]!);
    }
  }

  #place(low: number, high: number, code: number, part: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = (low << 2) & mask;
    while (slots[at + CODE] !== FREE) at = (at + WIDTH) & mask;
    slots[at] = low;
    slots[at + 1] = high;
    slots[at + CODE] = code;
    slots[at + PART] = part;
  }
}

function emptySlots(count: number): Int32Array {
  const slots = new Int32Array(WIDTH * count);
  for (let at = CODE; at < slots.length; at += WIDTH) slots[at] = FREE;
  return slots;
}
