import type { Interface, Reason } from '@duka/model';
import type { FleetConfig } from '../config.ts';
import type { Rng } from '../rng.ts';
import type { Ending } from './ending.ts';
import { failed } from './ending.ts';
import type { Presentation } from './presentation.ts';

/** What goes wrong in any shop on any day, as a chance for each attempt. */
type Rates = readonly (readonly [Reason, number])[];

const READING: { readonly [I in Interface]: Rates } = {
  chip: [
    ['no_card', 0.002],
    ['mute', 0.005],
    ['bad_atr', 0.002],
    ['removed_early', 0.003],
    ['protocol_error', 0.003],
    ['bad_data', 0.0012],
    ['no_application', 0.0006],
    ['oda_failed', 0.0003],
  ],
  contactless: [
    ['no_card', 0.002],
    ['collision', 0.002],
    ['no_response_rf', 0.005],
    ['rf_lost', 0.007],
    ['use_other_interface', 0.003],
  ],
  magstripe: [
    ['no_card', 0.002],
    ['blank', 0.005],
    ['start_sentinel', 0.003],
    ['partial', 0.009],
    ['parity', 0.008],
    ['lrc', 0.005],
  ],
  qr: [
    ['qr_unreadable', 0.004],
    ['qr_expired', 0.002],
  ],
  manual: [
    ['wrong_method', 0.004],
    ['unknown', 0.006],
  ],
};
const CANCELLED = 0.0045;
const NETWORK: Rates = [
  ['no_response', 0.0013],
  ['connect_failed', 0.0008],
  ['link_lost', 0.0007],
  ['link_down', 0.0003],
  ['dns_failed', 0.0002],
];
const LINK_FACTOR = { ethernet: 0.5, wifi: 1, cellular: 1.6 } as const;
const HOST: Rates = [
  ['host_error', 0.0006],
  ['issuer_unavailable', 0.0009],
  ['sign_in_needed', 0.0003],
  ['format_error', 0.0001],
];
const PRINTER: Rates = [
  ['paper_out', 0.0014],
  ['cover_open', 0.0005],
  ['print_error', 0.0004],
  ['overheat', 0.0001],
];
const PIN_WRONG = 0.014;
const PIN_WRONG_FORGETFUL = 0.75;
const PIN_TIMEOUT = 0.002;
const STRIPE_FLAW: Rates = [
  ['partial', 0.35],
  ['parity', 0.3],
  ['lrc', 0.15],
  ['blank', 0.1],
  ['start_sentinel', 0.1],
];
const CHIP_FLAW: Rates = [
  ['mute', 0.55],
  ['bad_atr', 0.2],
  ['protocol_error', 0.2],
  ['bad_data', 0.05],
];

/** The first thing of an ordinary day that ends this attempt, or null. The order is that of the stages. */
export function ordinaryEnding(p: Presentation, config: FleetConfig, rng: Rng): Ending | null {
  return reading(p, config, rng) ?? holder(p, rng) ?? online(p, config, rng) ?? drawn(printer(p), config.noise, rng);
}

function printer({ weather }: Presentation): Rates {
  if (weather.printer === 1) return PRINTER;
  return PRINTER.map(([reason, rate]) => [reason, reason === 'overheat' ? rate * weather.printer : rate]);
}

function drawn(rates: Rates, factor: number, rng: Rng, stage?: Ending['stage']): Ending | null {
  let rest = rng.unit() / factor;
  for (const [reason, rate] of rates) {
    rest -= rate;
    if (rest < 0) return failed(reason, stage === undefined ? {} : { stage });
  }
  return null;
}

function reading(p: Presentation, config: FleetConfig, rng: Rng): Ending | null {
  if (rng.chance(CANCELLED * config.noise)) {
    return failed('cancelled_by_operator', { stage: rng.pick(['detect', 'cvm', 'online']) });
  }
  const { card } = p;
  if (card !== null) {
    // A chip card that is swiped is refused: its stripe says that it has a chip (service code 2xx or 6xx).
    if (p.interface === 'magstripe' && card.chip && !(p.fallback && rng.chance(0.8))) return failed('chip_required');
    if (p.interface === 'magstripe' && rng.chance(card.stripeFlaw)) {
      return failed(rng.weighted(STRIPE_FLAW), { blame: 'stripe' });
    }
    if (p.interface === 'chip' && !card.chip) return failed('mute');
    if (p.interface === 'chip' && rng.chance(card.chipFlaw)) {
      return failed(rng.weighted(CHIP_FLAW), { blame: 'chip' });
    }
  }
  const hands = p.operator?.clumsiness ?? 1;
  const { contacts, taps } = p.weather;
  const touched = p.interface === 'magstripe' || p.interface === 'chip';
  const factor =
    config.noise * p.terminal.misreads * (touched ? hands * contacts : p.interface === 'contactless' ? taps : 1);
  return drawn(READING[p.interface], factor, rng, p.interface === 'manual' ? 'read' : undefined);
}

function holder(p: Presentation, rng: Rng): Ending | null {
  if (!p.pin) return null;
  const forgets = p.card?.forgets;
  const forgetting = forgets != null && p.time >= forgets[0] && p.time < forgets[1];
  if (rng.chance(forgetting ? PIN_WRONG_FORGETFUL : PIN_WRONG)) {
    const whose = forgetting ? { blame: 'holder' as const } : {};
    return p.nth >= 2 ? failed('pin_tries_exceeded', { iso39: '38', ...whose }) : failed('pin_wrong', whose);
  }
  return rng.chance(PIN_TIMEOUT) ? failed('pin_timeout', { wait: 40 }) : null;
}

function online(p: Presentation, config: FleetConfig, rng: Rng): Ending | null {
  const { link, store } = p.terminal;
  const air = link === 'cellular' ? p.weather.cellular : 1;
  const network = drawn(NETWORK, config.noise * LINK_FACTOR[link] * store.linkTrouble * air, rng);
  if (network !== null) return { ...network, wait: network.reason === 'no_response' ? 30 : 4 };
  if (p.card?.refused != null) return failed('declined', { iso39: p.card.refused, blame: 'issuer' });
  if (rng.chance(config.declines)) return failed('declined');
  return drawn(HOST, config.noise, rng);
}
