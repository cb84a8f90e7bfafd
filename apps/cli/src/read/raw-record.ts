import type { Complaint } from '@duka/model';

/** One record as it came, or why there is none. `line` counts from 1 (in Parquet, rows). */
export type RawRecord =
  | { readonly line: number; readonly record: unknown }
  | { readonly line: number; readonly complaint: Complaint };

/** Records that are still to be taken in, and how many were taken in already; `line` is the last one read. */
export type Batch = { readonly records: readonly RawRecord[]; readonly taken: number; readonly line: number };
