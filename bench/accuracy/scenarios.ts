import type { FleetConfig } from '@duka/sim';
import { DEFAULT_CONFIG } from '@duka/sim';

/** A kind of fleet. `fleets` of it are played for each seed. */
export type Scenario = {
  readonly about: string;
  readonly fleets: number;
  readonly config: Partial<FleetConfig>;
};

const MIXED: Partial<FleetConfig> = { terminals: 240, days: 14, faults: 16 };
const { missing } = DEFAULT_CONFIG;

export const SCENARIOS: { readonly [name: string]: Scenario } = {
  mixed: { about: '240 terminals, 14 days, 16 faults', fleets: 1, config: MIXED },
  long: { about: '100 terminals, 42 days, 14 faults', fleets: 1, config: { terminals: 100, days: 42, faults: 14 } },
  'outcome-only': {
    about: 'as mixed; no terminal tells a reason, code or stage',
    fleets: 1,
    config: { ...MIXED, reporting: { outcome: 1, code: 0, reason: 0, both: 0 } },
  },
  'codes-only': {
    about: 'as mixed; every terminal tells codes alone',
    fleets: 1,
    config: { ...MIXED, reporting: { outcome: 0, code: 1, reason: 0, both: 0 } },
  },
  'missing-fields': {
    about: 'as mixed; terminals leave out three times as many fields, records lose a tenth',
    fleets: 1,
    config: {
      ...MIXED,
      missing: {
        random: 0.1,
        terminals: Object.fromEntries(
          Object.entries(missing.terminals).map(([field, share]) => [field, Math.min(0.85, 3 * share)]),
        ),
      },
    },
  },
  small: {
    about: 'one shop or a few, 6 terminals, one fault; eight fleets a seed',
    fleets: 8,
    config: { terminals: 6, days: 14, faults: 1 },
  },
  releases: {
    about: '240 terminals, 14 days, 4 bad releases among good ones',
    fleets: 1,
    config: {
      ...MIXED,
      faults: 4,
      causes: ['software.app_defect', 'software.host_incompatible', 'software.reader_firmware'],
    },
  },
  large: { about: '2,000 terminals, 5 days, 40 faults', fleets: 1, config: { terminals: 2000, days: 5, faults: 40 } },
  clean: { about: '240 terminals, 14 days, nothing wrong but cards', fleets: 1, config: { ...MIXED, faults: 0 } },
};
