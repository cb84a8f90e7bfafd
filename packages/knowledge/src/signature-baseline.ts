import type { Interface } from '@duka/model';
import type { InnerReason } from './signature-reasons.ts';

type Rates = { readonly [R in InnerReason]?: number };

/** Failures of a sound terminal that have nothing to do with how the card was presented, a thousand attempts. */
const ANY: Rates = {
  declined: 6,
  not_accepted: 1,
  no_funds: 13,
  cancelled_by_operator: 5,
  no_card: 1,
  busy: 0.3,
  frozen: 0.1,
  tamper: 0.01,
  unknown: 3,
  not_signed_in: 0.3,
  wrong_method: 0.5,
  no_response: 2,
  connect_failed: 1.2,
  link_lost: 1,
  link_down: 0.6,
  dns_failed: 0.4,
  tls_failed: 0.2,
  host_error: 0.8,
  issuer_unavailable: 0.8,
  format_error: 0.2,
  mac_error: 0.2,
  sign_in_needed: 0.4,
  terminal_unknown: 0.05,
  paper_out: 0.8,
  print_error: 0.4,
  overheat: 0.1,
  cover_open: 0.4,
};

/**
 * What a fleet in order fails by, per thousand first attempts of a sale: where a log is small, the engine leans on it;
 * a large log soon outweighs it. Ordinary fallback of under 2 to 3 % (US Payments Forum, 2016 and 2017) bounds the
 * chip's read failures; the split by reason is an expert estimate.
 */
export const TYPICAL_FAILURES: { readonly [I in Interface]: Rates } = {
  chip: {
    ...ANY,
    mute: 6,
    bad_atr: 3,
    protocol_error: 5,
    bad_data: 3,
    power_error: 0.5,
    removed_early: 4,
    no_application: 1.5,
    application_blocked: 0.3,
    oda_failed: 0.7,
    capk_missing: 0.3,
    pin_wrong: 14,
    pin_tries_exceeded: 0.3,
    pin_timeout: 1,
  },
  contactless: {
    ...ANY,
    rf_lost: 5,
    no_response_rf: 5,
    collision: 1.5,
    use_other_interface: 2,
    no_application: 0.5,
    pin_wrong: 4,
    pin_tries_exceeded: 0.1,
    pin_timeout: 0.4,
  },
  magstripe: {
    ...ANY,
    parity: 10,
    lrc: 6,
    partial: 10,
    blank: 6,
    start_sentinel: 4,
    chip_required: 60,
    pin_wrong: 14,
    pin_tries_exceeded: 0.3,
    pin_timeout: 1,
  },
  qr: { ...ANY, declined: 2, no_funds: 4, qr_unreadable: 5, qr_expired: 1 },
  manual: ANY,
};

/** Chance that the same thing fails again when it is tried again at once: most bad cards stay bad. Expert estimate. */
export const TYPICAL_FAILS_AGAIN = 0.3;
/** The same where it has failed twice: what was but a mishap is past by then. Expert estimate. */
export const TYPICAL_FAILS_YET_AGAIN = 0.6;
