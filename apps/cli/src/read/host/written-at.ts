import type { Zone } from '@duka/runtime';
import type { Source } from '../sources.ts';

const DAY = 86_400_000;
const DATED = /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/g;

/**
 * When a log was written, ms since 1970: the end of the day that its name tells (host-20261103.log), else when the file was last
 * changed, else now. Dates without a year, and times without a date, are read by it.
 */
export function writtenAt({ name, changed }: Source, zone: Zone): number {
  const [, year, month, day] = [...name.matchAll(DATED)].at(-1) ?? [];
  if (year === undefined) return changed ?? Date.now();
  const lastMs = Date.UTC(Number(year), Number(month) - 1, Number(day)) + DAY - 1;
  return lastMs - zone(lastMs) * 60_000;
}
