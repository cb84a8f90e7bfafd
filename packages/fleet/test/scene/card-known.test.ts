import type { Interface, Reason } from '@duka/model';
import { REASONS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../src/scene/scene.ts';
import type { ByHand } from '../hand.ts';
import { inTurn, many, sceneOf } from '../hand.ts';

const card = { card_ref: 'k1', bin: '622100' } as const;

/** A terminal's sales of known cards, among them failures without a word: as many that know the card as that do not. */
const silent = (terminal_id: string, face: Interface = 'chip'): ByHand[] => [
  ...many(300, { terminal_id, interface: face, ...card }),
  ...many(60, { terminal_id, interface: face, ...card }, 2, {}),
  ...many(30, { terminal_id, interface: face }, 1, {}),
];

/** How many times likelier a failure without a word was an unread chip than a decline, if its card is known and if it is not. */
const oddsOf = (scene: Scene, terminal: string): { known: number; unknown: number } => {
  const { frame, observed, classes, failed } = scene;
  const { terminal_id, card_ref } = frame.text;
  const odds = (isKnown: boolean): number => {
    const row = failed.find((at) => {
      const { reason } = frame.events[frame.event[at]!]!;
      const itsCard = card_ref.codes[at]! >= 0;
      return terminal_id.value(terminal_id.codes[at]!) === terminal && !reason && itsCard === isKnown;
    })!;
    const chance = (reason: Reason): number => classes[observed[row]!]!.likelihood[REASONS.indexOf(reason)]!;
    return chance('mute') / chance('declined');
  };
  return { known: odds(true), unknown: odds(false) };
};

describe('Whether a failure without a word knows its card', () => {
  it('tells whether the card was read, even in a log that never tells a reason', () => {
    const { known, unknown } = oddsOf(sceneOf(silent('T')), 'T');
    expect(known).toBeLessThan(1);
    expect(unknown).toBeGreaterThan(1.5);
  });

  it('tells more where the failures that tell their reason show how it is', () => {
    const told = (fields: ByHand, reason: Reason) => many(200, { terminal_id: 'U', ...fields }, 1, { reason });
    const clear = sceneOf(
      inTurn(silent('T'), told(card, 'declined'), told({}, 'mute'), many(400, { terminal_id: 'U', ...card })),
    );
    const alike = sceneOf(
      inTurn(silent('T'), told(card, 'declined'), told(card, 'mute'), many(400, { terminal_id: 'U', ...card })),
    );
    const spread = ({ known, unknown }: { known: number; unknown: number }): number => unknown / known;
    expect(spread(oddsOf(clear, 'T'))).toBeGreaterThan(3 * spread(oddsOf(alike, 'T')));
  });

  it('tells nothing at a terminal that hardly ever knows a card', () => {
    const blind = many(300, { terminal_id: 'B' });
    const { known, unknown } = oddsOf(
      sceneOf(
        inTurn(
          blind,
          many(20, { terminal_id: 'B' }, 1, {}),
          many(4, { terminal_id: 'B', ...card }, 1, {}),
          silent('T'),
        ),
      ),
      'B',
    );
    expect(known).toBe(unknown);
  });
});
