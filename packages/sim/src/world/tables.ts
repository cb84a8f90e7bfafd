/** What the fleet is made of. Names and numbers are in the manner of the field; nobody real is meant. */

export const REGIONS = [
  ['110105', 9],
  ['110108', 10],
  ['310101', 9],
  ['310115', 10],
  ['320102', 6],
  ['330106', 7],
  ['350203', 4],
  ['420106', 5],
  ['440106', 8],
  ['440305', 10],
  ['510107', 5],
  ['610113', 4],
] as const satisfies readonly (readonly [string, number])[];

/** `prefix` begins the merchant numbers that the acquirer gives. */
export const ACQUIRERS = [
  [{ id: 'ums', prefix: '898' }, 26],
  [{ id: 'lakala', prefix: '822' }, 20],
  [{ id: 'sxf', prefix: '836' }, 16],
  [{ id: 'huifu', prefix: '823' }, 14],
  [{ id: 'hkrt', prefix: '833' }, 12],
  [{ id: 'tlpay', prefix: '821' }, 12],
] as const;

export const CARRIERS = [
  ['CMCC', 50],
  ['CUCC', 28],
  ['CTCC', 22],
] as const;

export type Vendor = 'sunmi' | 'pax' | 'newland' | 'verifone' | 'androidpos' | 'pcsc';
export type AppLine = 'smart' | 'classic';
export type Model = {
  readonly name: string;
  readonly vendor: Vendor;
  readonly line: AppLine;
  readonly serial: string;
  /** Firmware before and after the update that falls into the window. */
  readonly firmware: readonly [string, string];
};

export const MODELS = [
  [{ name: 'P2', vendor: 'sunmi', line: 'smart', serial: 'P2', firmware: ['P2-1.4.2', 'P2-1.5.0'] }, 20],
  [{ name: 'A920', vendor: 'pax', line: 'smart', serial: 'PA', firmware: ['A920-1.4.2', 'A920-1.5.0'] }, 24],
  [{ name: 'N910', vendor: 'newland', line: 'smart', serial: 'NL', firmware: ['N910-1.4.2', 'N910-1.5.0'] }, 18],
  [{ name: 'X990', vendor: 'verifone', line: 'smart', serial: 'VX', firmware: ['X990-1.4.2', 'X990-1.5.0'] }, 14],
  [{ name: 'K9', vendor: 'androidpos', line: 'smart', serial: 'CK', firmware: ['K9-5.2.1', 'K9-5.2.4'] }, 10],
  [{ name: 'S60', vendor: 'pax', line: 'classic', serial: 'PS', firmware: ['S60-8.0.11', 'S60-8.0.14'] }, 8],
  [{ name: 'IDR-8', vendor: 'pcsc', line: 'classic', serial: 'ID', firmware: ['IDR-8-8.0.11', 'IDR-8-8.0.14'] }, 6],
] as const satisfies readonly (readonly [Model, number])[];

/**
 * Releases of the two app lines. `at` and `over` are parts of the window: when the rollout starts and how long
 * it takes; `share` is the part of the terminals that it reaches.
 */
export const APP_LINES = {
  smart: {
    laggard: '3.7.4',
    base: '3.8.2',
    releases: [
      { version: '3.9.0', at: [0.2, 0.4], over: 0.25, share: 0.6 },
      { version: '3.9.1', at: [0.65, 0.8], over: 0.15, share: 0.35 },
    ],
  },
  classic: {
    laggard: '2.5.3',
    base: '2.6.9',
    releases: [{ version: '2.7.3', at: [0.2, 0.5], over: 0.2, share: 0.5 }],
  },
} as const;
export const LAGGARD_SHARE = 0.12;
export const FIRMWARE_RELEASE = { at: [0.15, 0.5], over: 0.3, share: 0.5 } as const;
export const PARAMS = { old: 'P202603', current: 'P202605', alreadyCurrent: 0.5, updating: 0.25 } as const;

/** Issuers with their ranges. The bins are of the shape of real ones; their owners do not matter here. */
export const ISSUERS = [
  [['622202', '622208', '621226'], 20],
  [['622848', '622849', '625905'], 18],
  [['622700', '621700', '62270012'], 17],
  [['621661', '621785', '622760'], 14],
  [['622258', '622260', '622262'], 8],
  [['622588', '621486', '62258801'], 9],
  [['621799', '622188'], 7],
  [['622908', '622909'], 4],
  [['622615', '622622'], 5],
  [['622689', '622690'], 4],
  [['621336', '62252300'], 3],
  [['520382', '625933'], 2],
] as const satisfies readonly (readonly [readonly string[], number])[];

/** Sales by hour of day and by weekday (from Sunday), and the usual ticket in minor units. */
export type Trade = {
  readonly name: string;
  readonly mcc: string;
  readonly hours: readonly number[];
  readonly week: readonly number[];
  readonly ticket: number;
  /** Sales on a holiday, in parts of those of another day. */
  readonly holiday: number;
};

export const TRADES = [
  [
    {
      name: 'shop',
      mcc: '5311',
      hours: [0, 0, 0, 0, 0, 0, 0, 0, 1, 4, 6, 8, 8, 7, 7, 8, 8, 8, 9, 10, 9, 6, 1, 0],
      week: [1.35, 0.85, 0.85, 0.9, 0.95, 1.1, 1.4],
      ticket: 8800,
      holiday: 1.6,
    },
    34,
  ],
  [
    {
      name: 'restaurant',
      mcc: '5812',
      hours: [0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 3, 10, 14, 9, 3, 2, 4, 11, 15, 12, 7, 3, 1, 0],
      week: [1.25, 0.85, 0.85, 0.9, 0.95, 1.15, 1.35],
      ticket: 7600,
      holiday: 1.5,
    },
    28,
  ],
  [
    {
      name: 'convenience',
      mcc: '5499',
      hours: [1, 0.5, 0.4, 0.3, 0.3, 0.8, 3, 7, 8, 6, 5, 6, 7, 6, 5, 5, 6, 8, 9, 9, 8, 6, 4, 2],
      week: [1, 1, 1, 1, 1, 1.05, 1.05],
      ticket: 2600,
      holiday: 0.9,
    },
    22,
  ],
  [
    {
      name: 'market',
      mcc: '5411',
      hours: [0, 0, 0, 0, 0, 1, 4, 8, 10, 10, 9, 7, 5, 4, 4, 6, 8, 10, 10, 8, 5, 2, 0, 0],
      week: [1.25, 0.95, 0.9, 0.9, 0.95, 1, 1.2],
      ticket: 5400,
      holiday: 1.15,
    },
    16,
  ],
] as const satisfies readonly (readonly [Trade, number])[];
