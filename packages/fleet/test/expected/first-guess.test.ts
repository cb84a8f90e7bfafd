import { describe, expect, it } from 'vitest';
import { withoutOutliers } from '../../src/expected/first-guess.ts';
import type { ByHand } from '../hand.ts';
import { inTurn, many, sceneOf } from '../hand.ts';

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

  /** Three terminals of a store that fail so often, and sound ones elsewhere with no more attempts together. */
  const store = (every: number): number => {
    const at = (name: string, store_id: string, every: number) => many(200, { terminal_id: name, store_id }, every, {});
    const own = ['A', 'B', 'C'].map((name) => at(name, 'S', every));
    return shareOf('A', inTurn(...own, ...['D', 'E', 'F'].map((name) => at(name, 'R', 25))));
  };

  it('takes the terminals of a store for faulty that fails several times as often as all others, though each is like the next', () => {
    expect(store(2)).toBeLessThan(0.2);
  });

  it('leaves those of a store that is somewhat worse', () => {
    expect(store(12)).toBe(1);
  });

  it('takes one for faulty of whose quarter hardly another is known', () => {
    expect(shareOf('P1', inTurn(...poor.slice(0, 2), ...sound))).toBeLessThan(0.3);
  });

  /** Of two terminals alike, the mean share of the later half's failures. */
  const later = (every: number): number => {
    const at = (terminal_id: string) => [
      ...many(200, { terminal_id }, 25, {}),
      ...many(200, { terminal_id }, every, {}),
    ];
    const scene = sceneOf(inTurn(at('A'), at('B')));
    const own = withoutOutliers(scene).filter((_, failure) => scene.failed[failure]! >= scene.frame.length / 2);
    return own.reduce((sum, share) => sum + share, 0) / own.length;
  };

  it('takes what fails far more often at times than when it is quietest for a fault, though it does so everywhere', () => {
    expect(later(2)).toBeLessThan(0.5);
  });

  it('leaves times that are somewhat worse', () => {
    expect(later(15)).toBe(1);
  });

  it('takes an issuer for at fault whose cards fail several times as often as all others', () => {
    const cards = (terminal_id: string, bin: string, every: number) => many(200, { terminal_id, bin }, every, {});
    const scene = sceneOf(inTurn(cards('A', '625094', 2), cards('A', '622200', 25), cards('B', '622201', 25)));
    const { bin } = scene.sales;
    const own = withoutOutliers(scene).filter((_, failure) => bin[scene.failed[failure]!] === bin[0]);
    expect(Math.max(...own)).toBeLessThan(0.4);
  });

  it('takes a cashier for at fault who fails several times as often as all others at the same terminals', () => {
    const by = (terminal_id: string, operator_id: string, every: number) =>
      many(200, { terminal_id, operator_id, store_id: 'S' }, every, {});
    const both = (terminal_id: string) => [
      by(terminal_id, '01', 2),
      by(terminal_id, '02', 25),
      by(terminal_id, '03', 25),
    ];
    const scene = sceneOf(inTurn(...both('A'), ...both('B')));
    const { codes, value } = scene.frame.text.operator_id;
    const own = withoutOutliers(scene).filter((_, failure) => value(codes[scene.failed[failure]!]!) === '01');
    expect(Math.max(...own)).toBeLessThan(0.4);
  });
});
