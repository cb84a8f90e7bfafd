import { describe, expect, it } from 'vitest';
import type { AttemptRecord, FleetConfig } from '../src/index.ts';
import { DEFAULT_CONFIG, drawFleet, REPORTING_RANGES, simulate, TUNING_RANGES } from '../src/index.ts';

const CLEAN = { terminals: 80, days: 14, faults: 0, missing: { random: 0, terminals: {} } };
const DAY = 86_400_000;
const rate = (records: readonly AttemptRecord[]): number =>
  records.filter(({ outcome }) => outcome !== 'ok').length / records.length;
const clean = (config: Partial<FleetConfig>, seed = 4) => simulate({ ...CLEAN, ...config }, seed).attempts;

describe('seasons', () => {
  it('bring weather that changes trade and reading, region by region', () => {
    const daily = (weather: number): number => {
      const counts = new Map<string, number>();
      const records = clean({ terminals: 30, volume: 80, days: 21, seasons: { weather, holidays: [] } });
      const [region] = [...Map.groupBy(records, (record) => record.region)].sort(
        (a, b) => b[1].length - a[1].length,
      )[0]!;
      for (const record of records) {
        if (record.region !== region) continue;
        const day = record.time.slice(0, 10);
        counts.set(day, (counts.get(day) ?? 0) + 1);
      }
      // Week by week, so that the days of the week do not count as weather.
      const days = [...counts].sort().map(([, count]) => count);
      const ratios = days.slice(7).map((count, i) => Math.abs(Math.log(count / (days[i] ?? 1))));
      return ratios.reduce((sum, value) => sum + value, 0) / ratios.length;
    };
    expect(daily(1)).toBeGreaterThan(1.3 * daily(0));
  });

  it('bring holidays with more sales in shops and more strangers', () => {
    const records = clean({ seasons: { weather: 0, holidays: [[7, 9]] } });
    const part = (from: number, to: number) =>
      records.filter(({ time }) => {
        const day = (Date.parse(time) - DEFAULT_CONFIG.start) / DAY;
        return day >= from && day < to;
      });
    const [before, within] = [part(0, 3), part(7, 10)];
    expect(within.length).toBeGreaterThan(1.15 * before.length);
    const again = (list: readonly AttemptRecord[]): number => {
      const cards = list.flatMap(({ card_ref }) => card_ref ?? []);
      return 1 - new Set(cards).size / cards.length;
    };
    const sized = within.slice(0, before.length);
    expect(again(sized)).toBeLessThan(again(before));
  });
});

describe('terminals in order', () => {
  it('differ in how often they misread where they may', () => {
    const spread = (misreads: number): number => {
      const records = clean({
        volume: 150,
        terminals: 40,
        volumeSpread: 0.2,
        differences: { misreads, links: 0, poorRegions: 0, poorness: 1 },
      });
      const rates = [...Map.groupBy(records, ({ terminal_id }) => terminal_id).values()].map(rate);
      const mean = rates.reduce((sum, value) => sum + value, 0) / rates.length;
      return Math.sqrt(rates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rates.length);
    };
    expect(spread(0.6)).toBeGreaterThan(1.4 * spread(0));
  });

  it('in quarters with poor cards fail more often, and nobody is to blame but cards', () => {
    const differences = { misreads: 0, links: 0, poorRegions: 0.3, poorness: 6 };
    const { attempts, truth } = simulate({ ...CLEAN, differences }, 4);
    const regions = Map.groupBy(
      attempts.filter(({ interface: at }) => at === 'chip'),
      ({ region }) => region,
    );
    const rates = [...regions.values()].filter((list) => list.length > 800).map(rate);
    expect(Math.max(...rates)).toBeGreaterThan(1.5 * Math.min(...rates));
    expect(truth.every(({ origin, scope }) => origin === 'natural' && scope.card_ref !== undefined)).toBe(true);
  });
});

describe('releases', () => {
  it('go region by region where they come in waves, and break nothing by themselves', () => {
    const firstDays = (rollouts: FleetConfig['rollouts']): number => {
      const first = new Map<string, number[]>();
      const seen = new Set<string>();
      for (const { terminal_id, region, app_version, time } of clean({ rollouts, volume: 60 })) {
        if (app_version !== '3.9.0' || seen.has(terminal_id)) continue;
        seen.add(terminal_id);
        const list = first.get(region ?? '') ?? [];
        first.set(region ?? '', [...list, Date.parse(time) / DAY]);
      }
      const spans = [...first.values()]
        .filter((days) => days.length > 2)
        .map((days) => Math.max(...days) - Math.min(...days));
      return spans.reduce((sum, span) => sum + span, 0) / spans.length;
    };
    expect(firstDays('waves')).toBeLessThan(0.7 * firstDays('gradual'));
    const records = clean({ rollouts: 'waves', volume: 60 });
    const by = Map.groupBy(records, ({ app_version }) => app_version === '3.9.0');
    expect(Math.abs(rate(by.get(true) ?? []) - rate(by.get(false) ?? []))).toBeLessThan(0.015);
  });
});

describe('ranges', () => {
  it('give the same fleet for the same seed, and others for reporting than for tuning', () => {
    expect(drawFleet(TUNING_RANGES, 14, 3)).toEqual(drawFleet(TUNING_RANGES, 14, 3));
    expect(drawFleet(TUNING_RANGES, 14, 3)).not.toEqual(drawFleet(REPORTING_RANGES, 14, 3));
    for (const [cause, rows] of Object.entries(TUNING_RANGES.faults)) {
      expect(REPORTING_RANGES.faults[cause as keyof typeof TUNING_RANGES.faults], cause).not.toEqual(rows);
    }
    for (const [name, range] of Object.entries(TUNING_RANGES.world)) {
      expect(REPORTING_RANGES.world[name as keyof typeof TUNING_RANGES.world], name).not.toEqual(range);
    }
  });

  it('give fleets that can be played', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { attempts } = simulate(
        { ...drawFleet(REPORTING_RANGES, 5, seed), terminals: 20, days: 5, faults: 3 },
        seed,
      );
      expect(attempts.length).toBeGreaterThan(500);
    }
  });
});
