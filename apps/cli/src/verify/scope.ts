import type { Scope, ScopeColumn } from '@duka/model';
import { fail, INTERFACES, nearest, quote, SCOPE_COLUMNS } from '@duka/model';
import { oneOf } from '../options.ts';

/**
 * `terminal_id=T1,interface=chip`; a column that is named twice takes either value. @throws DukaError usage.value
 */
export function readScope(written: string): Scope {
  const values = new Map<ScopeColumn, string[]>();
  for (const part of written.split(',')) {
    const [name = '', ...rest] = part.split('=');
    const value = rest.join('=').trim();
    const column = SCOPE_COLUMNS.find((one) => one === name.trim());
    if (column === undefined || value === '') throw notAScope(part, name.trim());
    if (column === 'interface') oneOf('--scope interface', value, INTERFACES);
    values.set(column, [...(values.get(column) ?? []), value]);
  }
  return Object.fromEntries([...values].map(([column, list]) => [column, list.length === 1 ? list[0]! : list]));
}

function notAScope(part: string, name: string): Error {
  const near = nearest(name, SCOPE_COLUMNS, 2);
  const columns = (near.length > 0 ? near : SCOPE_COLUMNS).join(' ');
  return fail('usage.value', {
    option: '--scope',
    found: quote(part),
    needed: {
      zh: `列=值，如 terminal_id=33087586,interface=chip（列名：${columns}）`,
      en: `column=value, such as terminal_id=33087586,interface=chip (columns: ${columns})`,
    },
  });
}
