import { bytesOf } from './encodings.ts';
import { LENGTH } from './lengths.ts';
import type { Field } from './spec.ts';

/** The last field of a message with two bitmaps. */
export const LAST_FIELD = 128;

/** What the way through a message asks of each field, by its number: columns of numbers are the fastest to ask. */
export type Columns = {
  readonly encoding: Uint8Array;
  /** Bytes of a field whose length is fixed; else `VARIABLE`, or `ABSENT` where the specification has no such field. */
  readonly bytes: Int32Array;
  readonly size: Int32Array;
  readonly prefix: Uint8Array;
  readonly lengths: Uint8Array;
  readonly countsBytes: Uint8Array;
  readonly care: Uint8Array;
  /** 1 where every byte must be of decimal digits. */
  readonly digits: Uint8Array;
  /** Characters of the text of a unit. */
  readonly width: Uint8Array;
};

const VARIABLE = -1;
export const ABSENT = -2;

function fixedBytes(field: Field | undefined): number {
  if (!field) return ABSENT;
  return field.prefix > 0 ? VARIABLE : bytesOf(field.encoding, field.size);
}

export function columnsOf(fields: readonly (Field | undefined)[]): Columns {
  const column = (value: (field: Field) => number): Uint8Array =>
    Uint8Array.from(fields, (field) => (field ? value(field) : 0));
  return {
    encoding: column(({ encoding }) => encoding),
    bytes: Int32Array.from(fields, fixedBytes),
    size: Int32Array.from(fields, (field) => field?.size ?? 0),
    prefix: column(({ prefix }) => prefix),
    lengths: column(({ lengths }) => LENGTH[lengths]),
    countsBytes: column(({ row }) => (row.counts === 'bytes' ? 1 : 0)),
    care: column(({ care }) => care),
    digits: column(({ kind, row }) => (kind === 'n' && !row.secret ? 1 : 0)),
    width: column(({ kind }) => (kind === 'b' ? 2 : 1)),
  };
}
