import type { CauseId, Reason } from '@duka/model';

/** The causes that a reason speaks for, likely first. A code's causes follow from its reasons by this table alone. */
export const REASON_CAUSES = {
  no_card: [
    'operation.indicator_misread',
    'operation.insert_technique',
    'operation.wrong_method',
    'hardware.contactless_antenna',
    'hardware.reader_module',
  ],
  busy: ['operation.cancel_forgotten', 'software.frozen'],
  frozen: ['software.frozen', 'software.reader_firmware', 'hardware.reader_module', 'hardware.power'],
  tamper: ['hardware.tamper_lock'],
  unknown: ['unknown.other'],

  mute: [
    'operation.insert_technique',
    'hardware.chip_contacts_dirty',
    'card.chip_damaged',
    'hardware.chip_contacts_worn',
    'hardware.reader_module',
  ],
  bad_atr: [
    'hardware.chip_contacts_dirty',
    'card.chip_damaged',
    'hardware.chip_contacts_worn',
    'operation.insert_technique',
    'software.reader_firmware',
  ],
  power_error: ['hardware.power', 'card.chip_damaged', 'hardware.reader_module', 'hardware.chip_contacts_dirty'],
  protocol_error: [
    'hardware.chip_contacts_dirty',
    'hardware.chip_contacts_worn',
    'operation.removed_early',
    'card.chip_damaged',
    'software.app_defect',
    'software.reader_firmware',
  ],
  removed_early: ['operation.removed_early', 'operation.insert_technique', 'hardware.chip_contacts_worn'],
  no_application: ['card.unsupported', 'software.parameters_outdated', 'software.app_outdated'],
  application_blocked: ['card.blocked_or_expired'],
  bad_data: [
    'card.chip_damaged',
    'hardware.chip_contacts_dirty',
    'software.app_defect',
    'software.parameters_outdated',
  ],
  oda_failed: ['software.parameters_outdated', 'card.chip_damaged', 'software.app_defect', 'fraud.deliberate_fallback'],
  capk_missing: ['software.parameters_outdated', 'software.app_outdated'],

  rf_lost: ['operation.removed_early', 'hardware.contactless_antenna', 'operation.wrong_method', 'card.chip_damaged'],
  collision: ['operation.wrong_method'],
  no_response_rf: ['operation.wrong_method', 'hardware.contactless_antenna', 'card.unsupported', 'card.chip_damaged'],
  use_other_interface: ['operation.wrong_method', 'card.unsupported', 'software.parameters_outdated'],

  blank: ['operation.swipe_technique', 'card.stripe_damaged', 'hardware.magstripe_head_worn', 'hardware.reader_module'],
  start_sentinel: [
    'operation.swipe_technique',
    'hardware.magstripe_head_dirty',
    'card.stripe_damaged',
    'hardware.magstripe_head_worn',
  ],
  parity: [
    'hardware.magstripe_head_dirty',
    'hardware.magstripe_head_worn',
    'operation.swipe_technique',
    'card.stripe_damaged',
  ],
  lrc: [
    'hardware.magstripe_head_dirty',
    'hardware.magstripe_head_worn',
    'operation.swipe_technique',
    'card.stripe_damaged',
  ],
  partial: [
    'operation.swipe_technique',
    'hardware.magstripe_head_dirty',
    'card.stripe_damaged',
    'hardware.magstripe_head_worn',
  ],
  chip_required: [
    'policy.magstripe_closed',
    'operation.wrong_method',
    'hardware.chip_contacts_dirty',
    'card.chip_damaged',
    'fraud.deliberate_fallback',
  ],

  qr_unreadable: ['operation.wrong_method', 'hardware.reader_module', 'software.app_defect'],
  qr_expired: ['operation.wrong_method', 'network.slow'],

  pin_wrong: ['operation.wrong_pin', 'software.keys_out_of_sync', 'hardware.pinpad'],
  pin_tries_exceeded: ['operation.wrong_pin', 'card.blocked_or_expired'],
  pin_timeout: ['operation.wrong_pin', 'hardware.pinpad', 'operation.indicator_misread'],
  cancelled_by_operator: ['operation.wrong_method', 'network.slow', 'software.frozen', 'operation.indicator_misread'],
  not_signed_in: ['operation.not_signed_in', 'software.keys_out_of_sync'],
  wrong_method: ['operation.wrong_method', 'operation.indicator_misread', 'policy.magstripe_closed'],

  link_down: ['network.down', 'network.signal_weak', 'network.unstable', 'network.misconfigured'],
  dns_failed: ['network.misconfigured', 'network.down', 'network.unstable'],
  connect_failed: ['network.down', 'network.acquirer_host_down', 'network.misconfigured', 'network.unstable'],
  tls_failed: ['network.misconfigured', 'software.app_outdated', 'network.acquirer_host_down'],
  no_response: ['network.unstable', 'network.acquirer_host_down', 'network.slow', 'network.signal_weak'],
  link_lost: ['network.unstable', 'network.signal_weak', 'network.slow', 'network.acquirer_host_down'],

  format_error: [
    'software.app_defect',
    'software.host_incompatible',
    'software.app_outdated',
    'software.parameters_outdated',
  ],
  mac_error: ['software.keys_out_of_sync', 'software.host_incompatible'],
  sign_in_needed: ['operation.not_signed_in', 'software.keys_out_of_sync', 'software.parameters_outdated'],
  terminal_unknown: ['network.misconfigured', 'software.parameters_outdated'],
  host_error: ['network.acquirer_host_down', 'software.host_incompatible'],
  issuer_unavailable: ['network.issuer_unreachable', 'network.acquirer_host_down'],
  declined: ['card.blocked_or_expired', 'card.unsupported'],

  paper_out: ['hardware.printer_paper'],
  overheat: ['hardware.printer_head_worn', 'hardware.printer_paper'],
  print_error: ['hardware.printer_head_worn', 'hardware.printer_paper', 'hardware.power', 'software.app_defect'],
  cover_open: ['hardware.printer_paper'],
} as const satisfies Record<Reason, readonly CauseId[]>;
