import { PATTERNS } from '@duka/knowledge/signatures';
import { expect, it } from 'vitest';
import { fitFault } from '../../src/court/fault-fit.ts';
import { fitBaseline, UNSPECIFIC } from '../../src/expected/baseline.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

it('a fault does its own reasons and, for a fixed part, the ordinary ones, and nothing is left over', () => {
  const failing = many(300, { terminal_id: 'T1' }, 3, { reason: 'mute' });
  const scene = sceneOf(inTurn(failing, many(300, { terminal_id: 'T2' }, 40, { reason: 'removed_early' })));
  const fault = faultAt(scene, { terminal_id: 'T1' });
  const baseline = fitBaseline(scene, new Float32Array(scene.failed.length).fill(1));
  const explained = new Float64Array(scene.failed.length).fill(1);
  const { mixes } = fitFault(scene, baseline, PATTERNS.chip, fault.struck, () => 0, explained);
  for (const mix of mixes) {
    if (mix) expect(mix.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1 - UNSPECIFIC, 12);
  }
});
