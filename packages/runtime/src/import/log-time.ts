import { offsetMinutes } from '../intake/time.ts';
import type { Zone } from './local-time.ts';
import { offsetAt, readLocalTime, utc } from './local-time.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(?<name>${MONTHS.join('|')})[a-z]*`;
const CLOCK = '(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)(?:[.,:](?<part>\\d{1,6}))?';
const OFFSET = '\\s?(?<offset>Z|[+-]\\d\\d:?\\d\\d)?(?!\\d)';

/** How logs write when a line was written, the most telling first. */
const FORMS: readonly RegExp[] = [
  // 2026-11-03 09:00:00.123, 20261103090000, 2026年11月3日 9时00分00秒
  /(?<!\d)(?<year>20\d\d)[-/.年]?(?<month>\d{1,2})[-/.月]?(?<day>\d{1,2})日?[T _-]?(?<hour>\d{1,2})[:时]?(?<minute>\d\d)[:分]?(?<second>\d\d)秒?(?:[.,:]?(?<part>\d{1,6}))?\s?(?<offset>Z|[+-]\d\d:?\d\d)?(?!\d)/,
  // 03/Nov/2026:09:00:00 +0800, 3 Nov 2026 09:00:00,123
  new RegExp(`(?<!\\d)(?<day>\\d{1,2})[ /-]${MONTH}[ /-](?<year>20\\d\\d)[ :T]${CLOCK}${OFFSET}`, 'i'),
  // Nov 03 09:00:00 CST 2026, as Java writes it
  new RegExp(`\\b${MONTH} +(?<day>\\d{1,2}) +${CLOCK} [A-Z]{3,4} (?<year>20\\d\\d)\\b`, 'i'),
  // Nov  3 09:00:00 of a syslog (RFC 3164, 4.1.2)
  new RegExp(`\\b${MONTH} +(?<day>\\d{1,2}) +${CLOCK}(?!\\d)`, 'i'),
  // 11-03 09:00:00.123 of Android
  new RegExp(`(?<![\\d-])(?<month>\\d\\d)-(?<day>\\d\\d) ${CLOCK}(?!\\d)`),
  // Since 1970, in ms or in seconds, and nothing before it
  /^\W{0,2}(?<seconds>1\d{9})(?:[.,]?(?<part>\d{3,6}))?(?!\d)/,
  new RegExp(`(?<![\\d:])${CLOCK}(?![\\d:])`),
];

const DAY = 86_400_000;
/** The clock of who wrote the log may be ahead of the one that dated the file by so much, ms. */
const CLOCKS_APART = 5 * 60_000;

/**
 * The time in the text before a message, ms since 1970: with its date, with month and day (of the latest year that is not after the
 * log), or alone and then of the latest day on which it is not after it.
 * @param reference when the log was written, ms since 1970
 * @returns null where there is none
 */
export function readLogTime(text: string, zone: Zone, reference: number | null): number | null {
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (parts !== undefined) return instantOf(parts, zone, reference);
  }
  return null;
}

function instantOf(parts: { readonly [name: string]: string }, zone: Zone, reference: number | null): number | null {
  const { year, month, name, day, hour = '', minute = '', second = '', part = '', offset, seconds } = parts;
  const thousandths = Number(part.padEnd(3, '0').slice(0, 3));
  if (seconds !== undefined) return Number(seconds) * 1000 + thousandths;
  const months = name === undefined ? Number(month) : MONTHS.indexOf(name.toLowerCase()) + 1;
  const clock = [Number(hour), Number(minute), Number(second)] as const;
  if (year !== undefined) {
    const local = utc(Number(year), months, Number(day), ...clock);
    const minutes = offset === undefined ? null : offsetMinutes(offset);
    return local === null ? null : local + thousandths - (minutes ?? zone(local)) * 60_000;
  }
  if (reference === null) return null;
  const written = new Date(reference + offsetAt(reference, zone) * 60_000);
  const date =
    day === undefined
      ? written.toISOString().slice(5, 10).replace('-', '')
      : `${String(months).padStart(2, '0')}${day.padStart(2, '0')}`;
  const ms = readLocalTime(date, `${hour}${minute}${second}`, reference, zone);
  if (ms === null) return null;
  const isTomorrow = day === undefined && ms > reference + CLOCKS_APART;
  return ms + thousandths - (isTomorrow ? DAY : 0);
}
