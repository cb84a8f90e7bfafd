import { fail, quote } from '@duka/model';
import type { OffsetMinutes } from '@duka/runtime';
import { offsetMinutes, parseTime } from '@duka/runtime';

/** Minutes east of UTC where nobody says otherwise. */
export const CHINA: OffsetMinutes = 480;

/** CST is China's time in China, and Chicago's elsewhere. */
const AMBIGUOUS = /^(?!GMT$)[A-Z]{1,3}T$/i;

/**
 * What `--tz` says: an offset (+08:00, Z) or an IANA name (Asia/Shanghai), as a function from local time to offset.
 * @throws DukaError usage.value
 */
export function readZone(written: string, option = '--tz'): (localMs: number) => OffsetMinutes {
  const fixed = offsetMinutes(written);
  if (fixed !== null) return () => fixed;
  let format: Intl.DateTimeFormat;
  try {
    if (AMBIGUOUS.test(written)) throw new RangeError('an abbreviation');
    format = new Intl.DateTimeFormat('en', { timeZone: written, timeZoneName: 'longOffset' });
  } catch {
    throw fail('usage.value', {
      option,
      found: quote(written),
      needed: { zh: '时区偏移(+08:00)或名称(Asia/Shanghai)', en: 'an offset (+08:00) or a zone name (Asia/Shanghai)' },
    });
  }
  const offsetAt = remembered((utc): OffsetMinutes => {
    const name = format.formatToParts(utc).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    return offsetMinutes(name.replace('GMT', '') || 'Z') ?? 0;
  });
  // The offset at the local time: found from the offset at about that instant.
  return (localMs) => offsetAt(localMs - offsetAt(localMs) * 60_000);
}

const QUARTER_HOUR = 15 * 60_000;

/** Asking Intl takes microseconds, and clocks change at quarters of an hour at the finest. */
function remembered(ask: (utc: number) => OffsetMinutes): (utc: number) => OffsetMinutes {
  const known = new Map<number, OffsetMinutes>();
  return (utc) => {
    const quarter = Math.floor(utc / QUARTER_HOUR);
    const before = known.get(quarter);
    if (before !== undefined) return before;
    const offset = ask(quarter * QUARTER_HOUR);
    known.set(quarter, offset);
    return offset;
  };
}

/** 1973: a number below it is none of ms, but perhaps of seconds. */
const LEAST_MS = 1e11;

/**
 * A time that an option names, or the first moment of a day, as ms since 1970.
 * @param zone of a time without offset; China's where it is null
 * @throws DukaError usage.value
 */
export function momentOf(option: string, written: string, zone: ((localMs: number) => OffsetMinutes) | null): number {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(written) ?? [];
  const whole = year === undefined ? written : `${year}-${month}-${day}T00:00:00`;
  const time = parseTime(whole, zone ?? (() => CHINA));
  const isTooSmall = /^\d+$/.test(whole) && Number(whole) < LEAST_MS;
  if (time !== null && time !== 'no_offset' && !isTooSmall) return time.ms;
  throw fail('usage.value', {
    option,
    found: quote(written),
    needed: { zh: '时间，如 2026-11-03T09:00:00+08:00', en: 'a time, such as 2026-11-03T09:00:00+08:00' },
  });
}
