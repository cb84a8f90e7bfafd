import { describe, expect, it } from 'vitest';
import { meanRunLength } from '../../src/change/run-length.ts';
import { CUSUM_ROWS } from './vectors.ts';

describe('the run length of a CUSUM', () => {
  it('is that of every row of the exact table, to a millionth', () => {
    expect(CUSUM_ROWS).toHaveLength(45);
    for (const { p0, m, p1, top, arl, delayDesigned, delay1p5, delay2, delay5 } of CUSUM_ROWS) {
      for (const [chance, exact] of [
        [p0, arl],
        [p1, delayDesigned],
        [1.5 * p0, delay1p5],
        [2 * p0, delay2],
        [5 * p0, delay5],
      ] as const) {
        const found = meanRunLength(
          [
            { by: -1, chance: 1 - chance },
            { by: m - 1, chance },
          ],
          top,
        );
        expect(Math.abs(found / exact - 1)).toBeLessThan(1e-6);
      }
    }
  });

  it('is the top over the mean step where the walk only climbs', () => {
    expect(meanRunLength([{ by: 1, chance: 1 }], 17)).toBeCloseTo(17, 12);
    expect(
      meanRunLength(
        [
          { by: 0, chance: 0.75 },
          { by: 1, chance: 0.25 },
        ],
        5,
      ),
    ).toBeCloseTo(20, 12);
  });
});
