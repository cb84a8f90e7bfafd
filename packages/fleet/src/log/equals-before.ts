import { UNKNOWN } from './dictionary.ts';

/** Rows to a share: their table lies in the cache. */
const SHARE = 8192;

/** The hash of a row that equals none. */
export const NO_HASH = -1;

/**
 * Of each of the rows, by its position among them, the position of the last one before it that equals it; UNKNOWN where there is none.
 * Rows are shared out by hash first: in one table for millions of them each look-up would wait for memory.
 *
 * @param hashOf 32 bits of a row without a sign, equal for equal rows; or NO_HASH
 */
export function equalsBefore(
  rows: Int32Array,
  hashOf: (row: number) => number,
  areEqual: (a: number, b: number) => boolean,
): Int32Array {
  const { bits, start, positions, hashes } = sharedOut(rows, hashOf);
  const before = new Int32Array(rows.length).fill(UNKNOWN);
  let largest = 1;
  for (let share = 0; share + 1 < start.length; share++) largest = Math.max(largest, start[share + 1]! - start[share]!);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * largest)));
  const mask = slots.length - 1;
  for (let share = 0; share + 1 < start.length; share++) {
    slots.fill(UNKNOWN);
    for (let at = start[share]!; at < start[share + 1]!; at++) {
      const hash = hashes[at]!;
      let slot = (hash >>> bits) & mask;
      for (; slots[slot] !== UNKNOWN; slot = (slot + 1) & mask) {
        const other = slots[slot]!;
        if (hashes[other] !== hash || !areEqual(rows[positions[other]!]!, rows[positions[at]!]!)) continue;
        before[positions[at]!] = positions[other]!;
        break;
      }
      slots[slot] = at;
    }
  }
  return before;
}

/** The positions of the rows and their hashes, in order in each share: those of equal `bits` low bits, from `start[share]` to the next. */
function sharedOut(rows: Int32Array, hashOf: (row: number) => number) {
  const bits = Math.max(0, Math.ceil(Math.log2(rows.length / SHARE)));
  const mask = 2 ** bits - 1;
  const start = new Int32Array(mask + 2);
  for (let i = 0; i < rows.length; i++) {
    const hash = hashOf(rows[i]!);
    if (hash !== NO_HASH) start[(hash & mask) + 1]!++;
  }
  for (let share = 0; share <= mask; share++) start[share + 1]! += start[share]!;
  const next = start.slice();
  const positions = new Int32Array(start[mask + 1]!);
  const hashes = new Uint32Array(positions.length);
  for (let i = 0; i < rows.length; i++) {
    const hash = hashOf(rows[i]!);
    if (hash === NO_HASH) continue;
    const at = next[hash & mask]!++;
    positions[at] = i;
    hashes[at] = hash;
  }
  return { bits, start, positions, hashes };
}
