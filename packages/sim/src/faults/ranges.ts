import type { CauseId } from '@duka/model';
import { DAY, HOUR } from '../calendar.ts';
import type { Rng } from '../rng.ts';

export type Range = readonly [low: number, high: number];

/**
 * Every number that a fault draws. Chances are for an attempt that the fault touches. `from`, `to` and `ramp`
 * (days) describe a chance that grows; `visits` is how often a day a card is used; `every` (hours) and `for` (minutes) describe bursts, in which `chance`
 * holds; `days` or `hours` is how long the fault lasts. Engines are tuned on these; results are reported on others.
 */
export const TUNING_FAULTS = {
  'hardware.magstripe_head_worn': { from: [0.03, 0.1], to: [0.4, 0.85], ramp: [3, 12], days: [8, 60] },
  'hardware.magstripe_head_dirty': { from: [0.1, 0.3], to: [0.35, 0.8], ramp: [0.5, 2], days: [2, 10] },
  'hardware.chip_contacts_dirty': { from: [0.05, 0.15], to: [0.2, 0.6], ramp: [0.5, 3], days: [2, 12] },
  'hardware.chip_contacts_worn': { from: [0.02, 0.08], to: [0.25, 0.7], ramp: [3, 12], days: [8, 60] },
  'hardware.contactless_antenna': { chance: [0.25, 0.9], days: [4, 40] },
  'hardware.reader_module': { chance: [0.35, 0.95], days: [1, 20] },
  'hardware.pinpad': { chance: [0.15, 0.7], days: [4, 40] },
  'hardware.printer_head_worn': { from: [0.02, 0.08], to: [0.15, 0.5], ramp: [3, 12], days: [8, 60] },
  'hardware.printer_paper': { every: [8, 40], for: [20, 150], chance: [0.5, 0.95], days: [4, 30] },
  'hardware.power': { every: [3, 20], for: [15, 120], chance: [0.4, 0.9], days: [3, 30] },
  'hardware.tamper_lock': { traffic: [0.04, 0.15], days: [1, 8] },
  'software.app_defect': { chance: [0.15, 0.7], alternating: [0, 1], days: [20, 90] },
  'software.app_outdated': { chance: [0.35, 0.95], days: [10, 90] },
  'software.host_incompatible': { chance: [0.15, 0.8], days: [2, 30] },
  'software.parameters_outdated': { chance: [0.5, 0.98], days: [10, 90] },
  'software.keys_out_of_sync': { chance: [0.6, 0.98], hours: [6, 90] },
  'software.reader_firmware': { chance: [0.08, 0.4], days: [20, 90] },
  'software.frozen': { every: [4, 24], for: [4, 40], days: [3, 30] },
  'network.down': { chance: [0.9, 1], traffic: [0.15, 0.5], hours: [0.7, 10] },
  'network.unstable': { every: [1.5, 10], for: [10, 60], chance: [0.3, 0.8], days: [2, 20] },
  'network.slow': { chance: [0.1, 0.45], factor: [6, 30], days: [0.5, 12] },
  'network.misconfigured': { chance: [0.75, 1], traffic: [0.1, 0.4], hours: [4, 72] },
  'network.signal_weak': { chance: [0.12, 0.45], drop: [14, 30], days: [3, 30] },
  'network.acquirer_host_down': { chance: [0.7, 1], traffic: [0.3, 0.7], hours: [0.5, 5] },
  'network.issuer_unreachable': { chance: [0.7, 1], hours: [1, 16] },
  'operation.wrong_pin': { chance: [0.5, 0.9], visits: [0.5, 2.5], days: [4, 30] },
  'operation.wrong_method': { chance: [0.15, 0.55], days: [4, 40] },
  'operation.swipe_technique': { chance: [0.25, 0.6], days: [6, 60] },
  'operation.insert_technique': { chance: [0.12, 0.4], days: [6, 60] },
  'operation.removed_early': { chance: [0.1, 0.35], days: [4, 60] },
  'operation.indicator_misread': { chance: [0.1, 0.35], days: [4, 60] },
  'operation.not_signed_in': { minutes: [15, 60], chance: [0.7, 0.95], days: [6, 60] },
  'operation.cancel_forgotten': { chance: [0.08, 0.3], days: [6, 60] },
  'card.stripe_damaged': { chance: [0.6, 1], visits: [0.4, 2.5], days: [10, 90] },
  'card.chip_damaged': { chance: [0.6, 1], visits: [0.4, 2.5], days: [10, 90] },
  'card.unsupported': { chance: [0.95, 1], visits: [0.4, 2.5], days: [10, 90] },
  'card.blocked_or_expired': { chance: [1, 1], visits: [0.4, 2.5], days: [10, 90] },
  'policy.magstripe_closed': { swipes: [0.15, 0.5], chance: [0.95, 1], days: [6, 60] },
  'fraud.deliberate_fallback': { sales: [0.12, 0.4], days: [4, 40] },
  'unknown.other': { chance: [0.2, 0.7], days: [3, 30] },
} as const satisfies { readonly [C in CauseId]: { readonly [name: string]: Range } };

/** The same numbers for every cause, in other ranges. */
export type FaultRanges = {
  readonly [C in CauseId]: { readonly [K in keyof (typeof TUNING_FAULTS)[C]]: Range };
};
export type Values<C extends CauseId> = { readonly [K in keyof (typeof TUNING_FAULTS)[C]]: number };

export function drawValues<C extends CauseId>(cause: C, ranges: FaultRanges, rng: Rng): Values<C> {
  const entries = Object.entries<Range>(ranges[cause]).map(([name, [low, high]]) => [name, rng.between(low, high)]);
  return Object.fromEntries(entries) as Values<C>;
}

/** Ms. Drawn on the scale of orders of magnitude: short troubles are more common than long ones. */
export function drawDuration(cause: CauseId, ranges: FaultRanges, rng: Rng): number {
  const { hours, days = [1, 30] }: { readonly days?: Range; readonly hours?: Range } = ranges[cause];
  return hours === undefined ? rng.logBetween(...days) * DAY : rng.logBetween(...hours) * HOUR;
}
