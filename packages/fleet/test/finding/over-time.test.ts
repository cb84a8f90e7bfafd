import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../src/finding/over-time.ts';
import { sceneOf } from '../hand.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 1);
const USUAL = new Float64Array(5).fill(0.02);

/** A hundred attempts in so many days, of which the last failed, and one more. */
function seriesOver(days: number, more?: number) {
  const times = Array.from({ length: 100 }, (_, i) => NOW + (i * days * DAY) / 99);
  const scene = sceneOf([
    ...times.map((time, i) => ({ time, outcome: i === 99 ? ('failed' as const) : ('ok' as const) })),
    ...(more === undefined ? [] : [{ time: more, outcome: 'failed' as const }]),
  ]);
  return seriesOf(
    scene,
    Int32Array.from({ length: scene.frame.length }, (_, row) => row),
    USUAL,
  );
}

describe('failures over time', () => {
  it.each([
    [1, HOUR],
    [10, 6 * HOUR],
    [365, 14 * DAY],
    [20 * 365, 6 * 28 * DAY],
  ])('of %d days lie in few buckets of a round width', (days, width) => {
    const series = seriesOver(days);
    expect(series.width).toBe(width);
    expect(series.buckets.length).toBeLessThanOrEqual(50);
    expect(series.buckets.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(100);
    expect(series.buckets.at(-1)?.failures).toBe(1);
  });

  it.each([Date.UTC(2000, 0, 1), Date.UTC(9998, 0, 1)])(
    'leave out what a clock that was set wrong puts at %d',
    (odd) => {
      expect(seriesOver(1, odd)).toEqual(seriesOver(1));
    },
  );
});
