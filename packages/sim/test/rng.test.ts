import { describe, expect, it } from 'vitest';
import { Rng } from '../src/index.ts';

const drawn = (draw: (rng: Rng) => number, count = 20_000): number[] => {
  const rng = new Rng(42);
  return Array.from({ length: count }, () => draw(rng));
};
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]): number => mean(values.map((value) => value ** 2)) - mean(values) ** 2;

describe('the source of chance', () => {
  it('is uniform on [0, 1)', () => {
    const values = drawn((rng) => rng.unit());
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(mean(values)).toBeCloseTo(0.5, 2);
    expect(variance(values)).toBeCloseTo(1 / 12, 2);
  });

  it('has the moments of its distributions', () => {
    const poisson = drawn((rng) => rng.poisson(7));
    expect(mean(poisson)).toBeCloseTo(7, 0);
    expect(variance(poisson) / 7).toBeCloseTo(1, 1);
    const normal = drawn((rng) => rng.normal());
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(variance(normal)).toBeCloseTo(1, 1);
    expect(mean(drawn((rng) => rng.exponential(3))) / 3).toBeCloseTo(1, 1);
  });

  it('forks by label, whatever was drawn before', () => {
    const fresh = new Rng(7);
    const used = new Rng(7);
    used.unit();
    expect(used.fork('a').unit()).toBe(fresh.fork('a').unit());
    expect(fresh.fork('a').unit()).not.toBe(fresh.fork('b').unit());
  });

  it('gives other numbers for other seeds, large ones too', () => {
    const firsts = [0, 1, 2, 2 ** 32, 2 ** 32 + 1, 2 ** 40].map((seed) => new Rng(seed).unit());
    expect(new Set(firsts).size).toBe(firsts.length);
  });
});
