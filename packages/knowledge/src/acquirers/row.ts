import type { Source, Text } from '@duka/model';

/** A fact that may change: where it was read, and when that was written or read (YYYY-MM). `weak`: one trade blog, or several that copy each other. */
export type Dated<T> = { readonly value: T; readonly source: Source; readonly asOf: string; readonly weak?: true };

/** What nobody has shown yet: the merchant asks the acquirer, or tells us. */
export const UNKNOWN = 'unknown';
export type Known<T> = Dated<T> | typeof UNKNOWN;

/**
 * A licensed company that gives terminals to merchants. Rows are edited as facts change: no licence numbers, territories or expiry
 * dates are kept here, since the regulator's list alone is up to date.
 */
export type Acquirer = {
  readonly id: string;
  readonly name: Text;
  /** Other names that people and logs use. */
  readonly aliases: readonly string[];
  readonly company: Known<string>;
  /** First three digits of its merchant numbers. */
  readonly codes: readonly Dated<string>[];
  readonly hotline: Known<string>;
  readonly site: Known<string>;
};
