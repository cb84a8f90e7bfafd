import type { OffsetMinutes } from '../intake/time.ts';

/** Gives the offset of a local time. */
export type Zone = (localMs: number) => OffsetMinutes;

const DAY = 86_400_000;
/** 29 February comes every four years, or after eight. */
const YEARS_BACK = 8;

/**
 * Fields 13 (MMDD) and 12 (hhmmss) name no year: it is the latest one that does not put them more than a day after
 * `reference` (when the log was written, ms since 1970).
 * @returns ms since 1970; null where they are no date and time
 */
export function readLocalTime(
  date: string | undefined,
  clock: string | undefined,
  reference: number | null,
  zone: Zone,
): number | null {
  const written = `${date ?? ''}${clock ?? ''}`;
  if (reference === null || !/^\d{10}$/.test(written)) return null;
  const part = (index: number): number => Number(written.slice(index * 2, index * 2 + 2));
  const [month, day, hour, minute, second] = [part(0), part(1), part(2), part(3), part(4)];
  const year = new Date(reference + DAY).getUTCFullYear();
  for (let back = 0; back <= YEARS_BACK; back++) {
    const local = utc(year - back, month, day, hour, minute, second);
    if (local === null) continue;
    const ms = local - zone(local) * 60_000;
    if (ms <= reference + DAY) return ms;
  }
  return null;
}

/** Null where there is no such day or hour. */
export function utc(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** The offset at an instant: found from the offset at about that local time. */
export const offsetAt = (ms: number, zone: Zone): OffsetMinutes => zone(ms + zone(ms) * 60_000);
