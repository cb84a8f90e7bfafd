import type { OffsetMinutes } from '../intake/time.ts';
import { offsetMinutes, parseTime } from '../intake/time.ts';
import type { Zone } from './local-time.ts';
import { readLocalTime, utc } from './local-time.ts';

/** The letters of a form: two-letter ones are of fixed width, single ones take one digit or two. */
const PARTS = {
  YYYY: ['year', '\\d{4}'],
  SSS: ['thousandths', '\\d{1,6}'],
  MM: ['month', '\\d\\d'],
  DD: ['day', '\\d\\d'],
  HH: ['hour', '\\d\\d'],
  mm: ['minute', '\\d\\d'],
  ss: ['second', '\\d\\d'],
  M: ['month', '\\d{1,2}'],
  D: ['day', '\\d{1,2}'],
  H: ['hour', '\\d{1,2}'],
  m: ['minute', '\\d{1,2}'],
  s: ['second', '\\d{1,2}'],
  Z: ['offset', '[Zz]|[+-]\\d\\d:?\\d\\d'],
} as const satisfies { readonly [letters: string]: readonly [name: string, pattern: string] };

const TOKEN = /YYYY|SSS|MM|DD|HH|mm|ss|[MDHmsZ]| +|[^A-Za-z ]+|[A-Za-z]/g;

/** A form such as `YYYY/M/D H:m` as a pattern; null where it lacks month, day or hour, or names a part twice. */
function patternOf(form: string): string | null {
  const seen = new Set<string>();
  const pattern = (form.match(TOKEN) ?? []).map((token) => {
    if (/^ +$/.test(token)) return '[\\sT]+';
    if (!(token in PARTS)) return token.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    const [name, digits] = PARTS[token as keyof typeof PARTS];
    if (seen.has(name)) seen.add('twice');
    seen.add(name);
    return `(?<${name}>${digits})`;
  });
  const isWhole = seen.has('month') && seen.has('day') && seen.has('hour') && !seen.has('twice');
  return isWhole ? pattern.join('') : null;
}

export type TimeForm = RegExp;

/** A form that a mapping file names; null where it is none. */
export function timeForm(form: string): TimeForm | null {
  const pattern = patternOf(form);
  return pattern === null ? null : new RegExp(`^${pattern}$`);
}

const DATES = ['YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日'];
const CLOCKS = ['H:m:s', 'H:m:s.SSS', 'H:m:s,SSS', 'H:m', 'HHmmss', 'H时m分s秒', 'H时m分', 'H点m分s秒'];

const USUAL_TEXTS = [
  ...DATES.flatMap((date) => CLOCKS.map((clock) => `${date} ${clock}`)),
  'YYYYMMDDHHmmss',
  'YYYYMMDDHHmmssSSS',
  'YYYY-M-D-H.m.s.SSS',
  'MMDDHHmmss',
];

/** The forms that exports and logs use. What may be day or month first (3/11/2026) is not among them. */
export const USUAL_FORMS: readonly TimeForm[] = USUAL_TEXTS.map((text) => timeForm(text)!);

export type FoundTime = { readonly ms: number; readonly offset: OffsetMinutes };

/** 03-11月-26 09.00.00.000000 上午, as Oracle writes it in Chinese. */
const ORACLE = /^(\d\d)-(\d{1,2})月 ?-(\d\d) (\d\d)\.(\d\d)\.(\d\d)/;
const HALF_DAY = /\s*(?:(上午|am)|(下午|pm))\s*/i;
const HOUR = /(?<=[\sT])\d{1,2}(?=[:时点])/;
/** The name of a zone after its offset, as Go writes it. */
const ZONE_NAME = /(?<=[+-]\d\d:?\d\d) [A-Z]{3,5}$/;

/** With the hour of the day, of whatever half of it, and nothing that is said twice. */
function plain(written: string): string {
  const text = written.trim().replace(ORACLE, '20$3-$2-$1 $4:$5:$6').replace(ZONE_NAME, '');
  const half = HALF_DAY.exec(text);
  if (half === null) return text;
  const hourOf = (hour: string): string => {
    const number = Number(hour);
    return number > 12 ? hour : String((number % 12) + (half[2] === undefined ? 0 : 12));
  };
  return text.replace(HALF_DAY, ' ').trim().replace(HOUR, hourOf);
}

/**
 * A time as an export writes it: by one of `forms`, RFC 3339, or ms or seconds since 1970 (13 or 10 digits).
 * A form without year takes the latest one that is not after `reference`.
 * @returns null where none fits
 */
export function readWrittenTime(
  written: string,
  forms: readonly TimeForm[],
  zone: Zone,
  reference: number | null,
): FoundTime | null {
  const text = plain(written);
  for (const form of forms) {
    const parts = form.exec(text)?.groups;
    if (parts === undefined) continue;
    const found = fromParts(parts, zone, reference);
    if (found !== null) return found;
  }
  if (/^1\d{9}$/.test(text)) return at(Number(text) * 1000, zone);
  if (/^1\d{12}$/.test(text)) return at(Number(text), zone);
  const parsed = parseTime(/^\d+$/.test(text) ? '' : text, zone);
  if (parsed === null || parsed === 'no_offset') return null;
  return { ms: parsed.ms, offset: parsed.offset ?? 0 };
}

const at = (ms: number, zone: Zone): FoundTime => ({ ms, offset: zone(ms + zone(ms) * 60_000) });

function fromParts(
  parts: { readonly [name: string]: string | undefined },
  zone: Zone,
  reference: number | null,
): FoundTime | null {
  const two = (name: string): string => (parts[name] ?? '0').padStart(2, '0');
  const thousandths = Number((parts.thousandths ?? '0').padEnd(3, '0').slice(0, 3));
  if (parts.year === undefined) {
    const clock = `${two('hour')}${two('minute')}${two('second')}`;
    const ms = readLocalTime(`${two('month')}${two('day')}`, clock, reference, zone);
    return ms === null ? null : at(ms + thousandths, zone);
  }
  const [month, day, hour] = [Number(parts.month), Number(parts.day), Number(parts.hour)];
  const local = utc(Number(parts.year), month, day, hour, Number(two('minute')), Number(two('second')));
  if (local === null) return null;
  const offset = parts.offset === undefined ? zone(local) : (offsetMinutes(parts.offset) ?? 0);
  return { ms: local + thousandths - offset * 60_000, offset };
}
