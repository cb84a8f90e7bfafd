/** Minutes east of UTC. */
export type OffsetMinutes = number;

export type ParsedTime = { readonly ms: number; readonly offset: OffsetMinutes | null };

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*([Zz]|[+-]\d\d:?\d\d)?$/;
const EARLIEST = -2_208_988_800_000; // 1900-01-01T00:00:00Z: a clock that was never set may say 1900 or 1970
/** 9999-12-31T00:00:00Z, ms since 1970: in no zone is that the year 10000, which RFC 3339 cannot write. */
export const LATEST_TIME = 253_402_214_400_000;

/**
 * An instant as the contract writes it: RFC 3339 with offset, or integer ms since 1970.
 * @returns ms since 1970 UTC and the offset that was written; `'no_offset'` where a local time has none and
 *   `zone` does not give one; `null` where it is no time at all (also 30 February and 25 o'clock).
 */
export function parseTime(
  value: unknown,
  zone: ((localMs: number) => OffsetMinutes) | null,
): ParsedTime | 'no_offset' | null {
  if (typeof value === 'number' || typeof value === 'bigint') return integerTime(Number(value));
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{1,15}$/.test(text)) return integerTime(Number(text));
  const match = RFC3339.exec(text);
  if (!match) return null;
  const part = (index: number): number => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2) - 1, part(3), part(4), part(5), part(6)];
  // RFC 3339 §5.7: a leap second may be written; it is counted as the first of the next minute.
  const leapSecond = second === 60 && minute === 59;
  if (hour > 23 || minute > 59 || (second > 59 && !leapSecond)) return null;
  const date = new Date(Date.UTC(year, month, day));
  // Date.UTC carries 30 February over into March, and takes the year 50 for 1950.
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return null;
  const ms = Date.UTC(year, month, day, hour, minute, second) + Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const written = match[8];
  if (written === undefined) {
    if (!zone) return 'no_offset';
    return inRange(ms, zone(ms));
  }
  const offset = offsetMinutes(written);
  return offset === null ? null : inRange(ms, offset);
}

function inRange(localMs: number, offset: OffsetMinutes): ParsedTime | null {
  const ms = localMs - offset * 60_000;
  return ms >= EARLIEST && ms <= LATEST_TIME ? { ms, offset } : null;
}

function integerTime(value: number): ParsedTime | null {
  return Number.isInteger(value) && value >= 0 && value <= LATEST_TIME ? { ms: value, offset: null } : null;
}

/** `Z`, `+08:00` or `+0800` in minutes east of UTC, null where it is none. */
export function offsetMinutes(written: string): OffsetMinutes | null {
  if (/^[Zz]$/.test(written)) return 0;
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(written);
  if (!match) return null;
  const hours = Number(match[2]);
  const minutes = Number(match[3]);
  if (hours > 23 || minutes > 59) return null;
  return (match[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
}

/** RFC 3339 at the given offset; milliseconds only where there are any. */
export function formatTime(ms: number, offset: OffsetMinutes): string {
  const local = new Date(ms + offset * 60_000).toISOString();
  const text = local.endsWith('.000Z') ? local.slice(0, 19) : local.slice(0, 23);
  if (offset === 0) return `${text}Z`;
  const size = Math.abs(offset);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${text}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
