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

export const isRefused = (result: Taken | Refused): result is Refused => 'complaint' in result;

/**
 * One foreign record → one attempt, or the reason why not. Nothing that holds card data leaves this function.
 * Absent, empty and null mean "not known". An optional field that cannot be read (a bin of letters, a signal
 * strength of "n/a") is not known either: the attempt still counts.
 */
export function takeRecord(record: unknown, options: IntakeOptions): Taken | Refused {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return { field: null, complaint: complain('attempt.malformed', { found: quote(record) }), removed: 0 };
  }
  const source = record as Record<string, unknown>;
  const target: Record<string, unknown> = {};
  let removed = 0;
  let offset: OffsetMinutes | null = null;
  for (const field of ATTEMPT_FIELD_NAMES) {
    const spec: AttemptFieldSpec = ATTEMPT_FIELDS[field];
    const raw = source[field];
    if (raw === undefined || raw === null || raw === '' || (typeof raw === 'string' && raw.trim() === '')) {
      if (spec.required) return { field, complaint: complain('attempt.missing', { field }), removed };
      continue;
    }
    if (spec.kind === 'time') {
      const time = parseTime(raw, options.zone);
      if (time === null) return { field, complaint: complain('attempt.time', { found: quote(raw) }), removed };
      if (time === 'no_offset')
        return { field, complaint: complain('attempt.time_zone', { found: quote(raw) }), removed };
      target[field] = time.ms;
      offset = time.offset;
      continue;
    }
    if (spec.kind === 'number' || spec.kind === 'integer') {
      const number = toNumber(raw);
      if (number !== null) target[field] = spec.kind === 'integer' ? Math.round(number) : number;
      continue;
    }
    if (spec.kind === 'boolean') {
      const flag = toBoolean(raw);
      if (flag !== null) target[field] = flag;
      continue;
    }
    if (typeof raw === 'object') continue;
    const text = String(raw).trim();
    if (spec.kind === 'enum') {
      const value = text.toLowerCase();
      if (!(spec.values as readonly string[]).includes(value)) {
        return { field, complaint: unknownValue(field, text, spec.values as readonly string[]), removed };
      }
      target[field] = value;
      continue;
    }
    if (spec.kind === 'digits' && !isDigits(text, spec)) continue;
    if (spec.max !== undefined && spec.kind === 'text' && text.length > spec.max) {
      if (field === 'currency') continue;
      return { field, complaint: complain('attempt.length', { field, found: text.length, max: spec.max }), removed };
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

function takeExtra(source: Record<string, unknown>): { value: Record<string, unknown> | null; removed: number } {
  let value: Record<string, unknown> | null = null;
  let removed = 0;
  for (const name in source) {
    if (Object.hasOwn(ATTEMPT_FIELDS, name)) continue;
    const guarded = guardUnknown('', { [name]: source[name] });
    removed += guarded.removed;
    value = Object.assign(value ?? {}, guarded.value);
  }
  return { value, removed };
}

function unknownValue(field: AttemptField, text: string, needed: readonly string[]): Complaint {
  return complain('attempt.enum', {
    field,
    found: quote(text),
    needed: needed.length > 12 ? [...needed.slice(0, 8), '…'] : needed,
    nearest: nearest(text, needed, 1)[0] ?? null,
  });
}

function isDigits(text: string, spec: AttemptFieldSpec): boolean {
  return /^\d+$/.test(text) && text.length >= (spec.min ?? 1) && text.length <= (spec.max ?? Number.POSITIVE_INFINITY);
}

function toNumber(raw: unknown): number | null {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null;
  if (typeof raw === 'bigint') return Number(raw);
  if (typeof raw !== 'string' || !/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(raw)) return null;
  const number = Number(raw);
  return Number.isFinite(number) ? number : null;
}

function toBoolean(raw: unknown): boolean | null {
  if (typeof raw === 'boolean') return raw;
  const text = String(raw).trim().toLowerCase();
  if (text === 'true' || text === '1' || text === 'yes' || text === 'y') return true;
  if (text === 'false' || text === '0' || text === 'no' || text === 'n') return false;
  return null;
}
