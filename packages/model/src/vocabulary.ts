/** The field's own words: how a card is presented, how far an attempt got, and why it stopped. */

export const INTERFACES = ['chip', 'contactless', 'magstripe', 'qr', 'manual'] as const;
export type Interface = (typeof INTERFACES)[number];

export const OUTCOMES = ['ok', 'failed', 'cancelled'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** In the order in which a transaction passes through them (EMV Book 3 §8, then host and printer). */
export const STAGES = [
  'detect',
  'power_up',
  'select',
  'read',
  'authenticate',
  'cvm',
  'online',
  'complete',
  'print',
] as const;
export type Stage = (typeof STAGES)[number];

export const LINKS = ['ethernet', 'wifi', 'cellular'] as const;
export type Link = (typeof LINKS)[number];

/** `stage` is where a reason happens when the record does not say; `of` is who can see it. */
export const REASON_TABLE = {
  no_card: { of: 'any', stage: 'detect' },
  busy: { of: 'any', stage: 'detect' },
  frozen: { of: 'any', stage: 'detect' },
  tamper: { of: 'any', stage: 'detect' },
  unknown: { of: 'any', stage: null },

  mute: { of: 'chip', stage: 'power_up' },
  bad_atr: { of: 'chip', stage: 'power_up' },
  power_error: { of: 'chip', stage: 'power_up' },
  protocol_error: { of: 'chip', stage: 'read' },
  removed_early: { of: 'chip', stage: 'read' },
  no_application: { of: 'chip', stage: 'select' },
  application_blocked: { of: 'chip', stage: 'select' },
  bad_data: { of: 'chip', stage: 'read' },
  oda_failed: { of: 'chip', stage: 'authenticate' },
  capk_missing: { of: 'chip', stage: 'authenticate' },

  rf_lost: { of: 'contactless', stage: 'read' },
  collision: { of: 'contactless', stage: 'detect' },
  no_response_rf: { of: 'contactless', stage: 'power_up' },
  use_other_interface: { of: 'contactless', stage: 'select' },

  blank: { of: 'magstripe', stage: 'read' },
  start_sentinel: { of: 'magstripe', stage: 'read' },
  parity: { of: 'magstripe', stage: 'read' },
  lrc: { of: 'magstripe', stage: 'read' },
  partial: { of: 'magstripe', stage: 'read' },
  chip_required: { of: 'magstripe', stage: 'read' },

  qr_unreadable: { of: 'qr', stage: 'read' },
  qr_expired: { of: 'qr', stage: 'read' },

  pin_wrong: { of: 'holder', stage: 'cvm' },
  pin_tries_exceeded: { of: 'holder', stage: 'cvm' },
  pin_timeout: { of: 'holder', stage: 'cvm' },
  cancelled_by_operator: { of: 'holder', stage: null },
  not_signed_in: { of: 'holder', stage: 'online' },
  wrong_method: { of: 'holder', stage: 'read' },

  link_down: { of: 'network', stage: 'online' },
  dns_failed: { of: 'network', stage: 'online' },
  connect_failed: { of: 'network', stage: 'online' },
  tls_failed: { of: 'network', stage: 'online' },
  no_response: { of: 'network', stage: 'online' },
  link_lost: { of: 'network', stage: 'online' },

  format_error: { of: 'host', stage: 'online' },
  mac_error: { of: 'host', stage: 'online' },
  sign_in_needed: { of: 'host', stage: 'online' },
  terminal_unknown: { of: 'host', stage: 'online' },
  host_error: { of: 'host', stage: 'online' },
  issuer_unavailable: { of: 'host', stage: 'online' },
  declined: { of: 'host', stage: 'online' },

  paper_out: { of: 'printer', stage: 'print' },
  overheat: { of: 'printer', stage: 'print' },
  print_error: { of: 'printer', stage: 'print' },
  cover_open: { of: 'printer', stage: 'print' },
} as const satisfies Record<
  string,
  {
    of: 'any' | 'chip' | 'contactless' | 'magstripe' | 'qr' | 'holder' | 'network' | 'host' | 'printer';
    stage: Stage | null;
  }
>;

export type Reason = keyof typeof REASON_TABLE;
export const REASONS = Object.keys(REASON_TABLE) as readonly Reason[];
