import type { Reason } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { joinPieces } from '../../src/finding/merge.ts';
import type { Fault } from '../../src/scene/scene.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

describe('A release', () => {
  /** Terminals of a version that fails from the 60th minute on; some begin then to fail for another reason as well. */
  const closedTo = (others: readonly string[], from = 60): readonly Fault[] => {
    const terminals = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'];
    const scene = sceneOf(
      inTurn(
        ...terminals.map((terminal_id) => [
          ...many(60, { terminal_id, app_version: '2' }),
          ...inTurn(
            many(120, { terminal_id, app_version: '2' }, 3, { reason: 'format_error' }),
            many(120, { terminal_id, app_version: '2' }, others.includes(terminal_id) ? 3 : 0, {
              reason: 'tls_failed',
            }),
          ),
        ]),
      ),
    );
    const { codes, value } = scene.frame.text.terminal_id;
    const reasonOf = (row: number) => scene.frame.events[scene.frame.event[row]!]!.reason;
    const blamed = (fault: Fault, reason: Reason, first: number): Fault => {
      const rows = fault.blame.rows.filter((row) => reasonOf(row) === reason && row >= first);
      const share = new Float64Array(rows.length).fill(1);
      const struck = fault.rows.filter((row) => row >= rows[0]!);
      return { ...fault, struck, first: rows[0]!, blame: { rows, factor: share, share }, excess: rows.length };
    };
    const release = blamed(faultAt(scene, { app_version: '2' }, { pattern: 'format' }), 'format_error', 0);
    const later = others.map((terminal_id) => {
      const own = scene.failed.filter((row) => value(codes[row]!) === terminal_id && reasonOf(row) === 'tls_failed');
      return blamed(faultAt(scene, { terminal_id }, { pattern: 'link_settings' }), 'tls_failed', own[from - 60]!);
    });
    return joinPieces(scene, [release, ...later]);
  };

  it('takes for a release’s work what begins with it at several of its terminals alike', () => {
    expect(closedTo(['T1', 'T3']).map(({ kind }) => kind)).toEqual(['app_version']);
  });

  it('leaves it apart at one alone, or where it begins later', () => {
    expect(closedTo(['T1'])).toHaveLength(2);
    expect(closedTo(['T1', 'T3'], 90)).toHaveLength(3);
  });
});
