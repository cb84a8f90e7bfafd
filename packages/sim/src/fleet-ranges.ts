import { DAY } from './calendar.ts';
import type { FleetConfig } from './config.ts';
import { DEFAULT_CONFIG } from './config.ts';
import type { FaultRanges, Range } from './faults/ranges.ts';
import { TUNING_FAULTS } from './faults/ranges.ts';
import { REPORTING_FAULTS } from './faults/reporting-ranges.ts';
import { Rng } from './rng.ts';

/**
 * Fleets at random. `FleetConfig` says what the numbers are; weights of interfaces and of ways to report need not sum to 1.
 * `start` is in days after the usual one; `missing` multiplies the shares of terminals that leave a field out; `waves` and
 * `holidays` are chances.
 */
export type FleetRanges = {
  readonly faults: FaultRanges;
  readonly world: { readonly [name in keyof typeof TUNING_WORLD]: Range };
};

const TUNING_WORLD = {
  start: [0, 180],
  volume: [24, 38],
  volumeSpread: [0.7, 1],
  chip: [0.26, 0.42],
  contactless: [0.16, 0.28],
  magstripe: [0.05, 0.1],
  qr: [0.26, 0.44],
  noise: [0.8, 1.2],
  declines: [0.018, 0.03],
  flawedChips: [0.01, 0.02],
  wornStripes: [0.02, 0.04],
  regulars: [0.35, 0.55],
  neighbours: [0.1, 0.2],
  tellsOutcome: [0.04, 0.12],
  tellsCode: [0.2, 0.45],
  tellsReason: [0.3, 0.5],
  tellsBoth: [0.1, 0.25],
  random: [0.005, 0.02],
  missing: [0.6, 1.3],
  variety: [0.1, 0.4],
  misreads: [0, 0.2],
  links: [0, 0.25],
  poorRegions: [0, 0.2],
  poorness: [2, 4],
  weather: [0, 0.8],
  holidays: [0.3, 0.3],
  waves: [0.4, 0.4],
} as const satisfies { readonly [name: string]: Range };

const REPORTING_WORLD: FleetRanges['world'] = {
  start: [180, 365],
  volume: [18, 50],
  volumeSpread: [0.5, 1.2],
  chip: [0.2, 0.5],
  contactless: [0.1, 0.36],
  magstripe: [0.03, 0.15],
  qr: [0.15, 0.5],
  noise: [0.6, 1.5],
  declines: [0.012, 0.04],
  flawedChips: [0.005, 0.028],
  wornStripes: [0.012, 0.055],
  regulars: [0.25, 0.65],
  neighbours: [0.05, 0.25],
  tellsOutcome: [0, 0.2],
  tellsCode: [0.1, 0.6],
  tellsReason: [0.2, 0.6],
  tellsBoth: [0.05, 0.35],
  random: [0, 0.035],
  missing: [0.4, 1.6],
  variety: [0.2, 0.6],
  misreads: [0.05, 0.3],
  links: [0.05, 0.4],
  poorRegions: [0.05, 0.3],
  poorness: [2, 6],
  weather: [0.2, 1],
  holidays: [0.5, 0.5],
  waves: [0.5, 0.5],
};

/** What engines are made and tuned on. */
export const TUNING_RANGES: FleetRanges = { faults: TUNING_FAULTS, world: TUNING_WORLD };
/** What results are reported on: other seasons of the year, fleets that differ more, faults that are stronger and weaker. */
export const REPORTING_RANGES: FleetRanges = { faults: REPORTING_FAULTS, world: REPORTING_WORLD };

/** A fleet's settings from the ranges; faults, terminals and days are left to the caller. */
export function drawFleet({ faults, world }: FleetRanges, days: number, seed: number): Partial<FleetConfig> {
  const rng = new Rng(seed).fork('fleet');
  const names = Object.keys(world) as (keyof typeof world)[];
  const drawn = Object.fromEntries(names.map((name) => [name, rng.between(...world[name])]));
  const value = (name: keyof typeof world) => drawn[name] ?? 0;
  const { cards, missing } = DEFAULT_CONFIG;
  const holiday = rng.below(days);
  return {
    start: DEFAULT_CONFIG.start + Math.floor(value('start')) * DAY,
    volume: value('volume'),
    volumeSpread: value('volumeSpread'),
    interfaces: {
      chip: value('chip'),
      contactless: value('contactless'),
      magstripe: value('magstripe'),
      qr: value('qr'),
      manual: DEFAULT_CONFIG.interfaces.manual,
    },
    noise: value('noise'),
    declines: value('declines'),
    cards: {
      ...cards,
      flawedChips: value('flawedChips'),
      wornStripes: value('wornStripes'),
      regulars: value('regulars'),
      neighbours: value('neighbours'),
    },
    reporting: {
      outcome: value('tellsOutcome'),
      code: value('tellsCode'),
      reason: value('tellsReason'),
      both: value('tellsBoth'),
    },
    missing: {
      random: value('random'),
      terminals: Object.fromEntries(
        Object.entries(missing.terminals).map(([field, share]) => [field, Math.min(0.9, share * value('missing'))]),
      ),
    },
    ranges: faults,
    variety: value('variety'),
    differences: {
      misreads: value('misreads'),
      links: value('links'),
      poorRegions: value('poorRegions'),
      poorness: value('poorness'),
    },
    seasons: {
      weather: value('weather'),
      holidays: rng.chance(value('holidays')) ? [[holiday, holiday + 2 + rng.below(6)]] : [],
    },
    rollouts: rng.chance(value('waves')) ? 'waves' : 'gradual',
  };
}
