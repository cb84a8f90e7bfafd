import type { AttemptStore } from '@duka/fleet';
import type { OffsetMinutes } from '@duka/runtime';

/** A vector that a lane asks DuckDB for: an expression without nulls, and how many bytes a value of it takes. */
export type Asked = { readonly sql: string; readonly width: 1 | 2 | 4 | 8 | 16 };

/** Where a chunk's rows go: to the store's columns from `at` on. */
export type Rows = {
  readonly columns: AttemptStore['columns'];
  readonly at: number;
  readonly count: number;
  /** Not 0 for rows that hold anything unusual: they are left to the slow way. */
  readonly odd: Uint8Array;
  /** The offset from UTC that a row's time was written with, NO_OFFSET where none was. */
  readonly offsets: Int16Array;
};

export const NO_OFFSET: OffsetMinutes = 0x7fff;
/** As many rows as a chunk of DuckDB's can have. */
export const CHUNK = 2048;

/** Takes one column of the file, or some that belong together, into the store. */
export type Lane = {
  readonly asks: readonly Asked[];
  /** @param vectors what it asked for, in that order */
  readonly take: (vectors: readonly Uint8Array[], rows: Rows) => void;
};

export const asDoubles = ({ buffer, byteOffset, byteLength }: Uint8Array): Float64Array =>
  new Float64Array(buffer, byteOffset, byteLength / 8);

export const asWords = ({ buffer, byteOffset, byteLength }: Uint8Array): Int32Array =>
  new Int32Array(buffer, byteOffset, byteLength / 4);
