import type { LocalFailures } from '@duka/fleet/localise';
import { localise, localiseFailures } from '@duka/fleet/localise';
import { agesAt } from './ages.ts';
import type { Table, Wanted } from './table.ts';

/** Which columns hold what is measured: a value and its forecast, or failed and all attempts over time. */
export type Columns =
  | { readonly kind: 'forecast'; readonly real: string; readonly predict: string }
  | {
      readonly kind: 'ratio';
      readonly failed: string;
      readonly total: string;
      readonly time: string;
      readonly at: string;
    };

export function wantedOf(columns: Columns): readonly Wanted[] {
  if (columns.kind === 'forecast') {
    return [
      { name: columns.real, is: 'number' },
      { name: columns.predict, is: 'number' },
    ];
  }
  return [
    { name: columns.failed, is: 'number' },
    { name: columns.total, is: 'number' },
    { name: columns.time, is: 'text' },
  ];
}

/** @throws DukaError usage.value where the moment is not in the table */
export function causesOf({ attributes, columns: read }: Table, columns: Columns, file: string): LocalFailures {
  if (columns.kind === 'forecast') {
    const [real, predict] = read as [readonly number[], readonly number[]];
    return { causes: localise({ attributes, real, predict }), rise: 1 };
  }
  const [failed, total, times] = read as [readonly number[], readonly number[], readonly string[]];
  // More cannot fail than was tried.
  const bounded = failed.map((count, row) => Math.min(Math.max(0, count), total[row]!));
  return localiseFailures({ attributes, failed: bounded, total, age: agesAt(times, columns.at, file) });
}
