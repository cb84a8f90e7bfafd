import { fail, quote } from '@duka/model';
import { offsetMinutes } from '@duka/runtime';
import type { OffsetMinutes } from '@duka/runtime';

/**
 * What `--tz` says: an offset (+08:00, Z) or an IANA name (Asia/Shanghai), as a function from local time to offset.
 * @throws DukaError usage.value
 */
export function readZone(written: string): (localMs: number) => OffsetMinutes {
  const fixed = offsetMinutes(written);
  if (fixed !== null) return () => fixed;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', { timeZone: written, timeZoneName: 'longOffset' });
  } catch {
    throw fail('usage.value', {
      option: '--tz',
      found: quote(written),
      needed: { zh: '时区偏移(+08:00)或名称(Asia/Shanghai)', en: 'an offset (+08:00) or a zone name (Asia/Shanghai)' },
    });
  }
  const offsetAt = (utc: number): OffsetMinutes => {
    const name = format.formatToParts(utc).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    return offsetMinutes(name.replace('GMT', '') || 'Z') ?? 0;
  };
  // The offset at the local time: found from the offset at about that instant.
  return (localMs) => offsetAt(localMs - offsetAt(localMs) * 60_000);
}
