import { describe, expect, it } from 'vitest';
import { Progress } from '../src/progress.ts';
import { displayWidth } from '../src/render/width.ts';
import { readZone } from '../src/zone.ts';

describe('the progress line', () => {
  const halfway = new Progress(1000, 'zh');
  halfway.onBytes(500);
  halfway.onRecords(123_456);

  it('shows a bar, what was read, the time left and the rate', () => {
    expect(halfway.line(10, 100)).toBe('[############............]  50%  已读 123,456  剩余 10 s  12,346/s');
  });

  it('leaves out what does not fit, and never wraps', () => {
    expect(halfway.line(10, 45)).toBe(' 50%  已读 123,456  剩余 10 s  12,346/s');
    expect(halfway.line(10, 20)).toBe(' 50%  已读 123,456');
    for (let columns = 6; columns < 100; columns++) {
      expect(displayWidth(halfway.line(10, columns))).toBeLessThanOrEqual(columns);
    }
  });

  it('has neither bar nor time left where nobody knows the size', () => {
    const endless = new Progress(null, 'en');
    endless.onBytes(500);
    endless.onRecords(50);
    expect(endless.line(0, 80)).toBe('read 50');
    expect(endless.line(2, 80)).toBe('read 50  25/s');
  });
});

describe('a time zone', () => {
  it.each([
    ['+08:00', '2026-01-15T12:00:00Z', 480],
    ['Z', '2026-01-15T12:00:00Z', 0],
    ['-03:30', '2026-01-15T12:00:00Z', -210],
    ['Asia/Shanghai', '2026-01-15T12:00:00Z', 480],
    ['Europe/Berlin', '2026-03-29T01:59:00Z', 60],
    ['Europe/Berlin', '2026-03-29T03:00:00Z', 120],
    ['America/New_York', '2026-11-01T03:00:00Z', -300],
    ['UTC', '2026-01-15T12:00:00Z', 0],
  ])('%s at %s local time is %i minutes', (zone, local, offset) => {
    expect(readZone(zone)(Date.parse(local))).toBe(offset);
  });
});
