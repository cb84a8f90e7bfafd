import { MINUTE } from '../calendar.ts';
import type { Rng } from '../rng.ts';
import { failed } from '../sale/ending.ts';
import type { Presentation } from '../sale/presentation.ts';
import { shiftNumber } from '../world/operators.ts';
import { kind, only, steady, striking, strikingBy, swipingChips } from './shapes.ts';
import { anOperator, aRegular, sound } from './sites.ts';
import type { FaultKind } from './types.ts';

const first = (p: Presentation): boolean => p.nth === 0;
/** So many of those who take the wrong way swipe chip cards, and so many of these swipes are refused. Expert estimates. */
const SWIPES_CHIPS = 0.5;
const REFUSED = 0.97;
const midway = (_: unknown, rng: Rng) => ({ stage: rng.pick(['read', 'online', 'complete'] as const) });

export const OPERATION: readonly FaultKind[] = [
  kind('operation.wrong_pin', {
    site: aRegular('chip', (card) => card.pin && sound(card)),
    behave: (v, { scope }) => ({
      strike: (p, rng) => {
        if (!p.pin || !rng.chance(v.chance)) return null;
        return p.nth >= 2 ? failed('pin_tries_exceeded', { iso39: rng.pick(['38', '75']) }) : failed('pin_wrong');
      },
      frequents: { ref: String(scope.card_ref), visits: v.visits },
    }),
  }),
  // Who takes the wrong way does it in one way: swipes what has a chip, or does what the screen does not ask for.
  kind('operation.wrong_method', {
    site: anOperator(),
    behave: (v, { rng }) =>
      rng.chance(SWIPES_CHIPS)
        ? swipingChips(v.chance, REFUSED)
        : {
            strike: only(
              first,
              strikingBy(steady(v.chance), {
                chip: [
                  ['wrong_method', 0.7],
                  ['no_card', 0.2],
                  ['mute', 0.1],
                ],
                contactless: [
                  ['wrong_method', 0.5],
                  ['use_other_interface', 0.35],
                  ['no_card', 0.15],
                ],
                magstripe: [
                  ['wrong_method', 0.8],
                  ['blank', 0.2],
                ],
                qr: [
                  ['wrong_method', 0.8],
                  ['qr_unreadable', 0.2],
                ],
              }),
            ),
          },
  }),
  kind('operation.swipe_technique', {
    site: anOperator('magstripe'),
    behave: (v) => ({
      strike: striking(steady(v.chance), [
        ['partial', 0.4],
        ['start_sentinel', 0.2],
        ['lrc', 0.15],
        ['parity', 0.15],
        ['blank', 0.1],
      ]),
    }),
  }),
  kind('operation.insert_technique', {
    site: anOperator('chip'),
    behave: (v) => ({
      strike: striking(steady(v.chance), [
        ['mute', 0.5],
        ['no_card', 0.25],
        ['bad_atr', 0.15],
        ['removed_early', 0.1],
      ]),
    }),
  }),
  kind('operation.removed_early', {
    site: anOperator('chip'),
    behave: (v) => ({ strike: striking(steady(v.chance), [['removed_early', 1]], midway) }),
  }),
  kind('operation.indicator_misread', {
    site: anOperator('chip', 'contactless', 'magstripe'),
    behave: (v) => ({
      strike: strikingBy(
        steady(v.chance),
        {
          chip: [
            ['cancelled_by_operator', 0.5],
            ['removed_early', 0.5],
          ],
          contactless: [
            ['cancelled_by_operator', 0.6],
            ['rf_lost', 0.4],
          ],
          magstripe: [['cancelled_by_operator', 1]],
        },
        (reason, rng) => (reason === 'rf_lost' ? {} : midway(reason, rng)),
      ),
    }),
  }),
  kind('operation.not_signed_in', {
    site: anOperator(),
    behave: (v) => {
      // Signing in is remembered, if at all, some time after the first customer of the shift.
      const shifts = new Map<string, number>();
      const strike = striking(steady(v.chance), [
        ['not_signed_in', 0.9],
        ['sign_in_needed', 0.1],
      ]);
      return {
        strike: (p, rng, tilt) => {
          const shift = `${p.terminal.index} ${shiftNumber(p.time)}`;
          const began = shifts.get(shift) ?? p.time;
          shifts.set(shift, began);
          return p.time - began < v.minutes * MINUTE ? strike(p, rng, tilt) : null;
        },
      };
    },
  }),
  kind('operation.cancel_forgotten', {
    site: anOperator(),
    behave: (v) => ({ strike: only((p) => p.nth < 2, striking(steady(v.chance), [['busy', 1]])) }),
  }),
];
