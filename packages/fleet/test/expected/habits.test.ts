import { describe, expect, it } from 'vitest';
import { fitBaseline } from '../../src/expected/baseline.ts';
import { lastingDifferences } from '../../src/expected/differences.ts';
import { familiesOf } from '../../src/expected/families.ts';
import { Habits } from '../../src/expected/habits.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { findGroups } from '../../src/suspicion/groups.ts';
import type { ByHand } from '../hand.ts';
import { inTurn, many, sceneOf } from '../hand.ts';

/** @param all as for a baseline that nothing was taken from */
function habitsOf(scene: Scene, all: Float32Array, ownShare: Float32Array): Habits {
  const families = familiesOf(scene, fitBaseline(scene, all));
  return new Habits(scene, families, lastingDifferences(scene, families, ownShare), ownShare);
}

const terminal = (terminal_id: string, every: number, failure?: ByHand) => many(400, { terminal_id }, every, failure);

/** The factor of each failure of a terminal, in order of time. @param spared share of its failures that were a fault's work */
function factorsOf(name: string, attempts: readonly ByHand[], spared = 0): readonly number[] {
  const scene = sceneOf(attempts);
  const { codes, value } = scene.frame.text.terminal_id;
  const isIts = (row: number): boolean => value(codes[row]!) === name;
  const all = new Float32Array(scene.failed.length).fill(1);
  const ownShare = all.map((_, failure) => (isIts(scene.failed[failure]!) ? 1 - spared : 1));
  const habits = habitsOf(scene, all, ownShare);
  const group = findGroups(scene).groups.find(
    ({ kind, failed }) => kind === 'terminal' && isIts(scene.failed[failed[0]!]!),
  )!;
  return [...habits.of(group)!];
}

const others = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => terminal(name, 20));

describe('The habits of a terminal', () => {
  it('that always fails twice as often let it be expected more and more', () => {
    const factors = factorsOf('T', inTurn(terminal('T', 10), ...others));
    expect(factors[0]).toBe(1);
    expect(factors[39]).toBeGreaterThan(1.25);
    expect(factors[39]).toBeLessThan(2);
    expect(factors[39]).toBeGreaterThan(factors[9]!);
  });

  it('are nothing where it fails no more than the others', () => {
    expect(Math.max(...factorsOf('A', inTurn(...others)))).toBeLessThan(1.1);
  });

  it('are not made of what was a fault’s work', () => {
    const attempts = inTurn(terminal('T', 10), ...others);
    expect(Math.max(...factorsOf('T', attempts, 0.5))).toBeLessThan(Math.max(...factorsOf('T', attempts)) - 0.1);
  });

  it('of one family of reasons excuse nothing of another', () => {
    const lost = { stage: 'online', reason: 'link_lost' } as const;
    const both = [...terminal('T', 5, lost), ...terminal('T', 20)];
    const factors = factorsOf('T', inTurn(both, ...others.map((list) => [...list, ...list])));
    expect(factors[79]).toBeGreaterThan(1.25);
    expect(Math.max(...factors.slice(80))).toBeLessThan(1.1);
  });
});

describe('Habits', () => {
  it('are of units, not of versions', () => {
    const scene = sceneOf(
      inTurn(many(60, { app_version: '1' }, 3), many(60, { app_version: '2', terminal_id: 'T2' }, 3)),
    );
    const all = new Float32Array(scene.frame.length).fill(1);
    const habits = habitsOf(scene, all, all);
    const kinds = findGroups(scene).groups.map((group) => [group.kind, habits.of(group) !== null]);
    expect(new Map(kinds as [string, boolean][])).toEqual(new Map([['terminal', true]]));
  });
});
