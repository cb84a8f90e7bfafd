import type { Presentation } from '../sale/presentation.ts';
import { bursting, growing, kind, only, steady, striking, strikingBy } from './shapes.ts';
import { aTerminal } from './sites.ts';
import type { FaultKind } from './types.ts';

const asksPin = (p: Presentation): boolean => p.pin;

export const HARDWARE: readonly FaultKind[] = [
  kind('hardware.magstripe_head_worn', {
    site: aTerminal('magstripe'),
    behave: (v, { span }) => ({
      strike: striking(growing(v, span), [
        ['partial', 0.4],
        ['parity', 0.3],
        ['lrc', 0.2],
        ['blank', 0.1],
      ]),
    }),
  }),
  kind('hardware.magstripe_head_dirty', {
    site: aTerminal('magstripe'),
    behave: (v, { span }) => ({
      strike: striking(growing(v, span), [
        ['blank', 0.35],
        ['start_sentinel', 0.25],
        ['partial', 0.25],
        ['parity', 0.15],
      ]),
    }),
  }),
  kind('hardware.chip_contacts_dirty', {
    site: aTerminal('chip'),
    behave: (v, { span }) => ({
      strike: striking(growing(v, span), [
        ['mute', 0.5],
        ['bad_atr', 0.3],
        ['protocol_error', 0.2],
      ]),
    }),
  }),
  kind('hardware.chip_contacts_worn', {
    site: aTerminal('chip'),
    behave: (v, { span }) => ({
      strike: striking(growing(v, span), [
        ['mute', 0.4],
        ['protocol_error', 0.3],
        ['bad_atr', 0.15],
        ['power_error', 0.1],
        ['no_card', 0.05],
      ]),
    }),
  }),
  kind('hardware.contactless_antenna', {
    site: aTerminal('contactless'),
    behave: (v) => ({
      strike: striking(steady(v.chance), [
        ['rf_lost', 0.45],
        ['no_response_rf', 0.45],
        ['no_card', 0.1],
      ]),
    }),
  }),
  kind('hardware.reader_module', {
    site: aTerminal('chip', 'contactless', 'magstripe'),
    behave: (v) => ({
      strike: strikingBy(steady(v.chance), {
        chip: [
          ['mute', 0.35],
          ['unknown', 0.3],
          ['power_error', 0.2],
          ['protocol_error', 0.15],
        ],
        contactless: [
          ['no_response_rf', 0.5],
          ['unknown', 0.3],
          ['rf_lost', 0.2],
        ],
        magstripe: [
          ['blank', 0.5],
          ['unknown', 0.3],
          ['start_sentinel', 0.2],
        ],
      }),
    }),
  }),
  kind('hardware.pinpad', {
    site: aTerminal(),
    behave: (v) => ({
      strike: only(
        asksPin,
        striking(
          steady(v.chance),
          [
            ['pin_timeout', 0.62],
            ['pin_wrong', 0.38],
          ],
          (reason) => (reason === 'pin_timeout' ? { wait: 40 } : {}),
        ),
      ),
    }),
  }),
  kind('hardware.printer_head_worn', {
    site: aTerminal(),
    behave: (v, { span }) => ({
      strike: striking(growing(v, span), [
        ['print_error', 0.85],
        ['overheat', 0.15],
      ]),
    }),
  }),
  kind('hardware.printer_paper', {
    site: aTerminal(),
    behave: (v, { span, rng }) => ({
      strike: striking(bursting(v, span, rng), [
        ['paper_out', 0.85],
        ['cover_open', 0.12],
        ['print_error', 0.03],
      ]),
    }),
  }),
  kind('hardware.power', {
    site: aTerminal(),
    behave: (v, { span, rng }) => ({
      strike: striking(bursting(v, span, rng), [
        ['power_error', 0.36],
        ['unknown', 0.26],
        ['link_lost', 0.22],
        ['print_error', 0.16],
      ]),
    }),
  }),
  kind('hardware.tamper_lock', {
    site: aTerminal(),
    behave: (v) => ({ strike: striking(steady(1), [['tamper', 1]]), traffic: steady(v.traffic) }),
  }),
];
