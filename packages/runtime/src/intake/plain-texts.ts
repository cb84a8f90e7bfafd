import type { Dictionary } from '@duka/fleet';
import { UNKNOWN } from '@duka/fleet';
import { isClean, isWellFormed } from './clean-text.ts';
import type { PlainText } from './plain-text.ts';

/** The texts of a field, and the one that a line gives it. */
export class PlainTexts {
  readonly field: number;
  readonly #dictionary: Dictionary;
  #from = 0;
  #to = 0;
  #low = 0;
  #high = 0;

  /** @param field its place in the table of fields */
  constructor(field: number, dictionary: Dictionary) {
    this.field = field;
    this.#dictionary = dictionary;
  }

  give(from: number, { to, low, high }: PlainText): void {
    this.#from = from;
    this.#to = to;
    this.#low = low;
    this.#high = high;
  }

  /** As Dictionary.touch. */
  touch(): number {
    return this.#dictionary.touch(this.#low);
  }

  /** The code of the text that was given last; UNKNOWN where it is new and not to be taken as it is. */
  code(bytes: Uint8Array): number {
    const code = this.#dictionary.find(this.#low, this.#high);
    return code === UNKNOWN ? this.#add(bytes) : code;
  }

  #add(bytes: Uint8Array): number {
    const from = this.#from;
    const to = this.#to;
    if (!isClean(bytes, from, to) || !isWellFormed(this.field, bytes, from, to)) return UNKNOWN;
    return this.#dictionary.add(bytes, from, to, this.#low, this.#high);
  }
}
