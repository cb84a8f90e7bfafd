import type { Dictionary } from '@duka/fleet';
import { UNKNOWN } from '@duka/fleet';
import { isClean, isWellFormed } from './clean-text.ts';

/** The texts of a field in plain lines. */
export class PlainTexts {
  readonly #field: number;
  readonly #dictionary: Dictionary;

  /** @param field its place in the table of fields */
  constructor(field: number, dictionary: Dictionary) {
    this.#field = field;
    this.#dictionary = dictionary;
  }

  /** The code of the text from … to − 1, which has this hash; UNKNOWN where it is new and not to be taken as it is. */
  codeOf(bytes: Uint8Array, from: number, to: number, low: number, high: number): number {
    const code = this.#dictionary.find(low, high);
    if (code !== UNKNOWN || !isClean(bytes, from, to) || !isWellFormed(this.#field, bytes, from, to)) return code;
    return this.#dictionary.add(bytes, from, to, low, high);
  }
}
