import { describe, expect, it } from 'vitest';
import { designKnown, designUnknown } from '../../src/index.ts';
import { Random } from '../crossed/random.ts';
import { optimalDelay, simulatedRuns } from './runs.ts';
import { CUSUM_ROWS, oddsBetween } from './vectors.ts';

/** Attempts that one figure may cost; the dearest are those without a change. */
const BUDGET = 120_000;
const PATIENCE = 120_000;

describe('the delay of detection, simulated', () => {
  it(
    'of a known jump is within 1.15 times the exact optimum, at the same mean time to a false alarm',
    () => {
      const random = new Random(31);
      for (const { p0, p1, arl, delayDesigned } of CUSUM_ROWS) {
        const design = designKnown([p0], oddsBetween(p0, p1), { every: arl * 0.999999 });
        const delay = simulatedRuns(design, p0, p1, Math.ceil(BUDGET / delayDesigned), random);
        expect(delay.mean - 3 * delay.error).toBeLessThan(1.15 * delayDesigned);
        expect(Math.abs(delay.mean - delayDesigned)).toBeLessThan(5 * delay.error);
        if (arl > 2000) continue;
        const alarm = simulatedRuns(design, p0, p0, Math.ceil(BUDGET / arl), random);
        expect(Math.abs(alarm.mean - arl)).toBeLessThan(5 * alarm.error);
      }
    },
    PATIENCE,
  );

  it(
    'of an unknown jump is within 1.5 times that of the CUSUM which knows it',
    () => {
      const random = new Random(32);
      const settings = new Map(CUSUM_ROWS.map(({ p0, target }) => [`${p0} ${target}`, { p0, target }]));
      for (const { p0, target } of settings.values()) {
        const design = designUnknown([p0], { every: target });
        const alarm = simulatedRuns(design, p0, p0, Math.max(40, Math.ceil((5 * BUDGET) / target)), random);
        expect(alarm.mean / target).toBeGreaterThan(0.8 - (3 * alarm.error) / target);
        expect(alarm.mean / target).toBeLessThan(1.45 + (3 * alarm.error) / target);
        const designed = CUSUM_ROWS.filter((row) => row.p0 === p0 && row.target === target).map(({ p1 }) => p1);
        for (const p1 of [...designed, 1.5 * p0, 2 * p0, 5 * p0]) {
          const best = optimalDelay(p0, p1, alarm.mean);
          const delay = simulatedRuns(design, p0, p1, Math.max(300, Math.ceil(BUDGET / best)), random);
          expect(delay.mean / best, `${p0} to ${p1} at ${target}`).toBeLessThan(1.5);
        }
      }
    },
    PATIENCE,
  );
});
