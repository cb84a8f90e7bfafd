import { asWords } from './lane.ts';

/**
 * Bits of DuckDB's hash of a value that tell the values of a column apart: `width` bytes from bit `shift` on, or all eight. The fewer
 * cross over from DuckDB, the cheaper.
 */
export type Key = { readonly width: 1 | 2 | 4 | 8; readonly shift: number };

/** Hashes of 64 bits by their halves. */
export type Hashes = { readonly low: readonly number[]; readonly high: readonly number[] };

const NARROW = [1, 2, 4] as const;
const SHIFTS = [0, 8, 16, 24, 32];
const WHOLE: Key = { width: 8, shift: 0 };
const TYPES = { 1: 'utinyint', 2: 'usmallint', 4: 'uinteger' } as const;

/** The narrowest key under which no two hashes are alike. */
export function fittingKey({ low, high }: Hashes): Key {
  const count = low.length;
  for (const width of NARROW) {
    const keys = 2 ** (8 * width);
    // Beyond this, some two are alike wherever one looks.
    if (count * count > 8 * keys) continue;
    const shift = SHIFTS.find((at) => {
      const seen = new Set(low.map((word, i) => bitsOf(word, high[i]!, { width, shift: at })));
      return seen.size === count;
    });
    if (shift !== undefined) return { width, shift };
  }
  return WHOLE;
}

/** The bits of a key that is not whole. */
export function bitsOf(low: number, high: number, { width, shift }: Key): number {
  const word = shift === 0 ? low : shift === 32 ? high : (low >>> shift) | (high << (32 - shift));
  return width === 4 ? word | 0 : word & (2 ** (8 * width) - 1);
}

export function sqlOf(name: string, { width, shift }: Key): string {
  if (width === 8) return `hash(${name})`;
  return `((hash(${name}) >> ${shift}) & ${2 ** (8 * width) - 1})::${TYPES[width]}`;
}

/** The keys of a chunk: of whole ones two halves a row, of others one number. @param scratch has room for a number a row */
export function keysOf(vector: Uint8Array, { width }: Key, scratch: Int32Array): Int32Array {
  if (width >= 4) return asWords(vector);
  // One kind of array for all loops over keys, which V8 makes faster ones of.
  scratch.set(width === 1 ? vector : new Uint16Array(vector.buffer, vector.byteOffset, vector.byteLength / 2));
  return scratch;
}
