import type { Reason } from '@duka/model';
import { REASONS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import type { ByHand } from '../hand.ts';
import { inTurn, many, sceneOf } from '../hand.ts';

describe('A failure without reason or code', () => {
  /** Failures of the host that are told in one way, and reads that fail without a word. */
  const terminal = (terminal_id: string, told: Partial<ByHand>): ByHand[] =>
    inTurn(many(600, { terminal_id }, 10, told), many(600, { terminal_id }, 20, {}));
  const scene = sceneOf(
    inTurn(
      terminal('coded', { code: 'iso39:51' }),
      terminal('named', { reason: 'declined' }),
      many(600, { terminal_id: 'silent' }, 10, {}),
      many(1200, { terminal_id: 'curt' }, 12, {}),
      many(100, { terminal_id: 'curt' }, 10, { outcome: 'cancelled', reason: 'cancelled_by_operator' }),
      many(1, { terminal_id: 'curt' }, 1, { reason: 'mute' }),
    ),
  );

  /** How much likelier such a record is for one reason than for another. */
  const odds = (name: string, one: Reason, other: Reason): number => {
    const { codes, value } = scene.frame.text.terminal_id;
    const row = scene.failed.find((at) => {
      const { reason, code } = scene.frame.events[scene.frame.event[at]!]!;
      return value(codes[at]!) === name && reason === null && code === null;
    })!;
    const { likelihood } = scene.classes[scene.observed[row]!]!;
    return likelihood[REASONS.indexOf(one)]! / likelihood[REASONS.indexOf(other)]!;
  };

  it('is hardly the host’s at a terminal that gives the host’s codes, or names its reasons', () => {
    expect(odds('coded', 'declined', 'mute')).toBeLessThan(1 / 3);
    expect(odds('named', 'declined', 'mute')).toBeLessThan(1 / 3);
  });

  it('may be anything at a terminal that never tells', () => {
    expect(odds('silent', 'declined', 'mute')).toBeGreaterThan(0.9);
  });

  it('may be anything at one that tells only who cancelled, and once a reason', () => {
    expect(odds('curt', 'declined', 'mute')).toBeGreaterThan(0.9);
  });

  it('is hardly an answer that the host never gave, where its other answers are told', () => {
    expect(odds('coded', 'mac_error', 'mute')).toBeLessThan(1 / 3);
  });

  it('may be for a reason that hardly ever occurred, wherever it was', () => {
    expect(odds('coded', 'tamper', 'mute')).toBeGreaterThan(0.9);
  });
});

describe('How much is left untold', () => {
  /** Failures of which each second tells nothing, at a terminal of its own model, beside terminals that tell all. */
  const scene = sceneOf(
    inTurn(
      many(1200, { terminal_id: 'full', model: 'F' }, 10, { reason: 'mute' }),
      many(600, { terminal_id: 'half', model: 'H' }, 10, { reason: 'mute' }),
      many(600, { terminal_id: 'half', model: 'H' }, 10, {}),
      many(600, { terminal_id: 'mate', model: 'F' }, 10, { reason: 'mute' }),
      many(600, { terminal_id: 'mate', model: 'F' }, 60, {}),
    ),
  );
  const classAt = (name: string) => {
    const { codes, value } = scene.frame.text.terminal_id;
    const row = scene.failed.find(
      (at) => value(codes[at]!) === name && scene.frame.events[scene.frame.event[at]!]!.reason === null,
    )!;
    return scene.classes[scene.observed[row]!]!;
  };
  /** How much likelier an untold failure is for a reason that is often told than for one that never was. */
  const odds = (name: string): number => {
    const { likelihood } = classAt(name);
    return likelihood[REASONS.indexOf('mute')]! / likelihood[REASONS.indexOf('tamper')]!;
  };

  it('is looked up by model: silence says less at one that is often silent', () => {
    expect(odds('half')).toBeGreaterThan(0.35);
    expect(odds('mate')).toBeLessThan(0.2);
  });

  it('is what it is at its least: a release whose failures go untold makes its model no silent one', () => {
    const late = [
      ...many(800, { terminal_id: 'late', model: 'L' }, 8, { reason: 'mute' }),
      ...many(400, { terminal_id: 'late', model: 'L' }, 2, {}),
    ];
    const { failed, observed, classes, frame } = sceneOf(
      inTurn(late, many(1200, { terminal_id: 'full', model: 'F' }, 10, { reason: 'mute' })),
    );
    const { codes, value } = frame.text.terminal_id;
    const untold = failed.filter((row) => value(codes[row]!) === 'late' && !classes[observed[row]!]!.isTold);
    expect(untold).toHaveLength(200);
    expect(untold.filter((row) => classes[observed[row]!]!.isRough)).toHaveLength(0);
  });

  it('is known only roughly where it is much', () => {
    expect(classAt('half').isRough).toBe(true);
    expect(classAt('mate').isRough).toBe(false);
  });
});

describe('The reason "unknown"', () => {
  /** How much likelier than "unknown" another reason is where a terminal writes "unknown" for its failed reads. */
  const oddsAt = (attempts: readonly ByHand[]): number => {
    const scene = sceneOf(attempts);
    const row = scene.failed.find((at) => scene.frame.events[scene.frame.event[at]!]!.reason === 'unknown')!;
    const { likelihood } = scene.classes[scene.observed[row]!]!;
    return likelihood[REASONS.indexOf('mute')]! / likelihood[REASONS.indexOf('unknown')]!;
  };
  const vague = many(600, { terminal_id: 'vague' }, 20, { reason: 'unknown' });

  it('says that it is none of the others at a terminal that names them', () => {
    expect(oddsAt(inTurn(vague, many(600, { terminal_id: 'vague' }, 10, { reason: 'bad_atr' })))).toBeLessThan(0.5);
  });

  it('says nothing at a terminal that never writes another', () => {
    expect(oddsAt(inTurn(vague, many(600, { terminal_id: 'other' }, 10, { reason: 'bad_atr' })))).toBeGreaterThan(0.9);
  });
});
