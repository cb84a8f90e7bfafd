import type { Lane, Rows } from './lane.ts';
import { TextPieces } from './text-pieces.ts';

/**
 * Takes a text that is not empty to a row of the store's columns. Where it is unusual that is not done, and false is returned.
 */
export type TakeText = (bytes: Uint8Array, from: number, to: number, rows: Rows, row: number) => boolean;

/** A column of texts of which most differ: each is looked at where it stands. @param longest bytes of most of them, at most */
export function textLane(sql: string, longest: number, takeText: TakeText, isRequired: boolean): Lane {
  const texts = new TextPieces(sql, longest);
  const isTaken = (rows: Rows, row: number): boolean => {
    if (!texts.look(row)) return false;
    if (texts.from === texts.to) return !isRequired;
    return takeText(texts.bytes, texts.from, texts.to, rows, row);
  };
  return {
    asks: texts.asks,
    take: (vectors, rows) => {
      texts.load(vectors);
      for (let row = 0; row < rows.count; row++) if (!isTaken(rows, row)) rows.odd[row] = 1;
    },
  };
}
