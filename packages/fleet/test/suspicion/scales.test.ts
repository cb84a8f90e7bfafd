import type { ScopeKind } from '@duka/knowledge/signatures';
import { PATTERN_IDS } from '@duka/knowledge/signatures';
import { describe, expect, it } from 'vitest';
import { fitBaseline } from '../../src/expected/baseline.ts';
import { lastingDifferences } from '../../src/expected/differences.ts';
import { familiesOf } from '../../src/expected/families.ts';
import { Habits } from '../../src/expected/habits.ts';
import { Ledger } from '../../src/expected/ledger.ts';
import { findGroups } from '../../src/suspicion/groups.ts';
import { Scales } from '../../src/suspicion/scales.ts';
import type { Slack } from '../../src/suspicion/slack.ts';
import { SAME_SLACK, slackOfReleases } from '../../src/suspicion/slack.ts';
import { inTurn, many, sceneOf } from '../hand.ts';

/** A version whose model leaves half of its failures untold, beside terminals that tell all. */
const scene = sceneOf(
  inTurn(
    many(600, { terminal_id: 'A', model: 'H', app_version: 'v' }, 10, { reason: 'mute' }),
    many(600, { terminal_id: 'B', model: 'H', app_version: 'v' }, 10, {}),
    many(600, { terminal_id: 'A', model: 'H', app_version: 'v' }, 10, {}),
    many(600, { terminal_id: 'B', model: 'H', app_version: 'v' }, 10, { reason: 'mute' }),
    many(600, { terminal_id: 'C', model: 'F', app_version: 'w' }, 10, { reason: 'mute' }),
  ),
);
const ownShare = new Float32Array(scene.failed.length).fill(1);
const baseline = fitBaseline(scene, ownShare);
const families = familiesOf(scene, baseline);
const differences = lastingDifferences(scene, families, ownShare);
const habits = new Habits(scene, families, differences, ownShare);
const ledger = new Ledger(scene, new Float64Array(scene.failed.length).fill(1));
// Its model bounds the same attempts, and of such kinds the first stays.
const version = findGroups(scene).groups.find(({ kind }) => kind === 'model')!;
const pattern = PATTERN_IDS.indexOf('chip');

/** By how much less likely a failure is held to be the scope's fault if a version bounds it than if an acquirer does; told and untold. */
function lessOfVersions(slack: Slack): { readonly told: number; readonly untold: number } {
  const scales = new Scales(scene, baseline, habits, ledger, slack);
  const ratioAt = (kind: ScopeKind, isTold: boolean): number => {
    const { failed, ratio } = scales.trials({ ...version, kind }, version, pattern);
    return ratio[
      failed.findIndex((failure) => scene.classes[scene.observed[scene.failed[failure]!]!]!.isTold === isTold)
    ]!;
  };
  const less = (isTold: boolean): number => ratioAt('acquirer', isTold) / ratioAt('app_version', isTold);
  return { told: less(true), untold: less(false) };
}

describe('A version whose model is often silent', () => {
  it('is given slack for that where versions have little of it', () => {
    const { told, untold } = lessOfVersions(slackOfReleases(scene));
    expect(told).toBeCloseTo(1);
    expect(untold).toBeGreaterThan(1.1);
  });

  it('is given none beside the slack of all scopes, or it would be counted twice', () => {
    const { told, untold } = lessOfVersions(SAME_SLACK);
    expect(told).toBeCloseTo(1);
    expect(untold).toBeCloseTo(1);
  });
});
