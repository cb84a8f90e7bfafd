import type { Leaves } from './leaves.ts';

/**
 * A cuboid: some attributes, and which of their combinations (groups) each leaf is in. Groups are numbered in the
 * order of their first leaf.
 */
export type Cuboid = {
  readonly attributes: readonly number[];
  readonly groups: number;
  readonly groupOf: Int32Array;
  /** A leaf of each group, which has its values. */
  readonly sample: Int32Array;
};

/** Cells of `groupOf` that all cuboids together may have: what keeps a wide table from taking all memory and time. */
const MOST_CELLS = 40_000_000;
/** Keys a leaf that a table may have before a hash table is quicker to clear. */
const KEYS_A_LEAF = 4;

/** Cuboids by layer, then by their attributes; the deepest are left out where there are too many. */
export function cuboidsOf(leaves: Leaves): readonly Cuboid[] {
  const { length, codes } = leaves;
  const count = codes.length;
  const found: Cuboid[] = [];
  let layer: readonly Cuboid[] = [
    { attributes: [], groups: 1, groupOf: new Int32Array(length), sample: new Int32Array(1) },
  ];
  let cells = 0;
  for (let depth = 1; depth <= count; depth++) {
    const next: Cuboid[] = [];
    for (const parent of layer) {
      // Where each leaf is a group of its own, one more attribute tells nothing apart.
      if (parent.groups === length) continue;
      for (let attribute = (parent.attributes.at(-1) ?? -1) + 1; attribute < count; attribute++) {
        cells += length;
        if (cells > MOST_CELLS && found.length > 0) return [...found, ...next];
        next.push(refined(parent, attribute, leaves));
      }
    }
    found.push(...next);
    layer = next;
  }
  return found;
}

function refined(parent: Cuboid, attribute: number, { length, codes, values }: Leaves): Cuboid {
  const size = values[attribute]!.length;
  const column = codes[attribute]!;
  const groupOf = new Int32Array(length);
  const sample = new Int32Array(Math.min(length, parent.groups * size));
  const keys = parent.groups * size;
  const numbers = keys <= KEYS_A_LEAF * length + 1024 ? new DirectNumbers(keys) : new HashedNumbers(length);
  let groups = 0;
  for (let leaf = 0; leaf < length; leaf++) {
    const group = numbers.numberOf(parent.groupOf[leaf]! * size + column[leaf]!, groups);
    if (group === groups) sample[groups++] = leaf;
    groupOf[leaf] = group;
  }
  return { attributes: [...parent.attributes, attribute], groups, groupOf, sample: sample.subarray(0, groups) };
}

/** Gives each new key the next number. In the tables numbers are one too high: 0 is a key that was not seen. */
class DirectNumbers {
  readonly #table: Int32Array;

  constructor(keys: number) {
    this.#table = new Int32Array(keys);
  }

  numberOf(key: number, next: number): number {
    if (this.#table[key] === 0) this.#table[key] = next + 1;
    return this.#table[key]! - 1;
  }
}

/** The same by open addressing, for keys that are far more than those that occur. */
class HashedNumbers {
  readonly #keys: Float64Array;
  readonly #numbers: Int32Array;
  readonly #mask: number;

  constructor(count: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
    this.#keys = new Float64Array(size);
    this.#numbers = new Int32Array(size);
    this.#mask = size - 1;
  }

  numberOf(key: number, next: number): number {
    let at = (Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 2 ** 32) | 0, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & this.#mask;
    while (this.#numbers[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & this.#mask;
    if (this.#numbers[at] === 0) {
      this.#keys[at] = key;
      this.#numbers[at] = next + 1;
    }
    return this.#numbers[at]! - 1;
  }
}
