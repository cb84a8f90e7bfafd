import type { Reason } from '@duka/model';
import { REASONS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../src/scene/scene.ts';
import type { ByHand } from '../hand.ts';
import { inTurn, many, sceneOf } from '../hand.ts';

const reply = { rtt_ms: 80 } as const;

/** A terminal's sales, whose round trips are known, among them failures without a word: some that know theirs, some that do not. */
const silent = (known: number, unknown: number): ByHand[] => [
  ...many(300, { terminal_id: 'T', ...reply }),
  ...many(known, { terminal_id: 'T', ...reply }, 1, {}),
  ...many(unknown, { terminal_id: 'T' }, 1, {}),
];

/** How many times likelier a failure without a word was a decline than an unread chip, if its round trip is known and if it is not. */
const oddsOf = ({ frame, observed, classes, failed }: Scene): { known: number; unknown: number } => {
  const { terminal_id } = frame.text;
  const odds = (isKnown: boolean): number => {
    const row = failed.find(
      (at) =>
        terminal_id.value(terminal_id.codes[at]!) === 'T' &&
        !frame.events[frame.event[at]!]!.reason &&
        !Number.isNaN(frame.number.rtt_ms[at]!) === isKnown,
    )!;
    const chance = (reason: Reason): number => classes[observed[row]!]!.likelihood[REASONS.indexOf(reason)]!;
    return chance('declined') / chance('mute');
  };
  return { known: odds(true), unknown: odds(false) };
};

describe('Whether a failure without a word knows its round trip', () => {
  it('tells whether a host was asked, even in a log that never tells a reason', () => {
    const { known, unknown } = oddsOf(sceneOf(silent(20, 40)));
    expect(known / unknown).toBeGreaterThan(9);
  });

  it('tells it of interfaces without cards as well', () => {
    const qr = silent(20, 40).map((one): ByHand => ({ ...one, interface: 'qr' }));
    const { frame, observed, classes, failed } = sceneOf(qr);
    const chance = (isKnown: boolean, reason: Reason): number => {
      const row = failed.find((at) => !Number.isNaN(frame.number.rtt_ms[at]!) === isKnown)!;
      return classes[observed[row]!]!.likelihood[REASONS.indexOf(reason)]!;
    };
    const odds = (isKnown: boolean): number => chance(isKnown, 'declined') / chance(isKnown, 'qr_unreadable');
    expect(odds(true) / odds(false)).toBeGreaterThan(9);
  });

  it('tells hardly anything where failures know it as often as sales, whatever failed', () => {
    const { known, unknown } = oddsOf(sceneOf(silent(60, 1)));
    expect(known / unknown).toBeLessThan(1.5);
  });

  it('tells what it tells at terminals that do give their reasons', () => {
    const told = (fields: ByHand, reason: Reason) => many(200, { terminal_id: 'U', ...fields }, 1, { reason });
    const others = many(400, { terminal_id: 'U', ...reply });
    const asEver = oddsOf(sceneOf(inTurn(silent(20, 40), told(reply, 'declined'), told({}, 'mute'), others)));
    const upsideDown = oddsOf(sceneOf(inTurn(silent(20, 40), told({}, 'declined'), told(reply, 'mute'), others)));
    expect(asEver.known).toBeGreaterThan(asEver.unknown);
    expect(upsideDown.known).toBeLessThan(upsideDown.unknown);
  });
});
