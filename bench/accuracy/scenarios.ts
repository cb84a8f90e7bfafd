import type { FleetConfig, FleetRanges } from '@duka/sim';
import { DEFAULT_CONFIG, drawFleet } from '@duka/sim';

/** A kind of fleet, of which so many are played for each seed. What `config` leaves open is drawn from the ranges. */
export type Scenario = {
  readonly about: string;
  readonly fleets: number;
  readonly days: number;
  readonly config: Partial<FleetConfig>;
};

const MIXED = { fleets: 1, days: 14, config: { terminals: 240, faults: 16 } } as const;
const { missing } = DEFAULT_CONFIG;
const timesThree = Object.fromEntries(
  Object.entries(missing.terminals).map(([field, share]) => [field, Math.min(0.85, 3 * share)]),
);

export const SCENARIOS: { readonly [name: string]: Scenario } = {
  mixed: { ...MIXED, about: '240 terminals, 14 days, 16 faults' },
  long: { about: '100 terminals, 42 days, 14 faults', fleets: 1, days: 42, config: { terminals: 100, faults: 14 } },
  'outcome-only': {
    ...MIXED,
    about: 'as mixed; no terminal tells a reason, a code or a stage',
    config: { ...MIXED.config, reporting: { outcome: 1, code: 0, reason: 0, both: 0 } },
  },
  'codes-only': {
    ...MIXED,
    about: 'as mixed; every terminal tells codes alone',
    config: { ...MIXED.config, reporting: { outcome: 0, code: 1, reason: 0, both: 0 } },
  },
  'missing-fields': {
    ...MIXED,
    about: 'as mixed; three times as many fields never sent, a tenth of the others lost',
    config: { ...MIXED.config, missing: { random: 0.1, terminals: timesThree } },
  },
  differing: {
    ...MIXED,
    about: 'as mixed; terminals, stores and quarters differ more, and no two faults of a kind look alike',
    config: {
      ...MIXED.config,
      variety: 0.5,
      noise: 1.4,
      differences: { misreads: 0.3, links: 0.35, poorRegions: 0.25, poorness: 5 },
    },
  },
  overlapping: {
    ...MIXED,
    about: 'as mixed; two faults in three at the place and in the time of another',
    config: { ...MIXED.config, overlaps: 2 / 3 },
  },
  small: { about: '6 terminals, 14 days, one fault', fleets: 8, days: 14, config: { terminals: 6, faults: 1 } },
  releases: {
    ...MIXED,
    about: '240 terminals, 14 days, 3 bad releases among good ones, in waves',
    config: {
      terminals: 240,
      faults: 3,
      causes: ['software.app_defect', 'software.host_incompatible', 'software.reader_firmware'],
      rollouts: 'waves',
    },
  },
  large: { about: '2,000 terminals, 5 days, 40 faults', fleets: 1, days: 5, config: { terminals: 2000, faults: 40 } },
  clean: {
    ...MIXED,
    about: '240 terminals, 14 days, nothing wrong but cards; poor quarters, bad weather',
    config: {
      terminals: 240,
      faults: 0,
      differences: { misreads: 0.2, links: 0.3, poorRegions: 0.3, poorness: 5 },
      seasons: { weather: 1, holidays: [[4, 8]] },
    },
  },
};

export function fleetOf({ days, config }: Scenario, ranges: FleetRanges, seed: number): Partial<FleetConfig> {
  return { ...drawFleet(ranges, days, seed), days, ...config };
}
