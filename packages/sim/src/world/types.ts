import type { Link, ScopeColumn } from '@duka/model';
import type { Zipf } from '../zipf.ts';
import type { Model, Trade } from './tables.ts';
import type { Weather } from './weather.ts';

export type Card = {
  readonly ref: string;
  readonly bin: string;
  readonly serviceCode: string;
  readonly chip: boolean;
  /** Whether its holder is asked for a PIN. */
  readonly pin: boolean;
  /** Chance that a flawed chip or a worn stripe spoils a read. */
  readonly chipFlaw: number;
  readonly stripeFlaw: number;
  /** The field 39 code with which the issuer always refuses it, where it does. */
  readonly refused: string | null;
  /** The spell in which the holder cannot remember the PIN, in ms since 1970. */
  readonly forgets: readonly [number, number] | null;
};

/** People who come again: chip cards and stripe-only cards, most frequent first. */
export type Customers = {
  readonly chip: readonly Card[];
  readonly stripe: readonly Card[];
  readonly chipRank: Zipf;
  readonly stripeRank: Zipf;
};

export type Operator = {
  readonly id: string;
  /** Multiplies the ordinary rate of misreads: nobody's hands are average. */
  readonly clumsiness: number;
};

export type Store = {
  readonly id: string;
  readonly merchantId: string;
  readonly region: string;
  readonly acquirer: string;
  readonly trade: Trade;
  /** Operators by shift: night, early, late. */
  readonly shifts: readonly (readonly Operator[])[];
  readonly terminals: Terminal[];
  /** How many times as often as elsewhere a card is bad here. */
  readonly poorness: number;
  readonly weather: (time: number) => Weather;
  /** How many times as often as usual its line fails, though nothing is wrong with it. */
  readonly linkTrouble: number;
  customers: Customers;
};

/** What a terminal runs, by time: the entry with the last `from` that has passed. */
export type Schedule = readonly { readonly from: number; readonly version: string }[];

export type Terminal = {
  readonly index: number;
  readonly id: string;
  readonly store: Store;
  /** Place in the store. */
  readonly place: number;
  readonly model: Model;
  readonly serial: string;
  readonly app: Schedule;
  readonly firmware: Schedule;
  readonly params: Schedule;
  readonly link: Link;
  readonly carrier: string | null;
  /** Usual signal, dBm; null on a cable. */
  readonly signal: number | null;
  /** Usual round trip to the host, ms. */
  readonly rtt: number;
  /** How many times as often as usual it misreads, though nothing is wrong with it. */
  readonly misreads: number;
  /** Mean attempts a day. */
  readonly volume: number;
};

/** A version that came out within the window. */
export type Release = {
  readonly column: Extract<ScopeColumn, 'app_version' | 'firmware_version'>;
  readonly version: string;
};

export type World = {
  readonly start: number;
  readonly end: number;
  readonly stores: readonly Store[];
  readonly terminals: readonly Terminal[];
  readonly neighbours: ReadonlyMap<string, Customers>;
  readonly releases: readonly Release[];
  /** Whether a local day is a holiday. */
  readonly holiday: (day: number) => boolean;
};

export function versionAt(schedule: Schedule, time: number): string {
  let version = '';
  for (const entry of schedule) {
    if (entry.from > time) break;
    version = entry.version;
  }
  return version;
}
