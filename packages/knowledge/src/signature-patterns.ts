import type { Interface } from '@duka/model';
import type { InnerReason } from './signature-reasons.ts';

/**
 * Failure patterns: which reasons a fault adds, on which interfaces. The fleet engine looks for an excess in
 * the shape of a pattern; the causes that share it are told apart afterwards (signature-profiles.ts).
 *
 * `on` gives for each interface the relative weights of the reasons; `share` how strongly the interface is hit
 * compared with the one hit most (1 where not given). Source: expert estimate, from the stages and reasons that
 * EMV Book 1 §12, ISO/IEC 7811 readers and the field-39 table name for such faults.
 */
export type Pattern = {
  readonly prior: number;
  readonly on: { readonly [I in Interface]?: { readonly [R in InnerReason]?: number } };
  readonly share?: { readonly [I in Interface]?: number };
  /** Common enough to be looked for in every kind of scope; the others only where PATTERN_SCOPES has them. */
  readonly anywhere?: true;
  /** What customers, their cards and the rules of a trade bring about, no matter who serves them and at which terminal. */
  readonly ofCustomers?: true;
};

type Mix = { readonly [R in InnerReason]?: number };

const everywhere = (mix: Mix): Pattern['on'] => ({
  chip: mix,
  contactless: mix,
  magstripe: mix,
  qr: mix,
  manual: mix,
});
const onCards = (mix: Mix): Pattern['on'] => ({ chip: mix, contactless: mix, magstripe: mix });

/** How a host shows that it does not take an app's messages. */
const MISFIT = { format_error: 60, mac_error: 18, host_error: 12, terminal_unknown: 5 } as const satisfies Mix;

/** How a defect of an app shows itself, by interface. */
const DEFECT = {
  chip: { unknown: 25, bad_data: 20, protocol_error: 18, no_application: 12, frozen: 8, oda_failed: 4, mute: 3 },
  contactless: {
    unknown: 28,
    rf_lost: 15,
    no_response_rf: 10,
    use_other_interface: 12,
    collision: 6,
    frozen: 8,
    bad_data: 6,
  },
  magstripe: { unknown: 30, partial: 20, start_sentinel: 12, parity: 10, lrc: 8, frozen: 8 },
  qr: { unknown: 40, qr_unreadable: 35, frozen: 10, qr_expired: 6 },
  manual: { unknown: 60, frozen: 20 },
} as const satisfies Pattern['on'];

export const PATTERNS = {
  chip: {
    prior: 0.2,
    anywhere: true,
    ofCustomers: true,
    on: {
      chip: { mute: 30, bad_atr: 20, protocol_error: 22, bad_data: 12, power_error: 6, unknown: 4, removed_early: 2 },
    },
  },
  stripe: {
    prior: 0.155,
    anywhere: true,
    ofCustomers: true,
    on: { magstripe: { partial: 24, parity: 26, lrc: 17, blank: 14, start_sentinel: 14, unknown: 3 } },
  },
  radio: {
    prior: 0.06,
    anywhere: true,
    ofCustomers: true,
    on: { contactless: { rf_lost: 40, no_response_rf: 40, collision: 8, use_other_interface: 3, unknown: 6 } },
  },
  reader: {
    prior: 0.04,
    on: {
      chip: { mute: 25, protocol_error: 20, power_error: 15, bad_atr: 12, unknown: 20 },
      contactless: { no_response_rf: 40, rf_lost: 25, unknown: 20 },
      magstripe: { blank: 25, start_sentinel: 20, parity: 10, partial: 10, lrc: 5, unknown: 20 },
    },
    share: { contactless: 0.8, magstripe: 0.6 },
  },
  tap_rules: {
    prior: 0.02,
    ofCustomers: true,
    on: { contactless: { use_other_interface: 60, collision: 10, no_application: 10, unknown: 5 } },
  },
  wrong_pin: {
    prior: 0.05,
    anywhere: true,
    ofCustomers: true,
    on: onCards({ pin_wrong: 90, pin_tries_exceeded: 7, pin_timeout: 3 }),
    share: { contactless: 0.5 },
  },
  pinpad: {
    prior: 0.03,
    on: onCards({ pin_timeout: 60, pin_wrong: 25, cancelled_by_operator: 8, unknown: 7 }),
    share: { contactless: 0.5 },
  },
  removed_early: {
    prior: 0.05,
    ofCustomers: true,
    on: { chip: { removed_early: 92, protocol_error: 4, bad_data: 2 } },
  },
  insertion: {
    prior: 0.03,
    ofCustomers: true,
    on: { chip: { mute: 55, no_card: 18, bad_atr: 10, removed_early: 7, wrong_method: 5, unknown: 3 } },
  },
  swiping: {
    prior: 0.03,
    ofCustomers: true,
    on: { magstripe: { partial: 45, start_sentinel: 22, blank: 12, parity: 10, lrc: 7, no_card: 4 } },
  },
  stripe_refused: {
    prior: 0.04,
    on: { magstripe: { chip_required: 95, wrong_method: 3 } },
  },
  // Where the stripe is closed, one host asks for the chip; another says that the holder, or the terminal, may not do this.
  stripe_declined: {
    prior: 0.015,
    on: { magstripe: { not_accepted: 72, declined: 22, chip_required: 5 } },
  },
  wrong_method: {
    prior: 0.03,
    ofCustomers: true,
    on: {
      magstripe: { chip_required: 45, wrong_method: 30, no_card: 10 },
      chip: { wrong_method: 60, no_card: 25 },
      contactless: { wrong_method: 50, use_other_interface: 25, no_card: 20 },
      qr: { wrong_method: 60, qr_unreadable: 20, qr_expired: 10 },
      manual: { wrong_method: 60 },
    },
    share: { qr: 0.4, manual: 0.4 },
  },
  cancelled: {
    prior: 0.04,
    anywhere: true,
    ofCustomers: true,
    on: everywhere({ cancelled_by_operator: 65, no_card: 20, removed_early: 8, wrong_method: 5 }),
  },
  // Who does not see what the lights ask for takes the card away, or gives up.
  misread: {
    prior: 0.02,
    ofCustomers: true,
    on: {
      chip: { cancelled_by_operator: 35, removed_early: 30, no_card: 15, wrong_method: 8 },
      contactless: { cancelled_by_operator: 35, no_card: 20, rf_lost: 20, wrong_method: 8 },
      magstripe: { cancelled_by_operator: 45, no_card: 25, wrong_method: 8 },
      qr: { cancelled_by_operator: 60, no_card: 15 },
      manual: { cancelled_by_operator: 80 },
    },
    share: { qr: 0.5, manual: 0.3 },
  },
  busy: {
    prior: 0.03,
    on: everywhere({ busy: 95, no_card: 3 }),
  },
  sign_in: {
    prior: 0.03,
    on: everywhere({ not_signed_in: 55, sign_in_needed: 40, host_error: 3 }),
  },
  link: {
    prior: 0.09,
    anywhere: true,
    on: everywhere({ no_response: 30, connect_failed: 24, link_lost: 20, link_down: 16, dns_failed: 5, tls_failed: 4 }),
  },
  link_settings: {
    prior: 0.03,
    on: everywhere({ connect_failed: 35, dns_failed: 30, tls_failed: 30, no_response: 5 }),
  },
  host: {
    prior: 0.04,
    anywhere: true,
    on: everywhere({ no_response: 35, host_error: 30, connect_failed: 22, issuer_unavailable: 5, link_lost: 3 }),
  },
  issuer: {
    prior: 0.04,
    on: {
      ...onCards({ issuer_unavailable: 85, no_response: 8, declined: 5 }),
      manual: { issuer_unavailable: 85, no_response: 8 },
    },
  },
  format: { prior: 0.03, on: everywhere(MISFIT) },
  // Messages of one kind alone may be what the host does not take.
  format_chip: { prior: 0.006, on: { chip: MISFIT } },
  format_tap: { prior: 0.006, on: { contactless: MISFIT } },
  format_scan: { prior: 0.004, on: { qr: MISFIT } },
  keys: {
    prior: 0.03,
    on: {
      ...onCards({ mac_error: 45, pin_wrong: 25, sign_in_needed: 18, host_error: 8 }),
      qr: { mac_error: 60, sign_in_needed: 25 },
      manual: { mac_error: 60, sign_in_needed: 25 },
    },
    share: { qr: 0.7 },
  },
  registration: {
    prior: 0.01,
    on: everywhere({ terminal_unknown: 85, sign_in_needed: 8 }),
  },
  print: {
    prior: 0.05,
    anywhere: true,
    on: everywhere({ print_error: 40, paper_out: 38, overheat: 10, cover_open: 12 }),
  },
  power: {
    prior: 0.03,
    on: everywhere({ power_error: 30, unknown: 24, link_lost: 20, print_error: 14, frozen: 5, link_down: 4 }),
  },
  frozen: {
    prior: 0.03,
    on: everywhere({ frozen: 70, busy: 8, unknown: 15 }),
  },
  tamper: {
    prior: 0.01,
    on: everywhere({ tamper: 97 }),
  },
  application: { prior: 0.05, anywhere: true, ofCustomers: true, on: DEFECT },
  // Codes are read by the app alone: of all ways of reading this is the one that it most often breaks by itself.
  scan: { prior: 0.01, on: { qr: DEFECT.qr } },
  card_data: {
    prior: 0.03,
    on: {
      chip: { no_application: 38, oda_failed: 18, capk_missing: 22, bad_data: 16, application_blocked: 2 },
      contactless: { no_application: 40, capk_missing: 20, oda_failed: 15, use_other_interface: 15 },
    },
    share: { contactless: 0.7 },
  },
  blocked: {
    prior: 0.06,
    ofCustomers: true,
    on: {
      ...onCards({ declined: 55, not_accepted: 25, application_blocked: 10, pin_tries_exceeded: 8 }),
      manual: { declined: 60, not_accepted: 30 },
    },
  },
  // A holder without money, who at times gives up: it explains, but it is nobody's fault.
  no_funds: {
    prior: 0.03,
    on: everywhere({ no_funds: 76, cancelled_by_operator: 12, unknown: 12 }),
  },
} as const satisfies Record<string, Pattern>;

export type PatternId = keyof typeof PATTERNS;
export const PATTERN_IDS = Object.keys(PATTERNS) as readonly PatternId[];
