import type { Complaint } from '@duka/model';

/** One record as it came, or why there is none. `line` counts from 1 (in Parquet, rows). */
export type RawRecord =
  | { readonly line: number; readonly record: unknown }
  | { readonly line: number; readonly complaint: Complaint };
