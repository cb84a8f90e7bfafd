import type { Reason } from '@duka/model';
import { REASONS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../src/scene/scene.ts';
import type { ByHand } from '../hand.ts';
import { inTurn, many, sceneOf } from '../hand.ts';

/** A failure of a silent terminal that takes so long, or shows such a light. */
const silent = (trace: ByHand): ByHand[] => [
  ...many(200, { terminal_id: 'T', duration_ms: 5000 }),
  ...many(20, { terminal_id: 'T', ...trace }, 1, {}),
];

/** How many times likelier the silent terminal's failures were for one reason than for another. */
const oddsOf = ({ frame, observed, classes, failed }: Scene, one: Reason, other: Reason): number => {
  const { codes, value } = frame.text.terminal_id;
  const row = failed.find((at) => value(codes[at]!) === 'T')!;
  const chance = (reason: Reason): number => classes[observed[row]!]!.likelihood[REASONS.indexOf(reason)]!;
  return chance(one) / chance(other);
};

/** Failures of another terminal that tell their reason, each with a trace of its own. */
const told = (reason: Reason, trace: ByHand): ByHand[] => many(200, { terminal_id: 'U', ...trace }, 1, { reason });

describe('How long a failure without a word took', () => {
  const oddsAt = (duration_ms: number): number =>
    oddsOf(sceneOf(silent({ duration_ms })), 'no_response', 'mute') /
    oddsOf(sceneOf(silent({})), 'no_response', 'mute');

  it('tells who waited for an answer from a card that was not read, even in a log that never tells a reason', () => {
    expect(oddsAt(35_000)).toBeGreaterThan(3);
    expect(oddsAt(1_500)).toBeLessThan(1 / 3);
  });

  it('tells a terminal that refuses at once from one that hangs', () => {
    const oddsOfTamper = (duration_ms: number): number =>
      oddsOf(sceneOf(silent({ duration_ms })), 'tamper', 'frozen') / oddsOf(sceneOf(silent({})), 'tamper', 'frozen');
    expect(oddsOfTamper(300)).toBeGreaterThan(3);
    expect(oddsOfTamper(60_000)).toBeLessThan(1 / 3);
  });

  it('is that of a sale that went its way where a host declined it', () => {
    const slow = sceneOf(silent({ duration_ms: 5000 }));
    const fast = sceneOf(silent({ duration_ms: 500 }));
    expect(oddsOf(slow, 'declined', 'mute')).toBeGreaterThan(3 * oddsOf(fast, 'declined', 'mute'));
  });

  it('tells what it tells at terminals that do give their reasons', () => {
    const upsideDown = inTurn(
      silent({ duration_ms: 35_000 }),
      told('mute', { duration_ms: 35_000 }),
      told('no_response', { duration_ms: 1_500 }),
    );
    expect(oddsOf(sceneOf(upsideDown), 'no_response', 'mute')).toBeLessThan(0.5);
  });

  it('tells one meaning of a code from another', () => {
    const code = { code: 'sunmi:-50024' };
    const coded = (duration_ms: number): Scene =>
      sceneOf(
        inTurn(
          many(200, { terminal_id: 'T', duration_ms }, 1, code),
          told('no_response', { duration_ms: 35_000 }),
          told('host_error', { duration_ms: 1_500 }),
        ),
      );
    expect(oddsOf(coded(35_000), 'no_response', 'host_error')).toBeGreaterThan(3);
    expect(oddsOf(coded(1_500), 'no_response', 'host_error')).toBeLessThan(1 / 3);
  });

  it('is known only roughly of a make, as makes differ in how fast they are', () => {
    const isRough = (trace: ByHand): boolean => {
      const { classes, observed, failed } = sceneOf(silent(trace));
      return classes[observed[failed[0]!]!]!.isRough === true;
    };
    expect([isRough({ duration_ms: 500 }), isRough({})]).toEqual([true, false]);
  });

  it('says nothing more of a failure that tells its reason', () => {
    const { classes, observed, failed } = sceneOf(told('mute', { duration_ms: 35_000 }));
    expect(new Set(failed.map((row) => observed[row]!)).size).toBe(1);
    expect(classes[observed[failed[0]!]!]!.likelihood[REASONS.indexOf('no_response')]).toBe(0);
  });
});

describe('The light that a failure without a word left on', () => {
  const yellow = { indicator: 'yellow:blink' };
  const red = { indicator: 'red:on blue:off' };

  it('tells nothing where no failure tells its reason', () => {
    const without = oddsOf(sceneOf(silent({})), 'declined', 'mute');
    expect(oddsOf(sceneOf(silent(yellow)), 'declined', 'mute')).toBeCloseTo(without, 10);
  });

  it('tells what it goes with elsewhere', () => {
    const oddsWith = (light: ByHand): number =>
      oddsOf(sceneOf(inTurn(silent(light), told('declined', yellow), told('mute', red))), 'declined', 'mute');
    expect(oddsWith(yellow)).toBeGreaterThan(9 * oddsWith({}));
    expect(oddsWith(red)).toBeLessThan(oddsWith({}) / 9);
  });
});
