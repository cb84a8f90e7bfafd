import type { ScopeKind } from '@duka/knowledge/signatures';
import { SCOPE_KIND_IDS } from '@duka/knowledge/signatures';
import { describe, expect, it } from 'vitest';
import { findGroups } from '../../src/suspicion/groups.ts';
import { isOfMake, isOfRelease, SLACK, slackOfReleases } from '../../src/suspicion/slack.ts';
import { inTurn, many, sceneOf } from '../hand.ts';

describe('The slack of releases', () => {
  it('is for scopes of versions that no place, issuer or line bounds', () => {
    expect(SCOPE_KIND_IDS.filter(isOfRelease)).toEqual([
      'app_version',
      'firmware_version',
      'param_version',
      'model × app_version',
      'model × param_version',
      'app_version × firmware_version',
      'app_version × param_version',
      'app_version × acquirer',
      'firmware_version × param_version',
      'firmware_version × acquirer',
      'param_version × acquirer',
    ]);
  });

  /** The slack of a version at so many terminals, each with so many attempts, and of another at one. */
  const slackOf = (attempts: readonly number[]): number => {
    const at = (count: number, i: number) => many(count, { terminal_id: `V${i}`, app_version: 'v' }, 5);
    const scene = sceneOf(inTurn(many(50, { terminal_id: 'T', app_version: 'w' }, 5), ...attempts.map(at)));
    const group = findGroups(scene).groups.find(({ kind, failed }) => kind === 'app_version' && failed.length > 10);
    return slackOfReleases(scene).of(group!);
  };

  it('lessens as terminals are more, and is that of all others for few', () => {
    const [few, some, lots] = [2, 10, 60].map((n) => slackOf(Array(n).fill(50)));
    expect(few).toBeGreaterThan(some!);
    expect(some).toBeGreaterThan(lots!);
    expect(lots).toBeGreaterThan(slackOfReleases(sceneOf([])).least);
    expect(few).toBeLessThanOrEqual(SLACK);
  });

  it('does not lessen for terminals that hardly count', () => {
    expect(slackOf([500, ...Array(9).fill(5)])).toBeGreaterThan(slackOf(Array(10).fill(50)));
  });
});

describe('The slack of telling', () => {
  it('is for scopes of models and versions, as these tell of failures in their own way', () => {
    expect(isOfMake('model')).toBe(true);
    expect(isOfMake('app_version × acquirer')).toBe(true);
    expect(['store', 'acquirer', 'carrier × region', 'bin'].filter((kind) => isOfMake(kind as ScopeKind))).toEqual([]);
  });
});
