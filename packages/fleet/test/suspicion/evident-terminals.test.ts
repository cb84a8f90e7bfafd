import { describe, expect, it } from 'vitest';
import { EvidentTerminals } from '../../src/suspicion/evident-terminals.ts';
import { EVERYWHERE } from '../../src/suspicion/sample.ts';
import { exposed } from '../../src/suspicion/trials.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

/** Which of the failures of version 2 are left for it to answer for, by terminal. `evident` have evidence of 20 against them. */
function leftAt(versionOf: (terminal: number) => string, evident: readonly number[]): readonly string[] {
  const scene = sceneOf(
    inTurn(...Array.from({ length: 40 }, (_, i) => many(20, { terminal_id: `T${i}`, app_version: versionOf(i) }, 10))),
  );
  const { rows } = faultAt(scene, { app_version: '2' });
  const group = {
    kind: 'app_version',
    ...exposed(rows, scene),
    severalTerminals: true,
    sample: EVERYWHERE,
  } as const;
  const { codes, value, count } = scene.frame.text.terminal_id;
  const ofTerminal = Float64Array.from({ length: count }, (_, code) =>
    evident.includes(Number(value(code).slice(1))) ? 20 : 0,
  );
  const cells = Int32Array.from(group.failed, () => 0);
  new EvidentTerminals(scene, ofTerminal).leaveOut(group, cells);
  return [
    ...new Set(Array.from(group.failed).flatMap((at, i) => (cells[i] === 0 ? [value(codes[scene.failed[at]!]!)] : []))),
  ];
}

describe('Terminals with evidence of their own', () => {
  it('answer for themselves where a version has no more of them than chance brings together', () => {
    const left = leftAt((i) => (i % 2 === 0 ? '2' : '1'), [0, 1, 2, 3]);
    expect(left).not.toContain('T0');
    expect(left).not.toContain('T2');
    expect(left).toContain('T4');
    expect(left).toHaveLength(18);
  });

  it('speak for the version where they crowd in it', () => {
    expect(leftAt((i) => (i < 4 ? '2' : '1'), [0, 1, 2, 3])).toEqual(['T0', 'T1', 'T2', 'T3']);
  });
});
