import { describe, expect, it } from 'vitest';
import type { DayRange, WearDay } from '../../src/index.ts';
import { forecastWear } from '../../src/index.ts';
import { Random } from '../crossed/random.ts';

type Life = {
  readonly limit: number;
  /** Days after the first at which it begins to wear, and from then to the limit. */
  readonly start: number;
  readonly life: number;
  /** Shape of its own kind. */
  readonly bend: number;
};

/** How parts wear here has nothing to do with the forecast's stories. */
const WEARS: { readonly [name: string]: (life: Life, random: Random) => (day: number) => number } = {
  'as a power of time':
    ({ limit, start, life, bend }) =>
    (day) =>
      limit * Math.max(0, (day - start) / life) ** bend,
  'slowly first, then fast':
    ({ limit, start, life, bend }) =>
    (day) =>
      (limit * Math.expm1(bend * Math.max(0, (day - start) / life))) / Math.expm1(bend),
  'by random blows': ({ limit, start, life }, random) => {
    const shares = [0];
    return (day) => {
      while (shares.length <= day) {
        shares.push(shares.at(-1)! + (shares.length > start ? (limit / life) * random.gamma(1) : 0));
      }
      return shares[day]!;
    };
  },
};

function drawn(wear: (life: Life, random: Random) => (day: number) => number, random: Random) {
  const life: Life = {
    limit: random.unit() < 0.5 ? 0.1 : 0.05,
    start: random.between(10, 60),
    life: random.logBetween(15, 150),
    bend: random.between(1, 3),
  };
  const share = wear(life, random);
  let passes = 0;
  while (share(passes) < life.limit) passes++;
  const today = Math.max(1, Math.floor(life.start + random.between(0.5, 0.95) * (passes - life.start)));
  const ordinary = random.between(0.01, 0.08);
  const usualAttempts = random.logBetween(8, 80);
  const days = Array.from({ length: today + 1 }, (_, day): WearDay => {
    const attempts = Math.round(usualAttempts * random.between(0.6, 1.4));
    let failures = 0;
    for (let i = 0; i < attempts; i++) if (random.unit() < share(day) || random.unit() < ordinary) failures++;
    return { day, attempts, failures, expected: attempts * ordinary };
  });
  return { days, limit: life.limit, passes };
}

const holds = ([from, to]: DayRange, day: number): boolean =>
  from !== null && from <= day && (to === null || day <= to);

/** The same each day: none of a part's doing. */
const level = (days: number, attempts: number, failures: number, expected: number): readonly WearDay[] =>
  Array.from({ length: days }, (_, day) => ({ day, attempts, failures, expected }));

describe('the forecast of wear', () => {
  it.each(Object.entries(WEARS))('has ranges that hold as often as they say, where parts wear %s', (_, wear) => {
    const random = new Random(71);
    const runs = 150;
    let held80 = 0;
    let held95 = 0;
    let closed = 0;
    for (let run = 0; run < runs; run++) {
      const { days, limit, passes } = drawn(wear, random);
      const { range80, range95 } = forecastWear(days, { limit, horizon: 400 });
      if (holds(range80, passes)) held80++;
      if (holds(range95, passes)) held95++;
      if (range80[1] !== null) closed++;
    }
    expect(held80 / runs).toBeGreaterThan(0.7);
    expect(held80 / runs).toBeLessThan(0.9);
    expect(held95 / runs).toBeGreaterThan(0.88);
    expect(closed / runs).toBeGreaterThan(0.4);
  });

  it('lies around the day on which a smooth series gets there', () => {
    const days = Array.from({ length: 80 }, (_, day) => {
      const share = 0.1 * (day / 100) ** 1.5;
      return { day, attempts: 200, failures: Math.round(200 * (0.03 + 0.97 * share)), expected: 6 };
    });
    const forecast = forecastWear(days);
    expect(forecast.outlook).toBe('within_horizon');
    expect(forecast.wearing).toBeGreaterThan(0.99);
    expect(holds(forecast.range80, 100)).toBe(true);
    expect(forecast.range80[0]!).toBeLessThan(forecast.day!);
    expect(forecast.range95[0]!).toBeLessThan(forecast.range80[0]!);
    expect(forecast.range80[1]!).toBeGreaterThan(forecast.day!);
    expect(forecast.range95[1]!).toBeGreaterThan(forecast.range80[1]!);
  });

  it('is not within the horizon where a part is well', () => {
    const forecast = forecastWear(level(60, 50, 2, 2));
    expect(forecast.outlook).toBe('not_within_horizon');
    expect(forecast.chance).toBeLessThan(0.3);
    expect(forecast.day).toBeNull();
  });

  it('is not within the horizon where a part is bad but stays so, below the limit', () => {
    expect(forecastWear(level(120, 100, 8, 3)).outlook).toBe('not_within_horizon');
  });

  it('says what is passed already', () => {
    const forecast = forecastWear(level(40, 50, 15, 2));
    expect(forecast.outlook).toBe('passed');
    expect(forecast.share).toBeCloseTo(0.27, 1);
  });

  it('is open where nobody read', () => {
    const forecast = forecastWear([{ day: 3, attempts: 0, failures: 0, expected: 0 }]);
    expect(forecast.outlook).toBe('not_within_horizon');
    expect(forecast.wearing).toBeCloseTo(0.5, 9);
    expect(() => forecastWear([])).toThrow(RangeError);
  });
});
