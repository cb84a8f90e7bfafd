import { offsetMinutes } from '../intake/time.ts';
import type { Zone } from './local-time.ts';
import { offsetAt, utc } from './local-time.ts';

const DATED =
  /(?<!\d)(20\d\d)[-/.]?(\d{1,2})[-/.]?(\d{1,2})[T _-]?(\d{1,2}):?(\d\d):?(\d\d)(?:[.,:]?(\d{1,6}))?\s?(Z|[+-]\d\d:?\d\d)?(?!\d)/;
const CLOCK = /(?<![\d:])(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,6}))?(?!\d)/;

/**
 * The time in the text before a message, ms since 1970: with its date (2026-11-03 09:00:00.123, 20261103 090000), or alone and then of the
 * day on which the log was written.
 * @returns null where there is none
 */
export function readLogTime(text: string, zone: Zone, reference: number | null): number | null {
  const dated = DATED.exec(text);
  if (dated !== null) {
    const [, year, month, day, hour, minute, second, part = '', written] = dated;
    const local = utc(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
    return local === null ? null : instant(local + thousandths(part), written, zone);
  }
  const [, hour, minute, second, part = ''] = CLOCK.exec(text) ?? [];
  if (hour === undefined || reference === null) return null;
  const day = new Date(reference + offsetAt(reference, zone) * 60_000);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + 1];
  const local = utc(year, month, day.getUTCDate(), Number(hour), Number(minute), Number(second));
  return local === null ? null : instant(local + thousandths(part), undefined, zone);
}

const thousandths = (part: string): number => Number(part.padEnd(3, '0').slice(0, 3));

const instant = (local: number, offset: string | undefined, zone: Zone): number =>
  local - ((offset === undefined ? null : offsetMinutes(offset)) ?? zone(local)) * 60_000;
