import { PATTERN_IDS, PATTERNS } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { evidenceInCommon } from '../../src/court/in-common.ts';
import { fitBaseline, patternRatios, patternShares } from '../../src/expected/baseline.ts';
import { logEvidence } from '../../src/suspicion/evidence.ts';
import { EVERYWHERE } from '../../src/suspicion/sample.ts';
import { exposed, makeRoom, trialsOf } from '../../src/suspicion/trials.ts';
import type { ByHand } from '../hand.ts';
import { boundsAt, faultAt, inTurn, many, sceneOf } from '../hand.ts';

const ALL = PATTERN_IDS.map((id) => PATTERNS[id]);
const SHARES = patternShares(ALL);

/** The evidence against a release, what is left of it as far as its terminals have it in common, and what all but one say of it. */
function inCommon(attempts: readonly ByHand[]) {
  const scene = sceneOf(attempts);
  const baseline = fitBaseline(scene, new Float32Array(scene.failed.length).fill(0));
  const ratios = patternRatios(scene.classes, baseline, ALL, 1);
  const pattern = PATTERN_IDS.indexOf('chip');
  const shares = SHARES.subarray(pattern * INTERFACES.length, (pattern + 1) * INTERFACES.length);
  const trialsAt = (rows: Int32Array) => {
    const part = exposed(rows, scene);
    const room = makeRoom(part.failed.length);
    room.ratio.set(Float64Array.from(part.failed, (failure) => ratios[pattern]![scene.cell[failure]!]!));
    return trialsOf(part, scene, shares, room);
  };
  const release = faultAt(scene, { app_version: '2' });
  const trials = trialsAt(release.rows);
  const { terminal_id: terminals } = scene.frame.text;
  const alone = Float64Array.from({ length: terminals.count }, (_, code) =>
    logEvidence(trialsAt(release.rows.filter((row) => terminals.codes[row] === code))),
  );
  const whole = logEvidence(trials);
  const everything = { first: -1, last: -1 };
  const bounds = boundsAt(scene, { app_version: '2' });
  const { log, ofOthers } = evidenceInCommon(scene, bounds, EVERYWHERE, trials, everything, alone, whole);
  return { whole, common: log, ofOthers };
}

const terminal = (name: string, every: number, count = 60) =>
  many(count, { terminal_id: name, app_version: '2' }, every);

describe('A wide trouble', () => {
  it('that strikes all terminals of a release alike is common to them', () => {
    const { whole, common } = inCommon(inTurn(...['A', 'B', 'C', 'D', 'E', 'F'].map((name) => terminal(name, 5))));
    expect(whole).toBeGreaterThan(50);
    expect(common).toBeGreaterThan(15);
  });

  it('that is two broken terminals among sound ones is not', () => {
    const sound = ['C', 'D', 'E', 'F'].map((name) => terminal(name, 0));
    const { whole, common } = inCommon(inTurn(terminal('A', 2), terminal('B', 2), ...sound));
    expect(whole).toBeGreaterThan(50);
    expect(common).toBeLessThan(0);
  });

  it('is confirmed by the others where each had some failures while one had many', () => {
    const others = ['B', 'C', 'D'].map((name) => terminal(name, 3, 9));
    expect(inCommon(inTurn(terminal('A', 2, 20), ...others)).ofOthers).toBeGreaterThan(6);
  });

  it('is not confirmed by others where all went well', () => {
    const others = ['B', 'C', 'D'].map((name) => terminal(name, 0, 9));
    expect(inCommon(inTurn(terminal('A', 2, 20), ...others)).ofOthers).toBeLessThan(0);
  });

  it('loses little by terminals that were hardly tried meanwhile', () => {
    const struck = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => terminal(name, 2, 6));
    const idle = Array.from({ length: 40 }, (_, i) => terminal(`idle ${i}`, 0, 1));
    const alone = inCommon(inTurn(...struck)).common;
    expect(inCommon(inTurn(...struck, ...idle)).common).toBeGreaterThan(alone - 12);
  });
});
