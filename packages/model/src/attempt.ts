import type { Interface, Link, Outcome, Reason, Stage } from './vocabulary.ts';
import { INTERFACES, LINKS, OUTCOMES, REASONS, STAGES } from './vocabulary.ts';

/**
 * The read attempt: one time that a terminal tried to get through a card transaction.
 * This table is the only list of its fields: types, JSON Schema, CSV header, intake checks
 * and the card-data guard all read it.
 *
 * `secrecy` says what the card-data guard does with a string that holds card data:
 * `token` replaces it by a keyed token so that identity survives, `remove` blanks it,
 * `merchant` is a 15-digit merchant number (exempt unless it begins as an Amex number does),
 * `exempt` cannot hold card data by its nature.
 */
export const ATTEMPT_FIELDS = {
  time: { kind: 'time', required: true, secrecy: 'exempt' },
  terminal_id: { kind: 'text', required: true, max: 64, secrecy: 'remove' },
  interface: { kind: 'enum', values: INTERFACES, required: true, secrecy: 'remove' },
  outcome: { kind: 'enum', values: OUTCOMES, required: true, secrecy: 'remove' },
  stage: { kind: 'enum', values: STAGES, secrecy: 'remove' },
  reason: { kind: 'enum', values: REASONS, secrecy: 'remove' },
  code: { kind: 'text', secrecy: 'remove' },
  attempt_id: { kind: 'text', max: 128, secrecy: 'token' },
  sale_id: { kind: 'text', secrecy: 'token' },
  merchant_id: { kind: 'text', secrecy: 'merchant' },
  store_id: { kind: 'text', secrecy: 'token' },
  region: { kind: 'text', secrecy: 'remove' },
  acquirer: { kind: 'text', secrecy: 'remove' },
  operator_id: { kind: 'text', secrecy: 'token' },
  card_ref: { kind: 'text', secrecy: 'token' },
  bin: { kind: 'digits', min: 6, max: 8, secrecy: 'remove' },
  service_code: { kind: 'digits', min: 3, max: 3, secrecy: 'remove' },
  fallback: { kind: 'boolean', secrecy: 'exempt' },
  model: { kind: 'text', secrecy: 'remove' },
  serial: { kind: 'text', secrecy: 'token' },
  app_version: { kind: 'text', secrecy: 'remove' },
  firmware_version: { kind: 'text', secrecy: 'remove' },
  param_version: { kind: 'text', secrecy: 'remove' },
  link: { kind: 'enum', values: LINKS, secrecy: 'remove' },
  carrier: { kind: 'text', secrecy: 'remove' },
  signal_dbm: { kind: 'number', unit: 'dBm', secrecy: 'exempt' },
  rtt_ms: { kind: 'number', unit: 'ms', secrecy: 'exempt' },
  duration_ms: { kind: 'number', unit: 'ms', secrecy: 'exempt' },
  indicator: { kind: 'text', secrecy: 'remove' },
  amount_minor: { kind: 'integer', unit: 'minor', secrecy: 'exempt' },
  currency: { kind: 'text', max: 3, secrecy: 'remove' },
} as const satisfies Record<string, AttemptFieldSpec>;

export type AttemptFieldSpec = {
  readonly kind: 'time' | 'text' | 'enum' | 'digits' | 'boolean' | 'number' | 'integer';
  readonly required?: true;
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly unit?: 'dBm' | 'ms' | 'minor';
  readonly secrecy: 'token' | 'remove' | 'merchant' | 'exempt';
};

export type AttemptField = keyof typeof ATTEMPT_FIELDS;
export const ATTEMPT_FIELD_NAMES = Object.keys(ATTEMPT_FIELDS) as readonly AttemptField[];

/** One accepted attempt. `time` is ms since 1970 UTC; what is absent is not known. */
export type Attempt = {
  time: number;
  terminal_id: string;
  interface: Interface;
  outcome: Outcome;
  stage?: Stage;
  reason?: Reason;
  link?: Link;
  fallback?: boolean;
  /** Fields that the contract does not name, kept as they came (after the card-data guard). */
  extra?: Record<string, unknown>;
} & { [K in TextField]?: string } & { [K in NumberField]?: number };

type FieldOfKind<Kind> = {
  [K in AttemptField]: (typeof ATTEMPT_FIELDS)[K]['kind'] extends Kind ? K : never;
}[AttemptField];
export type TextField = Exclude<FieldOfKind<'text' | 'digits'>, 'terminal_id'>;
export type NumberField = FieldOfKind<'number' | 'integer'>;
