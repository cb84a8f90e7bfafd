import { describe, expect, it } from 'vitest';
import { searchFaults } from '../src/search.ts';
import type { ByHand } from './hand.ts';
import { inTurn, many, sceneOf } from './hand.ts';

const HOUR = 3_600_000;
const others = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((terminal_id) => many(300, { terminal_id }, 25, {}));

/** A terminal of which from some attempt on every third fails, each for the same reason; null: for none that is told. */
const troubled = (failures: number, reason: 'mute' | null): ByHand[] => [
  ...many(200, { terminal_id: 'T' }, 25, {}),
  ...many(3 * failures, { terminal_id: 'T' }, 3, reason ? { reason } : {}),
];

const convicted = (attempts: readonly ByHand[]): readonly string[] => {
  const scene = sceneOf(attempts.map((attempt, i) => ({ ...attempt, time: i * (HOUR / 20) })));
  const { value } = scene.frame.text.terminal_id;
  return searchFaults(scene, 0.05).faults.map(({ bounds }) => bounds.terminal_id?.map(value).join() ?? 'wide');
};

describe('The court', () => {
  it('convicts a terminal that begins to fail for one reason', () => {
    expect(convicted(inTurn(troubled(16, 'mute'), ...others))).toEqual(['T']);
  });

  it('convicts one that tells no reason by all patterns together', () => {
    expect(convicted(inTurn(troubled(12, null), ...others))).toEqual(['T']);
  });

  it('convicts nobody where all fail alike', () => {
    expect(convicted(inTurn(...others))).toEqual([]);
  });
});
