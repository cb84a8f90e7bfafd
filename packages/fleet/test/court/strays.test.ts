import { PATTERNS } from '@duka/knowledge/signatures';
import { describe, expect, it } from 'vitest';
import { fitFault } from '../../src/court/fault-fit.ts';
import { strayBlame } from '../../src/court/strays.ts';
import { fitBaseline } from '../../src/expected/baseline.ts';
import type { ByHand } from '../hand.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

/** Of a release that fails, how many failures at each terminal that does not report its version are held to be its work. */
const straysOf = (...nameless: readonly (readonly ByHand[])[]) => straysOfVersion('app_version', {}, nameless);

/** @param model what all that name their version say besides */
function straysOfVersion(
  version: 'app_version' | 'firmware_version',
  model: ByHand,
  nameless: readonly (readonly ByHand[])[],
): Record<string, number> {
  const told = ['A', 'B', 'C', 'D'].map((terminal_id) => many(60, { terminal_id, ...model, [version]: '2' }, 4));
  const sound = ['E', 'F', 'G', 'H'].map((terminal_id) => many(60, { terminal_id, ...model, [version]: '1' }, 60));
  const scene = sceneOf(inTurn(...told, ...sound, ...nameless));
  const release = faultAt(scene, { [version]: '2' });
  const ordinary = new Float32Array(scene.failed.length).fill(1);
  for (const row of release.blame.rows) ordinary[scene.numberOf[row]!] = 0;
  const baseline = fitBaseline(scene, ordinary);
  const explained = new Float64Array(scene.failed.length).fill(1);
  const context = (row: number) => scene.sales.context[row]!;
  const fit = fitFault(scene, baseline, PATTERNS.chip, release.struck, context, (failure) => explained[failure]!);
  const span = { first: release.first, last: scene.frame.length - 1 };
  const { rows } = strayBlame(scene, baseline, release.bounds, span, fit, explained);
  const { codes, value } = scene.frame.text.terminal_id;
  const counts: Record<string, number> = {};
  for (const row of rows) counts[value(codes[row]!)] = (counts[value(codes[row]!)] ?? 0) + 1;
  return counts;
}

describe('A terminal that does not report its version', () => {
  it('is taken to run the one that fails where it fails as that does', () => {
    expect(straysOf(many(60, { terminal_id: 'X' }, 4))).toEqual({ X: 15 });
  });

  it('is taken to run it from when on it fails', () => {
    expect(straysOf([...many(30, { terminal_id: 'X' }), ...many(30, { terminal_id: 'X' }, 3)])).toEqual({ X: 10 });
  });

  it('is left alone where it reads well, or fails for another reason', () => {
    const quiet = many(60, { terminal_id: 'X' }, 60);
    const declines = many(60, { terminal_id: 'Y' }, 4, { stage: 'online', reason: 'declined' });
    expect(straysOf(quiet, declines)).toEqual({});
  });

  const ofAnother = many(60, { terminal_id: 'X', model: 'Z' }, 4);

  it('does not run the firmware of another model', () => {
    expect(straysOfVersion('firmware_version', { model: 'M' }, [ofAnother])).toEqual({});
    expect(
      straysOfVersion('firmware_version', { model: 'M' }, [many(60, { terminal_id: 'X', model: 'M' }, 4)]),
    ).toEqual({ X: 15 });
  });

  it('may run an app of another model', () => {
    expect(straysOfVersion('app_version', { model: 'M' }, [ofAnother])).toEqual({ X: 15 });
  });
});
