import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS, fail, quote } from '@duka/model';

const REQUIRED = ATTEMPT_FIELD_NAMES.filter((field) => 'required' in ATTEMPT_FIELDS[field]);

/** The names of columns, without case. @throws DukaError file.header where a required one is missing */
export function readHeader(cells: readonly string[], file: string): readonly string[] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = REQUIRED.filter((field) => !names.includes(field));
  if (missing.length > 0) throw fail('file.header', { path: quote(file, 200), missing });
  return names;
}
