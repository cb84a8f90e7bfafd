import type { Asked } from './lane.ts';
import { asWords } from './lane.ts';

/** DuckDB's string_t: the length in four bytes, then up to twelve bytes in place; of longer ones twelve bytes are no text. */
const INLINE = 12;
const STRING = 16;

/** So many pieces are asked for at most: texts that need more are left to the slow way. */
const MOST_PIECES = 11;

/**
 * Texts of a column as bytes. DuckDB hands out the memory of a vector, but a text of more than twelve bytes lies behind a
 * pointer; so texts are asked for in pieces that lie in place. The last piece is the rest: where it is too long, so is the text.
 */
export class TextPieces {
  readonly asks: readonly Asked[];
  /** Where the text of the row is that was looked at last. */
  bytes: Uint8Array = new Uint8Array(0);
  from = 0;
  to = 0;
  readonly #whole: Uint8Array;
  #pieces: readonly Uint8Array[] = [];
  #lengths: readonly Int32Array[] = [];

  /** @param longest how many bytes most texts have at most */
  constructor(sql: string, longest: number) {
    const pieces = Math.min(MOST_PIECES, Math.max(1, Math.ceil(longest / INLINE)));
    this.#whole = new Uint8Array(pieces * INLINE);
    this.asks = Array.from({ length: pieces }, (_, i) => ({
      sql: `coalesce(${pieceOf(sql, i, pieces)}, '')`,
      width: STRING,
    }));
  }

  load(vectors: readonly Uint8Array[]): void {
    this.#pieces = vectors;
    this.#lengths = vectors.map(asWords);
  }

  /** @returns whether the text of a row could be got */
  look(row: number): boolean {
    const length = this.#lengths[0]![4 * row]!;
    if (length > INLINE) return false;
    this.from = STRING * row + 4;
    this.to = this.from + length;
    this.bytes = this.#pieces[0]!;
    return length < INLINE || this.#pieces.length === 1 || this.#join(row);
  }

  #join(row: number): boolean {
    let length = 0;
    for (let i = 0; i < this.#pieces.length; i++) {
      const its = this.#lengths[i]![4 * row]!;
      if (its > INLINE) return false;
      const bytes = this.#pieces[i]!;
      for (let at = STRING * row + 4, end = at + its; at < end; at++) this.#whole[length++] = bytes[at]!;
    }
    this.bytes = this.#whole;
    this.from = 0;
    this.to = length;
    return true;
  }
}

function pieceOf(sql: string, at: number, pieces: number): string {
  if (pieces === 1) return sql;
  return at === pieces - 1
    ? `substring(${sql}, ${1 + at * INLINE})`
    : `substring(${sql}, ${1 + at * INLINE}, ${INLINE})`;
}
