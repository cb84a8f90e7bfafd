import { Dictionary, UNKNOWN } from '@duka/fleet';
import { ATTEMPT_FIELD_NAMES } from '@duka/model';
import type { PlainText } from './plain-text.ts';
import { WORD } from './plain-text.ts';

/** What stands in a record after the opening quote of a name, where nothing is left to choose. */
const WRITTEN = ATTEMPT_FIELD_NAMES.map((name) => Uint8Array.from(`${name}":`, (char) => char.charCodeAt(0)));
const WORDS = Math.max(...WRITTEN.map(({ length }) => Math.ceil(length / WORD)));

/** Reads past the beginning of a name by at most this. */
export const LONGEST_NAME = WORDS * WORD;

const BUCKET_BITS = 9;
/** So multiplied, no two first words of names fall into one bucket. Where they did, one would be found more slowly. */
const bucketOf = (word: number): number => Math.imul(word, 0xcc9e2d51) >>> (32 - BUCKET_BITS);

/** The names of fields by their bytes, four at once. */
export class PlainNames {
  /** How far it is from the name to the value. */
  readonly lengths = Int32Array.from(WRITTEN, ({ length }) => length);
  /** The words of each name, each with the bits of it that count. */
  readonly #words = new Int32Array(2 * WORDS * WRITTEN.length);
  /** By its first word, the only field that it may be. */
  readonly #likely = new Uint8Array(1 << BUCKET_BITS);
  readonly #byName = new Dictionary();

  constructor() {
    for (const name of ATTEMPT_FIELD_NAMES) this.#byName.codeOf(name);
    WRITTEN.forEach((bytes, field) => {
      const first = 2 * WORDS * field;
      bytes.forEach((byte, i) => {
        const at = first + 2 * Math.floor(i / WORD);
        const shift = 8 * (i % WORD);
        this.#words[at]! |= byte << shift;
        this.#words[at + 1]! |= 0xff << shift;
      });
      this.#likely[bucketOf(this.#words[first]!)] = field;
    });
  }

  /** The field whose name, quote and colon lie here; UNKNOWN where they do not, or must be looked at more closely. */
  at(view: DataView, at: number): number {
    const field = this.#likely[bucketOf(view.getInt32(at, true))]!;
    const words = this.#words;
    const first = 2 * WORDS * field;
    for (let i = 0; i < WORDS; i++) {
      const counts = words[first + 2 * i + 1]!;
      if (((view.getInt32(at + WORD * i, true) ^ words[first + 2 * i]!) & counts) !== 0) return UNKNOWN;
      if (counts !== -1) return field;
    }
    return field;
  }

  /** The field of this name, UNKNOWN where it is none of ours. */
  of({ low, high }: PlainText): number {
    return this.#byName.find(low, high);
  }
}
