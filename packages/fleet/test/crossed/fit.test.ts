import { describe, expect, it } from 'vitest';
import { fitCrossed } from '../../src/index.ts';
import { madeUp, PLANS } from './made-up.ts';
import { Random } from './random.ts';
import { heldReference } from './reference.ts';

const rms = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length);

describe('crossed effects', () => {
  it.each(Object.entries(PLANS))('of %s failures lie within 2 %% of a long Markov chain', (name, plan) => {
    const reference = heldReference(name);
    const fit = fitCrossed(madeUp(plan));
    expect(fit.converged).toBe(true);
    expect(Math.abs(fit.intercept / reference.intercept - 1)).toBeLessThan(0.02);
    reference.factors.forEach(({ sd, effects }, k) => {
      const found = fit.factors[k]!;
      expect(Math.abs(found.sd / sd - 1)).toBeLessThan(0.02);
      expect(effects.size).toBe(plan.levels[k]! / 10);
      expect(rms([...effects].map(([level, value]) => (found.effect[level]! - value) / sd))).toBeLessThan(0.02);
    });
  });

  it('do not depend on the order of the observations, to the last bit', () => {
    const data = madeUp({ seed: 5, observations: 4000, levels: [300, 40, 7], sds: [0.6, 0.5, 0.4], intercept: -2 });
    const offset = Float64Array.from(data.failed, (_, row) => (row % 5) / 10);
    const random = new Random(9);
    const order = Array.from(data.failed.keys());
    for (let i = order.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const shuffled = {
      failed: Uint8Array.from(order, (row) => data.failed[row]!),
      factors: data.factors.map((codes) => Int32Array.from(order, (row) => codes[row]!)),
      offset: Float64Array.from(order, (row) => offset[row]!),
    };
    expect(fitCrossed(shuffled)).toEqual(fitCrossed({ ...data, offset }));
  });

  it('of one factor have the standard deviation of the exact maximum of the likelihood', () => {
    const random = new Random(77);
    for (let trial = 0; trial < 3; trial++) {
      const plan = {
        seed: trial,
        observations: 30_000,
        levels: [Math.round(random.logBetween(800, 3000))],
        sds: [random.between(0.5, 1.1)],
        intercept: random.between(-3.2, 0),
      };
      const data = madeUp(plan);
      const fit = fitCrossed(data);
      const best = likeliest(data, fit);
      expect(Math.abs(fit.factors[0]!.sd / best.sd - 1), JSON.stringify(plan)).toBeLessThan(0.02);
      expect(Math.abs(fit.intercept - best.intercept), JSON.stringify(plan)).toBeLessThan(0.02);
    }
  });

  it('of five factors, with codes that are not known and what was expected, come out as they were put in', () => {
    const levels = [2000, 400, 60, 30, 30];
    const sds = [0.5, 0.8, 0.3, 0.6, 0];
    const random = new Random(3);
    const truth = levels.map((count, k) => Float64Array.from({ length: count }, () => sds[k]! * random.normal()));
    const n = 60_000;
    const factors = levels.map((count) =>
      Int32Array.from({ length: n }, () => (random.unit() < 0.2 ? -1 : random.below(count))),
    );
    const offset = Float64Array.from({ length: n }, () => random.normal());
    const failed = Uint8Array.from({ length: n }, (_, row) => {
      const odds = factors.reduce(
        (sum, codes, k) => sum + (codes[row]! < 0 ? 0 : truth[k]![codes[row]!]!),
        -1.5 + offset[row]!,
      );
      return random.unit() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
    });
    const fit = fitCrossed({ failed, factors, offset });
    expect(fit.converged).toBe(true);
    expect(fit.intercept).toBeCloseTo(-1.5, 0);
    fit.factors.forEach(({ sd, share, effect, error }, k) => {
      const drawn = rms(Array.from(truth[k]!));
      // Four standard errors of a standard deviation from so many levels, with room for what each level leaves open.
      expect(Math.abs(sd - drawn)).toBeLessThan(0.08 + (4 * drawn) / Math.sqrt(2 * levels[k]!));
      expect(share).toBeCloseTo(sd ** 2 / (Math.PI ** 2 / 3 + rms(fit.factors.map((one) => one.sd)) ** 2 * 5), 9);
      if (sds[k] === 0) return;
      const off = Array.from(effect, (value, level) => (value - truth[k]![level]!) / error[level]!);
      expect(rms(off)).toBeGreaterThan(0.85);
      expect(rms(off)).toBeLessThan(1.15);
    });
  });

  it('are none where there is nothing to compare', () => {
    const one = fitCrossed({ failed: Uint8Array.of(1, 0, 0, 1), factors: [Int32Array.of(0, 0, 0, 0)] });
    expect(one.intercept).toBeCloseTo(0, 2);
    expect(one.factors[0]!.sd).toBeLessThan(0.01);
    const unknown = fitCrossed({ failed: Uint8Array.of(1, 0), factors: [Int32Array.of(-1, -1)] });
    expect(unknown.factors[0]!.effect).toHaveLength(0);
    const none = fitCrossed({
      failed: new Uint8Array(500),
      factors: [Int32Array.from({ length: 500 }, (_, i) => i % 9)],
    });
    expect(none.intercept).toBeLessThan(-5);
    expect(none.factors[0]!.effect.every(Number.isFinite)).toBe(true);
    expect(Number.isFinite(fitCrossed({ failed: new Uint8Array(0), factors: [new Int32Array(0)] }).intercept)).toBe(
      true,
    );
  });
});

/** Exact marginal likelihood of one factor by quadrature, climbed by coordinates from where the fit is. */
function likeliest(
  { failed, factors }: ReturnType<typeof madeUp>,
  from: { intercept: number; factors: readonly { sd: number }[] },
) {
  const counts = new Map<number, [attempts: number, failures: number]>();
  factors[0]!.forEach((level, row) => {
    const [attempts, failures] = counts.get(level) ?? [0, 0];
    counts.set(level, [attempts + 1, failures + failed[row]!]);
  });
  const kinds = new Map<string, number>();
  for (const count of counts.values()) kinds.set(count.join(), (kinds.get(count.join()) ?? 0) + 1);
  const z = Array.from({ length: 41 }, (_, i) => -6 + i * 0.3);
  const log = (intercept: number, sd: number): number => {
    let sum = 0;
    for (const [kind, times] of kinds) {
      const [attempts, failures] = kind.split(',').map(Number) as [number, number];
      let marginal = 0;
      for (const x of z) {
        const odds = intercept + sd * x;
        marginal += Math.exp(failures * odds - attempts * Math.log1p(Math.exp(odds)) - (x * x) / 2);
      }
      sum += times * Math.log(marginal);
    }
    return sum;
  };
  const highest = (f: (x: number) => number, centre: number): number => {
    let [low, high] = [centre - 0.08, centre + 0.08];
    while (high - low > 1e-4) {
      const [a, b] = [low + 0.382 * (high - low), low + 0.618 * (high - low)];
      if (f(a) < f(b)) low = a;
      else high = b;
    }
    return (low + high) / 2;
  };
  let { intercept } = from;
  let sd = from.factors[0]!.sd;
  for (let round = 0; round < 6; round++) {
    const beforeIntercept = intercept;
    const beforeSd = sd;
    sd = highest((x) => log(beforeIntercept, x), beforeSd);
    const foundSd = sd;
    intercept = highest((x) => log(x, foundSd), beforeIntercept);
  }
  return { intercept, sd };
}
