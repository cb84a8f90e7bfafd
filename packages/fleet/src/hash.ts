/**
 * A 53-bit hash of a string (cyrb53, public domain): enough to tell ids apart, small enough for a
 * Float64Array. Two of a million ids collide with a chance of about 1 in 18,000.
 */
export function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  return joined(high, low);
}

/** The same of bytes: for ASCII it equals that of the text. */
export function hash53Bytes(bytes: Uint8Array, from: number, to: number): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    high = Math.imul(high ^ byte, 2654435761);
    low = Math.imul(low ^ byte, 1597334677);
  }
  return joined(high, low);
}

function joined(one: number, other: number): number {
  const high = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  const low = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** A 32-bit hash of bytes (FNV-1a), for tables that also compare the bytes. */
export function hash32(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}

const DOUBLE = new Float64Array(1);
const WORDS = new Uint32Array(DOUBLE.buffer);

/** A 32-bit hash of a number's value. */
export function hashNumber(value: number): number {
  DOUBLE[0] = value;
  return mixed(Math.imul(WORDS[0]!, 0x9e3779b1) ^ WORDS[1]!);
}

/** Spreads the bits of a 32-bit hash (the finaliser of MurmurHash3, public domain). */
export function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
