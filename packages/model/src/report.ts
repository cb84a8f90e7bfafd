import type { CauseId } from './cause.ts';
import type { Text } from './text.ts';
import type { Interface } from './vocabulary.ts';

/** Columns of the input that may bound a fault, in the order in which a scope names them. */
export const SCOPE_COLUMNS = [
  'terminal_id',
  'card_ref',
  'store_id',
  'merchant_id',
  'operator_id',
  'bin',
  'model',
  'app_version',
  'firmware_version',
  'param_version',
  'acquirer',
  'carrier',
  'link',
  'region',
  'interface',
] as const;
export type ScopeColumn = (typeof SCOPE_COLUMNS)[number];

/** The rows that a finding speaks of: every named column equals its value, or one of its values. */
export type Scope = { readonly [C in ScopeColumn]?: string | readonly string[] };

export type CauseProbability = { readonly cause: CauseId; readonly probability: number };

/** `weight` is the log10 Bayes factor that this piece of evidence gives the first cause over the others. */
export type Evidence = { readonly text: Text; readonly weight: number };

export const ACTORS = ['cashier', 'manager', 'technician', 'operations', 'acquirer', 'issuer', 'cardholder'] as const;
export type Actor = (typeof ACTORS)[number];

export type NextStep = { readonly id: string; readonly by: Actor; readonly minutes: number; readonly text: Text };

/**
 * When a part that wears will fail the share `limit` of its attempts: as likely before `date` as after it, and eight times in
 * ten from `from` to `to`, which is null where it lies out of sight.
 */
export type Forecast = {
  readonly limit: number;
  readonly date: string;
  readonly from: string;
  readonly to: string | null;
};

/** Times are RFC 3339. Counts are over the scope from `since` to `until` (or to the end of the input). */
export type Finding = {
  readonly id: string;
  readonly scope: Scope;
  readonly since: string;
  readonly until: string | null;
  readonly detected_at: string;
  readonly attempts: number;
  readonly failures: number;
  readonly expected_failures: number;
  readonly e_value: number;
  readonly causes: readonly CauseProbability[];
  readonly evidence: readonly Evidence[];
  readonly action: NextStep;
  readonly lost: { readonly sales: number; readonly amount_minor: number; readonly currency: string | null };
  /** Where the first cause is a part that wears, and it wears on. */
  readonly forecast?: Forecast;
};

/** A record that was refused: where, what was found, what was needed. Never holds card data. */
export type Reject = {
  readonly file: string;
  readonly line: number;
  readonly field: string | null;
  readonly code: string;
  readonly text: Text;
};

/** Attempts whose times lie half a year and more from all others: their terminals' clocks are most likely wrong. */
export type OddTimes = {
  readonly attempts: number;
  readonly terminals: number;
  /** The first few of these terminals, those with most such attempts first. */
  readonly terminal_ids: readonly string[];
};

export type InputSummary = {
  readonly attempts: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly conflicts: number;
  readonly removed_card_data: number;
  readonly bad_cards: number;
  readonly terminals: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Only where there are any. */
  readonly odd_times?: OddTimes;
  /** The first few rejects, by file and line. */
  readonly reject_samples: readonly Reject[];
};

export type Report = {
  readonly schema: 'duka.report/1';
  readonly input: InputSummary;
  readonly findings: readonly Finding[];
};

/** What a picture needs beside the report: counts over time for a finding, and a row for each terminal. */
export type ReportDetail = {
  readonly series: readonly FindingSeries[];
  readonly terminals: readonly TerminalRow[];
};

/** Buckets of equal width; `start` and `width` in ms since 1970 and ms. */
export type FindingSeries = {
  readonly finding: string;
  readonly start: number;
  readonly width: number;
  readonly buckets: readonly { readonly attempts: number; readonly failures: number; readonly expected: number }[];
};

export type TerminalRow = {
  readonly terminal_id: string;
  readonly store_id: string | null;
  readonly model: string | null;
  readonly attempts: number;
  readonly failures: number;
  readonly expected: number;
  readonly by_interface: readonly {
    readonly interface: Interface;
    readonly attempts: number;
    readonly failures: number;
  }[];
  /** Ids of the findings whose scope holds this terminal. */
  readonly findings: readonly string[];
};
