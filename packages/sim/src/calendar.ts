/** Civil time of China: UTC+8, no daylight saving. All times are ms since 1970 UTC. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

/** Days since 1970 of the local date. */
export function localDay(time: number): number {
  return Math.floor((time + OFFSET) / DAY);
}

/** Ms since local midnight. */
export function sinceMidnight(time: number): number {
  return time + OFFSET - localDay(time) * DAY;
}

export function midnightOf(day: number): number {
  return day * DAY - OFFSET;
}

/** 0 is Sunday. 1970-01-01 was a Thursday. */
export function weekday(day: number): number {
  return (day + 4) % 7;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
/** Times are written by the million. */
const TWO = Array.from({ length: 100 }, (_, value) => pad(value, 2));
const THREE = Array.from({ length: 1000 }, (_, value) => pad(value, 3));

/** Year, month and day from days since 1970 (the usual 400-year-era arithmetic of the Gregorian calendar). */
function dateText(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${TWO[month]}-${TWO[date]}`;
}

function clockText(time: number, offset: number): string {
  const ms = (((time + offset) % DAY) + DAY) % DAY;
  const seconds = Math.floor(ms / 1000);
  return `${TWO[Math.floor(seconds / 3600)]}:${TWO[Math.floor(seconds / 60) % 60]}:${TWO[seconds % 60]}.${THREE[ms % 1000]}`;
}

/** 1 to 12. */
export function monthOf(day: number): number {
  return Number(dateText(day).slice(5, 7));
}

/** `2026-06-01T09:00:00.000+08:00` */
export function chinaTime(time: number): string {
  return `${dateText(localDay(time))}T${clockText(time, OFFSET)}+08:00`;
}

/** `2026-06-01T01:00:00.000Z` */
export function utcTime(time: number): string {
  return `${dateText(Math.floor(time / DAY))}T${clockText(time, 0)}Z`;
}
