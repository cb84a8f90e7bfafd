/** Minutes east of UTC. */
export type OffsetMinutes = number;

export type ParsedTime = { readonly ms: number; readonly offset: OffsetMinutes | null };

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*([Zz]|[+-]\d\d:?\d\d)?$/;
const LATEST = 253_402_300_799_999; // 9999-12-31T23:59:59.999Z

/**
 * An instant as the contract writes it: RFC 3339 with offset, or integer ms since 1970.
 * @returns ms since 1970 UTC and the offset that was written; `'no_offset'` where a local time has none and
 *   `zone` does not give one; `null` where it is no time at all (also 30 February and 25 o'clock).
 */
export function parseTime(
  value: unknown,
  zone: ((localMs: number) => OffsetMinutes) | null,
): ParsedTime | 'no_offset' | null {
  if (typeof value === 'number') return integerTime(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{1,15}$/.test(text)) return integerTime(Number(text));
  const match = RFC3339.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = ''] = match;
  const parts = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const local = Date.UTC(parts[0], parts[1] - 1, parts[2], parts[3], parts[4], parts[5]);
  const read = new Date(local);
  const leapSecond = parts[5] === 60; // RFC 3339 §5.7
  const exists = read.getUTCMonth() + 1 === parts[1] && read.getUTCDate() === parts[2];
  if (parts[3] > 23 || parts[4] > 59 || (parts[5] > 59 && !leapSecond) || (!exists && !leapSecond)) return null;
  const ms = local + Number(fraction.padEnd(3, '0').slice(0, 3));
  const written = match[8];
  if (written === undefined) {
    if (!zone) return 'no_offset';
    const offset = zone(ms);
    return { ms: ms - offset * 60_000, offset };
  }
  const offset = offsetMinutes(written);
  return offset === null ? null : { ms: ms - offset * 60_000, offset };
}

function integerTime(value: number): ParsedTime | null {
  return Number.isInteger(value) && value >= 0 && value <= LATEST ? { ms: value, offset: null } : null;
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
