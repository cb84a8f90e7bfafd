import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime, offsetMinutes, parseTime } from '../src/index.ts';

const shanghai = () => 480;
const at = (iso: string): number => Date.parse(iso);

describe('parseTime', () => {
  it.each([
    ['2026-11-03T09:00:00+08:00', '2026-11-03T01:00:00Z', 480],
    ['2026-11-03T09:00:00Z', '2026-11-03T09:00:00Z', 0],
    ['2026-11-03t09:00:00z', '2026-11-03T09:00:00Z', 0],
    ['2026-11-03T09:00:00-03:30', '2026-11-03T12:30:00Z', -210],
    ['2026-11-03T09:00:00+0800', '2026-11-03T01:00:00Z', 480],
    ['2026-11-03 09:00:00+08:00', '2026-11-03T01:00:00Z', 480],
    ['2026-11-03 09:00:00 +08:00', '2026-11-03T01:00:00Z', 480],
    [' 2026-11-03T09:00:00Z ', '2026-11-03T09:00:00Z', 0],
    ['2026-11-03T09:00Z', '2026-11-03T09:00:00Z', 0],
    ['2026-11-03T09:00:00.5Z', '2026-11-03T09:00:00.500Z', 0],
    ['2026-11-03T09:00:00.123456789Z', '2026-11-03T09:00:00.123Z', 0],
    ['2026-11-03T09:00:00,25Z', '2026-11-03T09:00:00.250Z', 0],
    ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00Z', 0],
    ['2000-02-29T12:00:00Z', '2000-02-29T12:00:00Z', 0],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z', 0],
    ['2017-01-01T07:59:60+08:00', '2017-01-01T00:00:00Z', 480],
    ['1970-01-01T00:00:00+08:00', '1969-12-31T16:00:00Z', 480],
  ])('reads %j as %s', (written, instant, offset) => {
    expect(parseTime(written, null)).toEqual({ ms: at(instant), offset });
    expect(parseTime(written, shanghai)).toEqual({ ms: at(instant), offset });
  });

  it.each([
    [1_793_667_600_000, 1_793_667_600_000],
    [0, 0],
    ['1793667600000', 1_793_667_600_000],
    [1_793_667_600_000n, 1_793_667_600_000],
    [253_402_214_400_000, 253_402_214_400_000],
  ])('reads %s as ms since 1970', (written, ms) => {
    expect(parseTime(written, null)).toEqual({ ms, offset: null });
  });

  it.each(['2026-11-03T09:00:00', '2026-11-03 09:00:00.250', '2026-11-03T09:00'])(
    'reads the local time %j only where the zone is said',
    (written) => {
      expect(parseTime(written, null)).toBe('no_offset');
      expect(parseTime(written, shanghai)).toEqual({ ms: at(`${written.replace(' ', 'T')}+08:00`), offset: 480 });
    },
  );

  it('asks the zone for the offset of that local time', () => {
    const summer = (localMs: number) => (localMs < at('2026-10-25T03:00:00Z') ? 120 : 60);
    expect(parseTime('2026-10-24T12:00:00', summer)).toEqual({ ms: at('2026-10-24T10:00:00Z'), offset: 120 });
    expect(parseTime('2026-10-26T12:00:00', summer)).toEqual({ ms: at('2026-10-26T11:00:00Z'), offset: 60 });
  });

  it.each([
    '2026-02-30T09:00:00Z',
    '2026-02-30T23:59:60Z',
    '2025-02-29T09:00:00Z',
    '1900-02-29T09:00:00Z',
    '2026-13-45T09:00:00Z',
    '2026-13-45',
    '2026-00-10T09:00:00Z',
    '2026-11-00T09:00:00Z',
    '2026-11-03T24:00:00Z',
    '2026-11-03T09:60:00Z',
    '2026-11-03T09:00:61Z',
    '2026-11-03T09:00:60Z',
    '2026-11-03T09:00:00+24:00',
    '2026-11-03T09:00:00+08:60',
    '2026-11-03T09:00:00 CST',
    '0050-01-01T00:00:00Z',
    '9999-12-31T23:59:59-08:00',
    '2026-11-03',
    '09:00:00',
    '03/11/2026 09:00',
    'yesterday',
    '1e12',
    '-1',
    '1793667600.5',
    '1793667600000000',
    '',
    -1,
    1.5,
    1e16,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    null,
    undefined,
    {},
    [1_793_667_600_000],
  ])('does not take %j for a time', (written) => {
    expect(parseTime(written, shanghai)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        parseTime(value, shanghai);
      }),
    );
  });
});

describe('formatTime', () => {
  it.each([
    ['2026-11-03T01:00:00Z', 480, '2026-11-03T09:00:00+08:00'],
    ['2026-11-03T01:00:00Z', 0, '2026-11-03T01:00:00Z'],
    ['2026-11-03T01:00:00.250Z', -210, '2026-11-02T21:30:00.250-03:30'],
  ])('writes %s at %i minutes as %s', (instant, offset, text) => {
    expect(formatTime(at(instant), offset)).toBe(text);
  });

  it('writes what parseTime reads back', () => {
    const ms = fc.integer({ min: -2_208_900_000_000, max: 253_402_200_000_000 });
    fc.assert(
      fc.property(ms, fc.integer({ min: -1439, max: 1439 }), (instant, offset) => {
        expect(parseTime(formatTime(instant, offset), null)).toEqual({ ms: instant, offset });
      }),
    );
  });
});

describe('offsetMinutes', () => {
  it.each([
    ['Z', 0],
    ['+08:00', 480],
    ['-0330', -210],
    ['+23:59', 1439],
    ['+24:00', null],
    ['+08:60', null],
    ['08:00', null],
    ['CST', null],
    ['', null],
  ])('of %j is %j', (written, minutes) => {
    expect(offsetMinutes(written)).toBe(minutes);
  });
});
