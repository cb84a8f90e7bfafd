import type { Lang } from '@duka/model';
import { clean } from './clean.ts';

/** The wall clock of an RFC 3339 time, in the offset that it carries; `at` in ms since 1970, `offset` in ms. */
type Moment = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock: string;
  readonly offset: number;
  readonly at: number;
};

const RFC3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const two = (n: number): string => String(n).padStart(2, '0');

export function momentAt(at: number, offset: number): Moment {
  const wall = new Date(at + offset);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    clock: `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`,
    offset,
    at,
  };
}

export function parseMoment(time: string): Moment | null {
  const match = RFC3339.exec(time);
  const at = Date.parse(time);
  if (match === null || Number.isNaN(at)) return null;
  const [, sign, hours = '0', minutes = '0'] = match;
  return momentAt(at, (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE));
}

function zone(offset: number): string {
  if (offset === 0) return 'UTC';
  const minutes = Math.abs(offset / MINUTE);
  const rest = minutes % 60 === 0 ? '' : `:${two(minutes % 60)}`;
  return `UTC${offset < 0 ? '−' : '+'}${Math.floor(minutes / 60)}${rest}`;
}

export const dayOf = ({ year, month, day }: Moment, lang: Lang, withYear: boolean): string =>
  lang === 'zh'
    ? `${withYear ? `${year}年` : ''}${month}月${day}日`
    : `${day}\u00A0${MONTHS[month - 1]}${withYear ? `\u00A0${year}` : ''}`;

export const minuteOf = (moment: Moment, lang: Lang, withYear: boolean): string =>
  `${dayOf(moment, lang, withYear)}${lang === 'zh' ? '\u00A0' : ', '}${moment.clock}`;

export const monthOf = ({ year, month }: Moment, lang: Lang): string =>
  lang === 'zh' ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`;

/** The day of a time; a time that is not RFC 3339 is shown as it came. */
export function dayWords(time: string, lang: Lang): string {
  const moment = parseMoment(time);
  return moment === null ? clean(time) : dayOf(moment, lang, true);
}

/** One time with its zone; a time that is not RFC 3339 is shown as it came. */
export function timeWords(time: string, lang: Lang): string {
  const moment = parseMoment(time);
  if (moment === null) return clean(time);
  return lang === 'zh'
    ? `${minuteOf(moment, lang, true)}（${zone(moment.offset)}）`
    : `${minuteOf(moment, lang, true)} (${zone(moment.offset)})`;
}

/** From one time to another, the year, day and zone said once where they are the same. */
export function rangeWords(from: string, to: string, lang: Lang): string {
  const a = parseMoment(from);
  const b = parseMoment(to);
  const joined = (left: string, right: string): string =>
    lang === 'zh' ? `${left} 至 ${right}` : `${left} to ${right}`;
  if (a === null || b === null || a.offset !== b.offset) return joined(timeWords(from, lang), timeWords(to, lang));
  const sameDay = a.year === b.year && a.month === b.month && a.day === b.day;
  const end = sameDay ? b.clock : minuteOf(b, lang, a.year !== b.year);
  const words = joined(minuteOf(a, lang, true), end);
  return lang === 'zh' ? `${words}（${zone(a.offset)}）` : `${words} (${zone(a.offset)})`;
}

/** A length of time in its two largest sensible units: 2 天 5 小时, 45 min. */
export function spanWords(ms: number, lang: Lang): string {
  const units: readonly (readonly [number, string, string])[] = [
    [DAY, '天', 'd'],
    [HOUR, '小时', 'h'],
    [MINUTE, '分钟', 'min'],
  ];
  let rest = Math.max(MINUTE, Math.round(ms / MINUTE) * MINUTE);
  if (rest >= DAY) rest = Math.round(rest / HOUR) * HOUR;
  const parts: string[] = [];
  for (const [size, zh, en] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && parts.length < 2) parts.push(`${count}\u00A0${lang === 'zh' ? zh : en}`);
  }
  return parts.join(lang === 'zh' ? '\u00A0' : ' ');
}

/** One stretch of many: 每天, 每 6 小时. */
export function eachWords(ms: number, lang: Lang): string {
  if (ms === DAY) return lang === 'zh' ? '每天' : 'each day';
  if (ms === HOUR) return lang === 'zh' ? '每小时' : 'each hour';
  return lang === 'zh' ? `每 ${spanWords(ms, lang)}` : `each ${spanWords(ms, lang)}`;
}
