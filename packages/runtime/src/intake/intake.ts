import type { Attempt, AttemptField, AttemptFieldSpec, Complaint, Tokenize } from '@duka/model';
import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS, complain, guardField, guardUnknown, nearest, quote } from '@duka/model';
import type { OffsetMinutes } from './time.ts';
import { parseTime } from './time.ts';

export type IntakeOptions = {
  readonly tokenize: Tokenize;
  /** Gives the offset of a local time that has none; null refuses such times. */
  readonly zone: ((localMs: number) => OffsetMinutes) | null;
};

export type Taken = { readonly attempt: Attempt; readonly removed: number; readonly offset: OffsetMinutes | null };
export type Refused = { readonly field: AttemptField | null; readonly complaint: Complaint; readonly removed: number };

/** The table as a list: looking a field up by its name for every record costs more than reading it. */
const FIELDS: readonly { readonly field: AttemptField; readonly spec: AttemptFieldSpec }[] = ATTEMPT_FIELD_NAMES.map(
  (field) => ({ field, spec: ATTEMPT_FIELDS[field] }),
);

export const isRefused = (result: Taken | Refused): result is Refused => 'complaint' in result;

/**
 * One foreign record → one attempt, or the reason why not. Nothing that holds card data leaves this function.
 * Absent, empty and null mean "not known". An optional field that cannot be read (a bin of letters, a signal
 * strength of "n/a") is not known either: the attempt still counts.
 */
export function takeRecord(record: unknown, options: IntakeOptions): Taken | Refused {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return {
      field: null,
      removed: cardDataIn(record),
      complaint: complain('attempt.malformed', { found: quote(record) }),
    };
  }
  const source = record as Record<string, unknown>;
  const target: Record<string, unknown> = {};
  let removed = 0;
  let offset: OffsetMinutes | null = null;
  for (const { field, spec } of FIELDS) {
    const raw = source[field];
    if (raw === undefined || raw === null || raw === '' || (typeof raw === 'string' && raw.trim() === '')) {
      if (spec.required) return refuse(source, field, complain('attempt.missing', { field }));
      continue;
    }
    if (spec.kind === 'time') {
      const time = parseTime(raw, options.zone);
      if (time === null) return refuse(source, field, complain('attempt.time', { found: quote(raw) }));
      if (time === 'no_offset') return refuse(source, field, complain('attempt.time_zone', { found: quote(raw) }));
      target[field] = time.ms;
      offset = time.offset;
      continue;
    }
    if (spec.kind === 'number' || spec.kind === 'integer') {
      const number = toNumber(raw);
      if (number !== null && (spec.kind === 'number' || Number.isInteger(number))) target[field] = number;
      continue;
    }
    if (spec.kind === 'boolean') {
      const flag = toBoolean(raw);
      if (flag !== null) target[field] = flag;
      continue;
    }
    if (spec.kind === 'enum') {
      const values = spec.values as readonly string[];
      const value = typeof raw === 'string' ? raw.trim().toLowerCase() : '';
      if (!values.includes(value)) return refuse(source, field, unknownValue(field, raw, values));
      target[field] = value;
      continue;
    }
    if (typeof raw === 'object') {
      if (spec.required) return refuse(source, field, complain('attempt.text', { field, found: quote(raw) }));
      removed += cardDataIn(raw);
      continue;
    }
    const text = String(raw).trim();
    const isTooLong = spec.kind === 'text' && spec.max !== undefined && text.length > spec.max;
    if (isTooLong && field !== 'currency') {
      return refuse(source, field, complain('attempt.length', { field, found: text.length, max: spec.max }));
    }
    if (isTooLong || (spec.kind === 'digits' && !isDigits(text, spec))) {
      removed += cardDataIn(text);
      continue;
    }
    const guarded = guardField(field, text, options.tokenize);
    removed += guarded.removed;
    target[field] = guarded.value;
  }
  const extra = takeExtra(source);
  removed += extra.removed;
  if (extra.value) target.extra = extra.value;
  return { attempt: target as Attempt, removed, offset };
}

/** The card data of a record that is refused was there as well: all of its fields are looked at, whichever is to blame. */
function refuse(source: Record<string, unknown>, field: AttemptField, complaint: Complaint): Refused {
  let removed = takeExtra(source).removed;
  for (const { field: name, spec } of FIELDS) {
    const raw = source[name];
    if (raw === null || raw === undefined || spec.kind === 'number' || spec.kind === 'integer') continue;
    if (typeof raw === 'object' || spec.kind === 'time') removed += cardDataIn(raw);
    else removed += guardField(name, String(raw), String).removed;
  }
  return { field, complaint, removed };
}

/** How many values that are dropped hold card data: they were there, and whoever writes the log should know. */
const cardDataIn = (dropped: unknown): number => guardUnknown('', dropped).removed;

function takeExtra(source: Record<string, unknown>): { value: unknown; removed: number } {
  const unknown: [string, unknown][] = [];
  for (const name of Object.keys(source)) {
    const isKnown = source[name] !== null && source[name] !== undefined;
    if (isKnown && !Object.hasOwn(ATTEMPT_FIELDS, name)) unknown.push([name, source[name]]);
  }
  // fromEntries defines where an assignment would call the setter of a field named __proto__.
  return unknown.length > 0 ? guardUnknown('', Object.fromEntries(unknown)) : { value: null, removed: 0 };
}

function unknownValue(field: AttemptField, raw: unknown, needed: readonly string[]): Complaint {
  return complain('attempt.enum', {
    field,
    found: quote(typeof raw === 'string' ? raw.trim() : raw),
    needed: needed.length > 12 ? [...needed.slice(0, 8), '…'] : needed,
    nearest: typeof raw === 'string' ? (nearest(raw.trim().slice(0, LONGEST_WORD), needed, 1)[0] ?? null) : null,
  });
}

function isDigits(text: string, spec: AttemptFieldSpec): boolean {
  return /^\d+$/.test(text) && text.length >= (spec.min ?? 1) && text.length <= (spec.max ?? Number.POSITIVE_INFINITY);
}

/** Thirteen digits before the point: no signal, time or amount has them, but a card number does. */
export const TOO_BIG = 1e12;
/** Longer than any word of the vocabulary: bounds the work that a hostile value can ask for. */
const LONGEST_WORD = 64;

/** A number of a record; null where it is none, or too big to be one. */
export function toNumber(raw: unknown): number | null {
  const isNumber = typeof raw === 'number' || typeof raw === 'bigint';
  const isWritten = typeof raw === 'string' && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(raw);
  if (!isNumber && !isWritten) return null;
  const number = Number(raw);
  return Math.abs(number) < TOO_BIG ? number : null;
}

function toBoolean(raw: unknown): boolean | null {
  if (typeof raw === 'boolean') return raw;
  const text = String(raw).trim().toLowerCase();
  if (text === 'true' || text === '1' || text === 'yes' || text === 'y') return true;
  if (text === 'false' || text === '0' || text === 'no' || text === 'n') return false;
  return null;
}
