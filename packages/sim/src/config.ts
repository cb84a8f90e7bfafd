import type { AttemptField, CauseId, Interface, Scope } from '@duka/model';
import type { FaultRanges } from './faults/ranges.ts';
import { TUNING_FAULTS } from './faults/ranges.ts';

/** A fault to plant. What is left out is drawn: the place from the fleet, the time from the fault's ranges. */
export type FaultRequest = {
  readonly cause: CauseId;
  readonly scope?: Scope;
  /** Ms since 1970. */
  readonly since?: number;
  /** Null: it lasts beyond the window. */
  readonly until?: number | null;
};

/** Shares of terminals that tell a failure by its outcome alone, by codes, by reason and stage, or by both. */
export type ReportingShares = {
  readonly outcome: number;
  readonly code: number;
  readonly reason: number;
  readonly both: number;
};

export type Missingness = {
  /** Chance that any optional field of any record is lost. */
  readonly random: number;
  /** Share of terminals that never send the field. */
  readonly terminals: { readonly [F in AttemptField]?: number };
};

export type CardShares = {
  /** Share of chips that are flawed, of stripes that are worn, of cards that the issuer refuses. */
  readonly flawedChips: number;
  readonly wornStripes: number;
  readonly refused: number;
  /** Share of holders with a spell of forgetting the PIN. */
  readonly forgetful: number;
  /** Shares of card sales made by regular customers of the store, and by people of the same region. */
  readonly regulars: number;
  readonly neighbours: number;
};

/** How terminals that are all in order differ. */
export type Differences = {
  /** Spread of the logarithm of the ordinary rate of misreads between terminals, and of network trouble between stores. */
  readonly misreads: number;
  readonly links: number;
  /** Share of regions whose people carry poor cards: nobody's fault. There, cards are bad `poorness` times as often. */
  readonly poorRegions: number;
  readonly poorness: number;
};

export type Seasons = {
  /** 0: always fair. 1: as the table in world/weather.ts has it. */
  readonly weather: number;
  /** First and last day of each holiday, counted from the first day of the window, which is 0. */
  readonly holidays: readonly (readonly [first: number, last: number])[];
};

export type FleetConfig = {
  readonly terminals: number;
  readonly days: number;
  /** Ms since 1970. */
  readonly start: number;
  /** Mean attempts a terminal a day, and the spread of its logarithm between terminals. */
  readonly volume: number;
  readonly volumeSpread: number;
  /** Shares of sales by the interface first tried. */
  readonly interfaces: { readonly [I in Interface]: number };
  /** How many faults, or which. */
  readonly faults: number | readonly FaultRequest[];
  /** Causes that may be drawn where `faults` is a number; all by default. */
  readonly causes: readonly CauseId[] | null;
  /** In which the numbers of each fault are drawn. */
  readonly ranges: FaultRanges;
  /** Spread of the logarithm of a fault's leaning towards each of its reasons; 0 makes all faults of a kind alike. */
  readonly variety: number;
  /** Share of faults that are planted where and while an earlier one holds: at its terminal, in its store, under its host. */
  readonly overlaps: number;
  readonly differences: Differences;
  readonly seasons: Seasons;
  /** Releases reach terminals one by one, or region by region. */
  readonly rollouts: 'gradual' | 'waves';
  /** Share of online requests that the issuer declines in the ordinary course. */
  readonly declines: number;
  /** Multiplies every ordinary failure rate of reading, network, host and printer. */
  readonly noise: number;
  readonly cards: CardShares;
  readonly reporting: ReportingShares;
  readonly missing: Missingness;
};

export const DEFAULT_CONFIG: FleetConfig = {
  terminals: 120,
  days: 14,
  start: Date.UTC(2026, 4, 31, 16),
  volume: 30,
  volumeSpread: 0.9,
  interfaces: { chip: 0.34, contactless: 0.22, magstripe: 0.07, qr: 0.36, manual: 0.01 },
  faults: 12,
  causes: null,
  ranges: TUNING_FAULTS,
  variety: 0,
  overlaps: 0,
  differences: { misreads: 0, links: 0, poorRegions: 0, poorness: 1 },
  seasons: { weather: 0, holidays: [] },
  rollouts: 'gradual',
  declines: 0.024,
  noise: 1,
  cards: {
    flawedChips: 0.015,
    wornStripes: 0.03,
    refused: 0.003,
    forgetful: 0.004,
    regulars: 0.45,
    neighbours: 0.15,
  },
  reporting: { outcome: 0.08, code: 0.32, reason: 0.42, both: 0.18 },
  missing: {
    random: 0.012,
    terminals: {
      attempt_id: 0.08,
      sale_id: 0.4,
      merchant_id: 0.1,
      store_id: 0.02,
      region: 0.03,
      acquirer: 0.1,
      operator_id: 0.14,
      card_ref: 0.22,
      bin: 0.04,
      service_code: 0.15,
      fallback: 0.15,
      model: 0.05,
      serial: 0.35,
      app_version: 0.08,
      firmware_version: 0.22,
      param_version: 0.15,
      link: 0.06,
      carrier: 0.08,
      signal_dbm: 0.12,
      rtt_ms: 0.3,
      duration_ms: 0.09,
      indicator: 0.7,
      amount_minor: 0.03,
    },
  },
};
