import { EVENT_COLUMNS, SITE_COLUMNS, TEXT_COLUMNS } from '@duka/fleet';
import type { AttemptField } from '@duka/model';
import { ATTEMPT_FIELDS } from '@duka/model';

/** Whether a column is a field of the contract. */
export const isField = (header: string): header is AttemptField => Object.hasOwn(ATTEMPT_FIELDS, header);

/** Fields that lie in the store as one number, together with others. */
export const TUPLED: readonly string[] = [...SITE_COLUMNS, ...EVENT_COLUMNS];

/** Fields whose values are codes in a column of their own. */
export type CodeField = (typeof TEXT_COLUMNS)[number];
export const isCodeField = (field: AttemptField): field is CodeField =>
  (TEXT_COLUMNS as readonly string[]).includes(field);

/** Where the numbers go. */
export const NUMBER_COLUMNS = {
  amount_minor: 'amount_minor',
  signal_dbm: 'signal_dbm',
  rtt_ms: 'rtt_ms',
  duration_ms: 'duration_ms',
} as const satisfies { readonly [F in AttemptField]?: string };
export type NumberField = keyof typeof NUMBER_COLUMNS;
export const isNumberField = (field: AttemptField): field is NumberField => Object.hasOwn(NUMBER_COLUMNS, field);
