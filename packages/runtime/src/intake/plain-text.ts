import type { TextHash } from '@duka/fleet';
import { highAfter, lastWord, lowAfter, NO_WORDS, spread } from '@duka/fleet';

export const QUOTE = 0x22;

/** Reads past the end of a text by less than this. */
export const WORD = 4;

/**
 * A bit in each byte of a word that ends a text of JSON or is none of it: quote, backslash, control character (RFC 8259 §7). The
 * lowest bit is one for certain; above it there may be false ones.
 */
function endsIn(word: number): number {
  const quote = word ^ 0x22222222;
  const backslash = word ^ 0x5c5c5c5c;
  const isQuote = (quote - 0x01010101) & ~quote;
  const isBackslash = (backslash - 0x01010101) & ~backslash;
  const isControl = (word - 0x20202020) & ~word;
  return (isQuote | isBackslash | isControl) & 0x80808080;
}

/** A text of JSON without escapes: its end is looked for and its hash taken (see `hashText`) at once, four bytes a step. */
export class PlainText implements TextHash {
  low = 0;
  high = 0;
  /** Where its closing quote is. */
  to = 0;

  /** @param from after the opening quote. @returns whether it is one */
  read(view: DataView, from: number): boolean {
    let { low, high } = NO_WORDS;
    let at = from;
    let word = view.getInt32(at, true);
    let ends = endsIn(word);
    while (ends === 0) {
      const ready = spread(word);
      low = lowAfter(low, ready);
      high = highAfter(high, ready);
      at += WORD;
      word = view.getInt32(at, true);
      ends = endsIn(word);
    }
    // The lowest of the four bits is the 7th of its byte.
    const bits = 24 - Math.clz32(ends & -ends);
    if (((word >>> bits) & 0xff) !== QUOTE) return false;
    this.to = at + (bits >> 3);
    const last = spread(lastWord(word & ((1 << bits) - 1), this.to - from));
    this.low = lowAfter(low, last);
    this.high = highAfter(high, last);
    return true;
  }
}
