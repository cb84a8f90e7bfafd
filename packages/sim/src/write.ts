import { ATTEMPT_FIELD_NAMES } from '@duka/model';
import type { AttemptRecord } from './record.ts';

/** One object a line, each line ended. */
export function toNdjson(records: readonly AttemptRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** The contract's names as header; what is not known is left empty. */
export function toCsv(records: readonly AttemptRecord[]): string {
  return [ATTEMPT_FIELD_NAMES.join(','), ...records.map((record) => csvRow(record, ATTEMPT_FIELD_NAMES)), ''].join(
    '\n',
  );
}

export function csvRow(record: object, columns: readonly string[]): string {
  const cells: { readonly [column: string]: unknown } = { ...record };
  return columns.map((column) => csvCell(cells[column])).join(',');
}

/** RFC 4180: quoted only where it must be. */
function csvCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
