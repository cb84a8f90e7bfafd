import { CodesByHash } from './codes-by-hash.ts';
import { grown } from './grown.ts';
import type { TextHash } from './hash.ts';
import { hashText } from './hash.ts';
import type { StateSink, StateSource } from './state.ts';
import { readUtf8, writeUtf8 } from './utf8.ts';

/** Code of a value that is not known. */
export const UNKNOWN = -1;

const hash: TextHash = { low: 0, high: 0 };
const scratch = { bytes: new Uint8Array(256) };

/** The UTF-8 of a text in a buffer that the next call overwrites. */
function utf8(text: string): { readonly bytes: Uint8Array; readonly length: number } {
  if (scratch.bytes.length < text.length * 3) scratch.bytes = new Uint8Array(text.length * 6);
  return { bytes: scratch.bytes, length: writeUtf8(text, scratch.bytes, 0) };
}

/**
 * Texts, each once, numbered from 0 in the order in which they came. They lie as UTF-8 in one array, so that millions of card
 * tokens cost their bytes and little more, and are found by their hash without becoming strings.
 */
export class Dictionary {
  count = 0;
  #bytes = new Uint8Array(1024);
  #ends = new Uint32Array(64);
  /** Null until something is looked for, in what was restored or closed. */
  #byHash: CodesByHash | null = new CodesByHash();

  codeOf(text: string): number {
    const { bytes, length } = utf8(text);
    return this.codeOfBytes(bytes, 0, length);
  }

  codeOfBytes(bytes: Uint8Array, from: number, to: number): number {
    hashText(bytes, from, to, hash);
    const { low, high } = hash;
    const found = this.find(low, high);
    return found === UNKNOWN ? this.add(bytes, from, to, low, high) : found;
  }

  /** The code of the text that has this hash, or UNKNOWN. */
  find(low: number, high: number): number {
    return (this.#byHash ?? this.#index()).find(low, high);
  }

  /** As CodesByHash.touch. */
  touch(low: number): number {
    return (this.#byHash ?? this.#index()).touch(low);
  }

  /** Takes a text that is not there yet. */
  add(bytes: Uint8Array, from: number, to: number, low: number, high: number): number {
    const byHash = this.#byHash ?? this.#index();
    const code = this.count++;
    const start = this.#start(code);
    const end = start + to - from;
    if (end > this.#bytes.length) this.#bytes = grown(this.#bytes, end);
    if (code >= this.#ends.length) this.#ends = grown(this.#ends, code + 1);
    for (let i = from, own = start; i < to; i++, own++) this.#bytes[own] = bytes[i]!;
    this.#ends[code] = end;
    byHash.put(code, low, high);
    return code;
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

  /** Reads what `save` wrote into an empty dictionary. The table by which texts are found is made when the first one is looked for. */
  restore(state: StateSource): void {
    this.#ends = state.read(Uint32Array);
    this.#bytes = state.read(Uint8Array);
    this.count = this.#ends.length;
    this.#byHash = null;
  }

  /** Gives up the table by which texts are found: half of the memory. It is made again should one be looked for. */
  close(): void {
    this.#byHash = null;
  }

  #start(code: number): number {
    return code === 0 ? 0 : this.#ends[code - 1]!;
  }

  #index(): CodesByHash {
    const byHash = new CodesByHash(this.count);
    for (let code = 0; code < this.count; code++) {
      hashText(this.#bytes, this.#start(code), this.#ends[code]!, hash);
      byHash.put(code, hash.low, hash.high);
    }
    this.#byHash = byHash;
    return byHash;
  }
}
