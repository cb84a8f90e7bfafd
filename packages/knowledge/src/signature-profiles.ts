import type { CauseId } from '@duka/model';
import type { Pattern } from './signature-patterns.ts';
import { PATTERNS } from './signature-patterns.ts';

/**
 * How each cause looks in a log: which reasons it adds on which interfaces. Finer than the patterns of the search, which
 * only need to find that something is wrong.
 * Source: expert estimate; the reasons follow what EMV Book 1 §12, the magnetic-stripe readers' error bits and the
 * field-39 table name for such faults.
 *
 * A cause that shows itself in one of several ways, each time in the same one, has a profile for each way; they are equally likely.
 */
export type Profile = Omit<Pattern, 'prior'>;

const on = (mix: NonNullable<Pattern['on']['chip']>): Pattern['on'] => ({
  chip: mix,
  contactless: mix,
  magstripe: mix,
  qr: mix,
  manual: mix,
});
const onCards = (mix: NonNullable<Pattern['on']['chip']>): Pattern['on'] => ({
  chip: mix,
  contactless: mix,
  magstripe: mix,
});

export const PROFILES: { readonly [C in CauseId]: readonly Profile[] } = {
  // A swipe of which nothing is read is none to the terminal, nor a card whose contacts do not close: no card was presented.
  'hardware.magstripe_head_worn': [
    {
      on: { magstripe: { partial: 26, parity: 27, lrc: 18, blank: 14, start_sentinel: 12, unknown: 3, no_card: 3 } },
    },
  ],
  'hardware.magstripe_head_dirty': [
    {
      on: { magstripe: { partial: 22, parity: 30, lrc: 20, blank: 12, start_sentinel: 13, unknown: 3, no_card: 3 } },
    },
  ],
  'hardware.chip_contacts_dirty': [
    {
      on: { chip: { mute: 34, bad_atr: 22, protocol_error: 24, bad_data: 12, power_error: 3, unknown: 4, no_card: 4 } },
    },
  ],
  'hardware.chip_contacts_worn': [
    {
      on: {
        chip: {
          mute: 34,
          bad_atr: 18,
          protocol_error: 24,
          bad_data: 10,
          power_error: 8,
          unknown: 4,
          no_card: 5,
          removed_early: 4,
        },
      },
    },
  ],
  // It hears cards badly, or notices none at all.
  'hardware.contactless_antenna': [
    { on: PATTERNS.radio.on },
    { on: { contactless: { no_response_rf: 42, no_card: 36, rf_lost: 15, collision: 3, unknown: 3 } } },
  ],
  // It reads badly, or it is dead and notices no card at all.
  'hardware.reader_module': [
    { on: PATTERNS.reader.on, share: PATTERNS.reader.share },
    { on: onCards({ no_card: 38, unknown: 28, frozen: 24, busy: 4 }), share: { contactless: 0.8, magstripe: 0.8 } },
    // Its chip part alone: no card answers any more.
    { on: { chip: { mute: 45, power_error: 17, bad_atr: 15, protocol_error: 10, unknown: 7, no_card: 2 } } },
    // What does not answer its own terminal: the driver's errors, whatever the card.
    { on: onCards({ unknown: 60, frozen: 22, power_error: 15 }), share: { contactless: 0.8, magstripe: 0.8 } },
  ],
  // A dead pad lets the time run out; a stuck key enters wrong numbers.
  'hardware.pinpad': [
    {
      on: onCards({ pin_timeout: 72, pin_wrong: 15, cancelled_by_operator: 8, unknown: 5 }),
      share: { contactless: 0.5 },
    },
    {
      on: onCards({ pin_wrong: 60, pin_timeout: 30, cancelled_by_operator: 6, unknown: 4 }),
      share: { contactless: 0.5 },
    },
  ],
  'hardware.printer_head_worn': [{ on: on({ print_error: 78, overheat: 14, cover_open: 3, paper_out: 5 }) }],
  'hardware.printer_paper': [{ on: on({ paper_out: 72, cover_open: 16, print_error: 12 }) }],
  // It gives out whenever the load rises, or as the card, the radio or the printer draws its current.
  'hardware.power': [
    { on: PATTERNS.power.on },
    { on: on({ power_error: 70, unknown: 20, link_lost: 5, print_error: 5 }) },
    { on: on({ link_lost: 45, unknown: 20, link_down: 15, power_error: 15, print_error: 5 }) },
  ],
  // Makers without a code of its own call it the failure of a service.
  'hardware.tamper_lock': [{ on: PATTERNS.tamper.on }, { on: on({ frozen: 58, unknown: 38, tamper: 3 }) }],
  'software.app_defect': [
    { on: PATTERNS.application.on },
    { on: PATTERNS.scan.on },
    { on: on({ unknown: 85, frozen: 8 }) },
    { on: on({ frozen: 75, unknown: 20 }) },
    // What it sends to the printer.
    { on: on({ print_error: 82, overheat: 8, unknown: 8 }) },
    // A dialogue for the PIN that does not answer, or that sends it wrongly.
    { on: onCards({ unknown: 55, pin_timeout: 38, cancelled_by_operator: 6 }) },
    { on: onCards({ pin_wrong: 92, pin_tries_exceeded: 3 }) },
    // A release that lost its list of applications and keys, or its way to the host.
    {
      on: {
        chip: { no_application: 62, capk_missing: 18, bad_data: 10, oda_failed: 8 },
        contactless: { no_application: 62, use_other_interface: 20, capk_missing: 10 },
      },
    },
    { on: on({ no_response: 45, connect_failed: 22, link_lost: 15, tls_failed: 10, host_error: 6 }) },
    {
      on: {
        chip: { protocol_error: 45, bad_data: 45, unknown: 8 },
        contactless: { rf_lost: 30, no_response_rf: 30, use_other_interface: 30, unknown: 8 },
        magstripe: { partial: 35, parity: 30, lrc: 25, unknown: 8 },
        qr: { qr_unreadable: 85, unknown: 12 },
      },
    },
  ],
  'software.app_outdated': [
    {
      on: {
        chip: { no_application: 40, bad_data: 28, oda_failed: 14, capk_missing: 8, unknown: 8 },
        contactless: { no_application: 35, use_other_interface: 25, bad_data: 12, unknown: 10 },
        magstripe: { format_error: 40, unknown: 20 },
      },
      share: { contactless: 0.7, magstripe: 0.3 },
    },
    // What the host stopped taking: old messages, an old TLS.
    { on: on({ format_error: 50, tls_failed: 25, terminal_unknown: 13, host_error: 12 }) },
    { on: on({ format_error: 90, host_error: 6, not_accepted: 4 }) },
    // What is newer than it: a form of code, a kind of card.
    { on: { qr: { qr_unreadable: 70, format_error: 22, unknown: 6 } } },
    { on: on({ tls_failed: 88, connect_failed: 8, link_lost: 4 }) },
  ],
  'software.host_incompatible': [
    { on: PATTERNS.format.on },
    { on: on({ format_error: 88, host_error: 8, mac_error: 4 }) },
    { on: on({ mac_error: 85, format_error: 12, host_error: 3 }) },
  ],
  'software.parameters_outdated': [
    {
      on: {
        chip: { capk_missing: 45, no_application: 28, oda_failed: 18, bad_data: 5 },
        contactless: { capk_missing: 30, no_application: 35, use_other_interface: 15, oda_failed: 15 },
        qr: { terminal_unknown: 60, sign_in_needed: 20 },
      },
      share: { contactless: 0.8, qr: 0.1 },
    },
  ],
  // Of the keys for MAC and PIN one alone may be out of step: then every PIN is wrong.
  'software.keys_out_of_sync': [
    { on: PATTERNS.keys.on, share: PATTERNS.keys.share },
    { on: onCards({ pin_wrong: 95 }), share: { contactless: 0.5 } },
    // Some hosts answer much of it with: sign in again. All of it is a session that nobody signed in to.
    { on: on({ sign_in_needed: 55, mac_error: 36, host_error: 5 }) },
  ],
  'software.reader_firmware': [
    {
      on: {
        chip: { protocol_error: 32, bad_data: 18, mute: 18, bad_atr: 14, unknown: 14 },
        contactless: { no_response_rf: 36, rf_lost: 34, collision: 6, use_other_interface: 5, unknown: 14 },
        magstripe: { partial: 32, start_sentinel: 18, parity: 16, lrc: 10, unknown: 18 },
      },
    },
    // Its search for cards takes one for two.
    { on: { contactless: { collision: 65, rf_lost: 25, no_response_rf: 8 } } },
  ],
  'software.frozen': [{ on: PATTERNS.frozen.on }],
  // The line itself is gone, or something beyond it.
  'network.down': [
    { on: on({ link_down: 45, connect_failed: 25, dns_failed: 10, no_response: 14, link_lost: 6 }) },
    { on: on({ connect_failed: 45, no_response: 28, dns_failed: 20, link_lost: 5 }) },
    { on: on({ connect_failed: 82, no_response: 9, link_down: 8 }) },
    { on: on({ no_response: 80, link_lost: 10, connect_failed: 8 }) },
  ],
  'network.unstable': [
    {
      on: on({ no_response: 32, link_lost: 34, connect_failed: 20, link_down: 8, tls_failed: 3, dns_failed: 3 }),
    },
  ],
  'network.slow': [{ on: on({ no_response: 75, link_lost: 9, connect_failed: 6, cancelled_by_operator: 10 }) }],
  // One wrong setting fails in one way; a wrong gateway or a guest network in several, though the line is up.
  'network.misconfigured': [
    { on: on({ dns_failed: 42, connect_failed: 33, tls_failed: 22, no_response: 3 }) },
    { on: on({ dns_failed: 92, connect_failed: 5, no_response: 3 }) },
    { on: on({ connect_failed: 85, no_response: 12, dns_failed: 3 }) },
    { on: on({ tls_failed: 94, connect_failed: 4, no_response: 2 }) },
    // The number of a terminal or shop that its host does not know.
    { on: PATTERNS.registration.on },
  ],
  'network.signal_weak': [
    {
      on: on({ no_response: 34, link_lost: 32, link_down: 16, connect_failed: 18 }),
    },
  ],
  // It answers with its errors, or does not answer, or its certificate has expired.
  'network.acquirer_host_down': [
    { on: PATTERNS.host.on },
    { on: on({ no_response: 84, connect_failed: 10 }) },
    { on: on({ tls_failed: 90, connect_failed: 8 }) },
  ],
  'network.issuer_unreachable': [{ on: PATTERNS.issuer.on }],
  'operation.wrong_pin': [{ on: PATTERNS.wrong_pin.on, share: PATTERNS.wrong_pin.share }],
  // Most often a card with a chip is swiped.
  'operation.wrong_method': [
    { on: PATTERNS.wrong_method.on, share: PATTERNS.wrong_method.share },
    { on: { magstripe: { chip_required: 92, wrong_method: 6 } } },
  ],
  'operation.swipe_technique': [{ on: PATTERNS.swiping.on }],
  'operation.insert_technique': [{ on: PATTERNS.insertion.on }],
  'operation.removed_early': [{ on: PATTERNS.removed_early.on }],
  // The lights matter most where there is nothing to hold the card: it is taken away too soon, or held elsewhere.
  'operation.indicator_misread': [
    { on: PATTERNS.misread.on, share: PATTERNS.misread.share },
    { on: { contactless: { rf_lost: 45, no_card: 25, cancelled_by_operator: 20, no_response_rf: 5 } } },
  ],
  // The terminal says so itself, or the host tells it to sign in.
  'operation.not_signed_in': [
    { on: PATTERNS.sign_in.on },
    { on: on({ sign_in_needed: 88, not_signed_in: 6, host_error: 4 }) },
  ],
  'operation.cancel_forgotten': [{ on: PATTERNS.busy.on }],
  'card.stripe_damaged': [{ on: PATTERNS.stripe.on }],
  'card.chip_damaged': [{ on: PATTERNS.chip.on }, { on: PATTERNS.radio.on }],
  'card.unsupported': [
    {
      on: {
        chip: { no_application: 70, capk_missing: 12, bad_data: 10 },
        contactless: { no_application: 50, use_other_interface: 35 },
        magstripe: { not_accepted: 60 },
      },
    },
    { on: { chip: { no_application: 80, capk_missing: 8, bad_data: 5 } } },
    { on: onCards({ not_accepted: 92, no_application: 5 }) },
  ],
  'card.blocked_or_expired': [
    {
      on: {
        ...onCards({ declined: 70, application_blocked: 15, pin_tries_exceeded: 10 }),
        manual: { declined: 90 },
      },
    },
    // Its issuer answers in several ways, for want of money among them.
    { on: on({ no_funds: 52, declined: 40, not_accepted: 4 }) },
  ],
  'policy.magstripe_closed': [{ on: PATTERNS.stripe_refused.on }, { on: PATTERNS.stripe_declined.on }],
  'fraud.deliberate_fallback': [
    {
      on: {
        chip: { mute: 60, no_card: 12, bad_atr: 12, removed_early: 8, protocol_error: 5 },
        magstripe: { chip_required: 40 },
      },
      share: { magstripe: 0.1 },
    },
  ],
  'unknown.other': [
    {
      on: on({
        unknown: 30,
        protocol_error: 8,
        bad_data: 8,
        mute: 8,
        no_response: 8,
        host_error: 6,
        declined: 8,
        rf_lost: 5,
        partial: 5,
      }),
    },
  ],
};
