import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS, fail } from '@duka/model';

const REQUIRED = ATTEMPT_FIELD_NAMES.filter((field) => 'required' in ATTEMPT_FIELDS[field]);

/** Names of columns of which whoever made the file should know: no field is called so, or a field has several and the last one counts. */
export type OddColumns = { readonly unknown: readonly string[]; readonly twice: readonly string[] };
export type OnColumns = (file: string, odd: OddColumns) => void;

/**
 * The names of columns, without case.
 * @param file safe to show
 * @throws DukaError file.header where a required one is missing
 */
export function readHeader(cells: readonly string[], file: string, onColumns: OnColumns): readonly string[] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = REQUIRED.filter((field) => !names.includes(field));
  if (missing.length > 0) throw fail('file.header', { path: file, missing });
  const isField = (name: string): boolean => Object.hasOwn(ATTEMPT_FIELDS, name);
  onColumns(file, {
    unknown: cells.filter((_, at) => names[at] !== '' && !isField(names[at]!)),
    twice: ATTEMPT_FIELD_NAMES.filter((field) => names.indexOf(field) < names.lastIndexOf(field)),
  });
  return names;
}
