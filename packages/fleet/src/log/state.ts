import { fail } from '@duka/model';
import { hash53Bytes } from './hash.ts';

/** A part of a state. */
export type StateArray = Float64Array | Float32Array | Int32Array | Uint32Array | Uint8Array;
type Kind<A extends StateArray> = {
  new (buffer: ArrayBuffer, from: number, length: number): A;
  readonly BYTES_PER_ELEMENT: number;
};

/** Where the arrays of a state are written to, and where they are read from in the same order. */
export type StateSink = { readonly write: (numbers: StateArray) => void };
export type StateSource = { readonly read: <A extends StateArray>(kind: Kind<A>) => A };

/** Of what is laid down, and of the hashes in it: version 1 told equal records by hashes of another kind, version 2 kept no service codes. */
const VERSION = 3;
/** "DUKA", then the version. After it the hash of all that follows. */
const MAGIC = Uint8Array.of(0x44, 0x55, 0x4b, 0x41, VERSION, 0, 0, 0);
const VERSION_AT = 4;
/** Each array begins at a multiple of this, so that it can be looked at where it lies. */
const ALIGNED = 8;
const HEAD = MAGIC.length + ALIGNED;

const padded = (length: number): number => Math.ceil(length / ALIGNED) * ALIGNED;

/** Lays arrays of numbers one behind the other, each behind its length in bytes. In the order of bytes of the machine: another one (s390x) refuses it. */
export class StateWriter {
  readonly #parts: Uint8Array[] = [];

  write(numbers: StateArray): void {
    this.#parts.push(
      new Uint8Array(Float64Array.of(numbers.byteLength).buffer),
      new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
    );
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#parts.reduce((sum, part) => sum + padded(part.length), HEAD));
    bytes.set(MAGIC);
    let at = HEAD;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += padded(part.length);
    }
    new Float64Array(bytes.buffer, MAGIC.length, 1)[0] = hash53Bytes(bytes, HEAD, bytes.length);
    return bytes;
  }
}

/** Reads what StateWriter laid down, in the same order. */
export class StateReader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at = HEAD;

  /** @throws DukaError state.damaged where it is not, byte for byte, what was laid down; state.version where another version laid it down */
  constructor(bytes: Uint8Array) {
    this.#bytes = Uint8Array.from(bytes);
    const isState = bytes.length >= HEAD && MAGIC.every((byte, i) => i === VERSION_AT || bytes[i] === byte);
    if (!isState) throw fail('state.damaged', { found: `${bytes.length} B`, needed: 'DUKA' });
    if (bytes[VERSION_AT] !== VERSION) throw fail('state.version', { found: bytes[VERSION_AT]!, needed: VERSION });
    const [needed] = new Float64Array(this.#bytes.buffer, MAGIC.length, 1);
    const found = hash53Bytes(bytes, HEAD, bytes.length);
    if (found !== needed) throw fail('state.damaged', { found: `${found}`, needed: `${needed}` });
  }

  /** A copy of the next array. */
  read<A extends StateArray>(kind: Kind<A>): A {
    const [length = 0] = new Float64Array(this.#bytes.buffer, this.#at, 1);
    this.#at += ALIGNED;
    const array = new kind(this.#bytes.buffer, this.#at, length / kind.BYTES_PER_ELEMENT);
    this.#at += padded(length);
    return array.slice() as A;
  }
}

/** The arrays of a state as they are, not copied, for another thread of the same program. */
export class StateParts {
  readonly parts: StateArray[] = [];

  write(numbers: StateArray): void {
    this.parts.push(numbers);
  }
}

/** Reads parts in the order in which they were written. */
export function partsSource(parts: readonly StateArray[]): StateSource {
  let next = 0;
  return { read: (<A extends StateArray>() => parts[next++] as A) as StateSource['read'] };
}
