import type { Complaint } from '@duka/model';

/**
 * One record as it came, or why there is none. `line` counts from 1 (in Parquet rows, in captures packets, in framed logs messages);
 * `file` is named where it is not the one being read: a request may get its reply in the next.
 */
export type RawRecord = { readonly line: number; readonly file?: string } & (
  | { readonly record: unknown }
  | {
      readonly complaint: Complaint;
      /** In how many places of what was refused there was card data. */
      readonly removed?: number;
    }
);

/** Records that are still to be taken in, and how many were taken in already; `line` is the last one read. */
export type Batch = { readonly records: readonly RawRecord[]; readonly taken: number; readonly line: number };
