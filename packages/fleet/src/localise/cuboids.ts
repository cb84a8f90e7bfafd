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
const LARGEST_TABLE = 4_000_000;

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
  const tableSize = parent.groups * size;
  const table = tableSize <= Math.max(LARGEST_TABLE, 4 * length) ? new Int32Array(tableSize) : null;
  const map = table === null ? new Map<number, number>() : null;
  let groups = 0;
  for (let leaf = 0; leaf < length; leaf++) {
    const key = parent.groupOf[leaf]! * size + column[leaf]!;
    // Numbers in the table are one too high: 0 is a key that was not seen.
    let group = table === null ? (map?.get(key) ?? 0) : table[key]!;
    if (group === 0) {
      sample[groups] = leaf;
      group = ++groups;
      if (table === null) map?.set(key, group);
      else table[key] = group;
    }
    groupOf[leaf] = group - 1;
  }
  return { attributes: [...parent.attributes, attribute], groups, groupOf, sample: sample.subarray(0, groups) };
}
