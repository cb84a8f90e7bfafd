import { hash32, mixed } from './hash.ts';
import type { StateSink, StateSource } from './state.ts';
import { readUtf8, writeUtf8 } from './utf8.ts';

/** Code of a value that is not known. */
export const UNKNOWN = -1;

const scratch = { bytes: new Uint8Array(256) };

/** The UTF-8 of a text in a buffer that the next call overwrites. */
function utf8(text: string): { readonly bytes: Uint8Array; readonly length: number } {
  if (scratch.bytes.length < text.length * 3) scratch.bytes = new Uint8Array(text.length * 6);
  return { bytes: scratch.bytes, length: writeUtf8(text, scratch.bytes, 0) };
}

/**
 * Texts, each once, numbered from 0 in the order in which they came. They lie as UTF-8 in one array, so that millions of card
 * tokens cost their bytes and little more, and are found by bytes without becoming strings.
 */
export class Dictionary {
  count = 0;
  #bytes = new Uint8Array(1024);
  #ends = new Uint32Array(64);
  /**
   * Open addressing: `slots[2 * slot]` is a code + 1, 0 free, and the hash of its text lies beside it, as each place in memory that must
   * be looked at takes longer than all else. There are a power of two of them, at least twice as many as texts.
   */
  #slots = new Int32Array(256);

  codeOf(text: string): number {
    const { bytes, length } = utf8(text);
    return this.codeOfBytes(bytes, 0, length);
  }

  codeOfBytes(bytes: Uint8Array, from: number, to: number): number {
    const hash = hash32(bytes, from, to);
    const found = this.findBytes(bytes, from, to, hash);
    return found === UNKNOWN ? this.#add(bytes, from, to, hash) : found;
  }

  /** @param hash hash32 of the bytes */
  findBytes(bytes: Uint8Array, from: number, to: number, hash: number): number {
    if (this.#slots.length === 0) this.#index();
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
      const code = slots[2 * slot]! - 1;
      if (code < 0) return UNKNOWN;
      if (slots[2 * slot + 1] === (hash | 0) && this.#equals(code, bytes, from, to)) return code;
    }
  }

  value(code: number): string {
    return readUtf8(this.#bytes, this.#start(code), this.#ends[code]!);
  }

  /** All texts in the order of their codes. */
  values(): readonly string[] {
    return Array.from({ length: this.count }, (_, code) => this.value(code));
  }

  /** The codes here of all texts of another dictionary, in the order of theirs. */
  translate(other: Dictionary): Int32Array {
    return Int32Array.from({ length: other.count }, (_, code) =>
      this.codeOfBytes(other.#bytes, other.#start(code), other.#ends[code]!),
    );
  }

  save(state: StateSink): void {
    state.write(this.#ends.subarray(0, this.count));
    state.write(this.#bytes.subarray(0, this.#start(this.count)));
  }

  /** Reads what `save` wrote into an empty dictionary. The table by which texts are found is made when first one is looked for. */
  restore(state: StateSource): void {
    this.#ends = state.read(Uint32Array);
    this.#bytes = state.read(Uint8Array);
    this.count = this.#ends.length;
    this.#slots = new Int32Array(0);
  }

  #start(code: number): number {
    return code === 0 ? 0 : this.#ends[code - 1]!;
  }

  #equals(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#start(code);
    if (this.#ends[code]! - start !== to - from) return false;
    for (let i = from, own = start; i < to; i++, own++) if (this.#bytes[own] !== bytes[i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const code = this.count++;
    const start = this.#start(code);
    const end = start + to - from;
    if (end > this.#bytes.length) this.#bytes = grown(this.#bytes, end);
    if (code >= this.#ends.length) this.#ends = grown(this.#ends, code + 1);
    for (let i = from, own = start; i < to; i++, own++) this.#bytes[own] = bytes[i]!;
    this.#ends[code] = end;
    if (this.count * 4 > this.#slots.length) this.#rehash();
    this.#place(code, hash);
    return code;
  }

  #rehash(): void {
    const slots = this.#slots;
    this.#slots = new Int32Array(slots.length * 2);
    for (let at = 0; at < slots.length; at += 2) if (slots[at] !== 0) this.#place(slots[at]! - 1, slots[at + 1]!);
  }

  #index(): void {
    this.#ends = grown(this.#ends, 64);
    let size = 64;
    while (size < 2 * this.count) size *= 2;
    this.#slots = new Int32Array(2 * size);
    for (let code = 0; code < this.count; code++) {
      this.#place(code, hash32(this.#bytes, this.#start(code), this.#ends[code]!));
    }
  }

  #place(code: number, hash: number): void {
    const mask = this.#slots.length / 2 - 1;
    let slot = mixed(hash) & mask;
    while (this.#slots[2 * slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[2 * slot] = code + 1;
    this.#slots[2 * slot + 1] = hash;
  }
}

/** Tuples of codes, each once, numbered from 0: what a terminal is, or how an attempt ended, as one number a row. */
export class Tuples {
  readonly width: number;
  count = 0;
  #codes: Int32Array;
  #slots = new Int32Array(128);

  constructor(width: number) {
    this.width = width;
    this.#codes = new Int32Array(64 * width);
  }

  codeOf(tuple: Int32Array): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(tuple, 0, this.width) & mask; ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot]! - 1;
      if (code < 0) return this.#add(tuple, slot);
      if (this.#equals(code, tuple)) return code;
    }
  }

  at(code: number, column: number): number {
    return this.#codes[code * this.width + column]!;
  }

  /** Copies a tuple out. */
  read(code: number, into: Int32Array): void {
    for (let i = 0; i < this.width; i++) into[i] = this.at(code, i);
  }

  save(state: StateSink): void {
    state.write(this.#codes.subarray(0, this.count * this.width));
  }

  /** Reads what `save` wrote into an empty set of tuples. */
  restore(state: StateSource): void {
    const codes = state.read(Int32Array);
    for (let from = 0; from < codes.length; from += this.width) this.codeOf(codes.subarray(from, from + this.width));
  }

  #equals(code: number, tuple: Int32Array): boolean {
    for (let i = 0; i < this.width; i++) if (this.at(code, i) !== tuple[i]) return false;
    return true;
  }

  #add(tuple: Int32Array, slot: number): number {
    const code = this.count++;
    if ((code + 1) * this.width > this.#codes.length) this.#codes = grown(this.#codes, (code + 1) * this.width);
    for (let i = 0; i < this.width; i++) this.#codes[code * this.width + i] = tuple[i]!;
    this.#slots[slot] = code + 1;
    if (this.count * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let code = 0; code < this.count; code++) {
      let slot = hashOf(this.#codes, code * this.width, this.width) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = code + 1;
    }
  }
}

function hashOf(codes: Int32Array, from: number, width: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < from + width; i++) hash = Math.imul(hash ^ codes[i]!, 0x9e3779b1) ^ (hash >>> 15);
  return mixed(hash);
}

/** A copy with room for at least `length` items, and some to spare. */
export function grown<A extends Float64Array | Float32Array | Int32Array | Uint32Array | Uint8Array>(
  from: A,
  length: number,
): A {
  const to = new (from.constructor as new (size: number) => A)(Math.max(length, Math.ceil(from.length * 1.6)));
  to.set(from);
  return to;
}
