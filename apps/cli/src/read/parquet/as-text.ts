import type { AttemptField } from '@duka/model';
import { guardUnknown } from '@duka/model';
import { isCodeField, isField, isNumberField, TUPLED } from './fields.ts';
import type { Intake } from './known-values.ts';
import type { TableColumn } from './table.ts';
import { asJson } from './table.ts';
import type { TakeText } from './text-lane.ts';
import { codeUse, contentUse, extraUse, idUse, numberUse, timeUse } from './text-uses.ts';
import type { Kind } from './types.ts';
import { kindOf } from './types.ts';

/** A column that may be read text by text: `sql` gives the texts; where `use` is null nothing can be done with them but count them. */
export type AsText = { readonly column: TableColumn; readonly sql: string; readonly use: TakeText | null };

/** Texts that the intake would get: of other kinds, JSON and text differ. */
const TEXTS: readonly Kind[] = ['text', 'small', 'whole', 'other'];
const WHOLE: readonly Kind[] = ['small', 'whole', 'instant'];

/** Null where the values of the column are to be looked at once each, however many they are. */
export function asText(column: TableColumn, intake: Intake): AsText | null {
  const { name, header, type } = column;
  const kind = kindOf(type);
  if (!isField(header)) return extraAsText(column, kind);
  if (isNumberField(header)) return { column, sql: `${asJson(column)}::varchar`, use: numberUse(header) };
  const use = TEXTS.includes(kind) && !TUPLED.includes(header) ? useOf(header, kind, intake) : null;
  return use && { column, sql: kind === 'text' ? name : `${name}::varchar`, use };
}

function useOf(field: AttemptField, kind: Kind, { store, options }: Intake): TakeText | null {
  if (field === 'time') return kind === 'text' ? timeUse(options.zone) : null;
  if (field === 'attempt_id' || field === 'sale_id') return idUse(field);
  return isCodeField(field) ? codeUse(field, store.dictionaries[field]) : contentUse(field);
}

/** An empty text is one of an unknown field, and nothing known is none: it is made one that is left to the slow way. */
function extraAsText(column: TableColumn, kind: Kind): AsText | null {
  const { name, header } = column;
  if (kind === 'flag') return null;
  const sql = `${kind === 'whole' ? name : asJson(column)}::varchar`;
  if (kind === 'nested' || kind === 'fraction' || !isHarmlessName(header)) return { column, sql, use: null };
  const isNumber = WHOLE.includes(kind);
  return { column, sql: isNumber ? sql : `if(${sql} = '', ' ', ${sql})`, use: extraUse(header, isNumber) };
}

/** Any text that is no PIN block of sixteen digits would do. */
const HARMLESS = 'a'.repeat(16);

/** Whether the name of a field alone tells nothing to the guard. */
const isHarmlessName = (name: string): boolean => guardUnknown('', { [name]: HARMLESS }).removed === 0;
