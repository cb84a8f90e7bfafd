import { failed } from '../sale/ending.ts';
import { kind, steady, striking, strikingBy, swipingChips } from './shapes.ts';
import { anOperator, aRegular, aStore, aTerminal, oneOf, sound } from './sites.ts';
import type { FaultKind } from './types.ts';

export const CARD: readonly FaultKind[] = [
  kind('card.stripe_damaged', {
    site: aRegular('stripe', sound, 'magstripe'),
    behave: (v, { scope }) => ({
      strike: striking(steady(v.chance), [
        ['partial', 0.35],
        ['parity', 0.3],
        ['blank', 0.2],
        ['lrc', 0.15],
      ]),
      frequents: { ref: String(scope.card_ref), visits: v.visits },
    }),
  }),
  kind('card.chip_damaged', {
    site: aRegular('chip', sound, 'chip'),
    behave: (v, { scope }) => ({
      strike: striking(steady(v.chance), [
        ['mute', 0.6],
        ['bad_atr', 0.2],
        ['protocol_error', 0.2],
      ]),
      frequents: { ref: String(scope.card_ref), visits: v.visits },
    }),
  }),
  kind('card.unsupported', {
    site: aRegular('chip', sound),
    behave: (v, { scope }) => ({
      strike: strikingBy(
        steady(v.chance),
        {
          chip: [['no_application', 1]],
          contactless: [['use_other_interface', 1]],
          magstripe: [['declined', 1]],
          manual: [['declined', 1]],
        },
        (reason) => (reason === 'declined' ? { iso39: '31' } : {}),
      ),
      frequents: { ref: String(scope.card_ref), visits: v.visits },
    }),
  }),
  kind('card.blocked_or_expired', {
    site: aRegular('chip', sound),
    behave: (v, { scope, rng }) => {
      const iso39 = rng.pick(['54', '54', '62', '41', '43', '21']);
      const blockedChip = iso39 !== '54' && rng.chance(0.4);
      return {
        strike: (p) =>
          blockedChip && p.interface === 'chip' ? failed('application_blocked') : failed('declined', { iso39 }),
        frequents: { ref: String(scope.card_ref), visits: v.visits },
      };
    },
  }),
];

export const POLICY_AND_FRAUD: readonly FaultKind[] = [
  // Swiping chip cards was closed; where all keep doing it, it is refused each time.
  kind('policy.magstripe_closed', {
    site: oneOf([aTerminal('magstripe'), 40], [(w, r) => ({ ...aStore(w, r), interface: 'magstripe' }), 60]),
    behave: (v) => swipingChips(v.swipes, v.chance),
  }),
  // The chip is kept from being read, for as long as the terminal needs to offer the stripe.
  kind('fraud.deliberate_fallback', {
    site: anOperator('chip'),
    behave: (v) => ({ spoil: (rng) => (rng.chance(v.sales) ? 1 + rng.below(3) : 0) }),
  }),
];
