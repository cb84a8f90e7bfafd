import { describe, expect, it } from 'vitest';
import { withoutOutliers } from '../src/first-guess.ts';
import type { ByHand } from './hand.ts';
import { inTurn, many, sceneOf } from './hand.ts';

describe('The first guess of what is ordinary', () => {
  const at = (terminal_id: string, region: string, every: number): ByHand[] =>
    many(200, { terminal_id, region }, every, {});
  const poor = ['P1', 'P2', 'P3', 'P4', 'P5'].map((name) => at(name, 'poor', 5));
  const sound = Array.from({ length: 20 }, (_, i) => at(`S${i}`, 'sound', 25));

  /** The mean share of a terminal's failures that is taken for ordinary. */
  const shareOf = (name: string, attempts: readonly ByHand[]): number => {
    const scene = sceneOf(attempts);
    const { value } = scene.frame.text.terminal_id;
    const own = withoutOutliers(scene).filter((_, failure) => value(scene.terminalOfFailed[failure]!) === name);
    return own.reduce((sum, share) => sum + share, 0) / own.length;
  };

  it('leaves a terminal of a poor quarter as the others there are', () => {
    expect(shareOf('P1', inTurn(...poor, ...sound))).toBe(1);
  });

  it('takes a terminal that alone fails so often for faulty', () => {
    expect(shareOf('T', inTurn(at('T', 'sound', 5), ...sound))).toBeLessThan(0.3);
  });

  it('takes one for faulty of whose quarter hardly another is known', () => {
    expect(shareOf('P1', inTurn(...poor.slice(0, 2), ...sound))).toBeLessThan(0.3);
  });
});
