import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../src/expected/spread.ts';

const UNITS = 300;
const each = (of: (unit: number) => number): Float64Array => Float64Array.from({ length: UNITS }, (_, i) => of(i));

/** Quantiles of the standard normal distribution, evenly: Tukey's lambda with 0.14 is nearly normal. */
function quantile(unit: number): number {
  const p = (unit + 0.5) / UNITS;
  return (p ** 0.14 - (1 - p) ** 0.14) / 0.1975;
}

/** Counts that stray as Poisson counts do. */
const alike = each((unit) => Math.max(0, Math.round(40 + Math.sqrt(40) * quantile((unit * 7) % UNITS))));

describe('The spread of units in order', () => {
  it('is small where their counts stray no more than chance has them', () => {
    expect(
      spreadOf(
        alike,
        each(() => 40),
      ),
    ).toBeGreaterThanOrEqual(200);
  });

  it('is large where some fail half as often again at all times', () => {
    const found = alike.map((count, unit) => Math.round(count * Math.exp(0.35 * quantile(unit))));
    const shape = spreadOf(
      found,
      each(() => 40),
    );
    expect(shape).toBeGreaterThanOrEqual(5);
    expect(shape).toBeLessThanOrEqual(13);
  });

  it('is not judged by the few that are in trouble', () => {
    const found = alike.map((count, unit) => (unit < 5 ? 10 * count : count));
    expect(
      spreadOf(
        found,
        each(() => 40),
      ),
    ).toBeGreaterThanOrEqual(200);
  });

  it('is what is typical where hardly any attempts show it', () => {
    expect(
      spreadOf(
        each(() => 0),
        each(() => 0.01),
      ),
    ).toBe(20);
  });

  it('is that of a rule only where one is asked for: a third has it, the others have not', () => {
    const found = each((unit) => (unit % 3 === 0 ? 100 : 10));
    const expected = each(() => 40);
    expect(spreadOf(found, expected, true)).toBeLessThan(3);
    expect(spreadOf(found, expected)).toBe(3);
  });
});
