import { describe, expect, it } from 'vitest';
import { compareOnsets } from '../../src/finding/onset.ts';

/** A thousand attempts, one a minute; every n-th fails where `every(i)` gives n, none where it gives 0. */
function outcomes(every: (i: number) => number) {
  const n = 1000;
  return {
    time: Float64Array.from({ length: n }, (_, i) => i * 60_000),
    failed: Uint8Array.from({ length: n }, (_, i) => (every(i) > 0 && i % every(i) === 0 ? 1 : 0)),
    usual: new Float64Array(n).fill(0.02),
  };
}
const end = 999 * 60_000;

describe('the onset', () => {
  it('is a step where a quarter of the attempts fails from the middle on', () => {
    expect(
      compareOnsets(
        outcomes((i) => (i < 500 ? 0 : 4)),
        end,
      ).rampOverStep,
    ).toBeLessThan(-1.5);
  });

  it('creeps where failures come closer and closer', () => {
    const closer = (i: number) => (i < 300 ? 0 : i < 450 ? 25 : i < 600 ? 12 : i < 750 ? 8 : i < 900 ? 6 : 4);
    expect(compareOnsets(outcomes(closer), end).rampOverStep).toBeGreaterThan(1.5);
  });

  it('is neither where nothing fails', () => {
    expect(
      Math.abs(
        compareOnsets(
          outcomes(() => 0),
          end,
        ).rampOverStep,
      ),
    ).toBeLessThan(1.5);
  });
});
