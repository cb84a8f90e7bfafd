import { INNER_REASONS, reasonOf } from '@duka/knowledge/signatures';
import type { Reason } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { chanceOf, logOwnReasons, mixOf } from '../../src/court/mix.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

describe('The mix of a fault', () => {
  it('counts on each interface what it was exposed to, what it is blamed for, and what told a reason', () => {
    const scene = sceneOf([
      ...many(12, {}, 3),
      ...many(4, { interface: 'contactless' }, 2, { reason: 'rf_lost' }),
      { outcome: 'failed' },
    ]);
    const mixes = mixOf(scene, faultAt(scene, { terminal_id: 'T1' }));
    expect(mixes.map(({ exposed, blame, told }) => [exposed, blame, told])).toEqual([
      [13, 5, 4],
      [4, 2, 2],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('holds the reasons that were told, and of the others what the pattern has', () => {
    const scene = sceneOf(many(80, {}, 2, { reason: 'bad_data' }));
    const [{ reasons }] = mixOf(scene, faultAt(scene, { terminal_id: 'T1' })) as [ReturnType<typeof mixOf>[0]];
    const share = (reason: string) => reasons[INNER_REASONS.indexOf(reason as (typeof INNER_REASONS)[number])]!;
    expect(share('bad_data')).toBeGreaterThan(0.85);
    expect(share('mute')).toBeGreaterThan(share('pin_wrong'));
    expect(reasons.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  });

  it('is made once for a fault', () => {
    const scene = sceneOf(many(12, {}, 3));
    const fault = faultAt(scene, { terminal_id: 'T1' });
    expect(mixOf(scene, fault)).toBe(mixOf(scene, fault));
  });

  it('explains its own records better than another reason does, and a like one as well', () => {
    const scene = sceneOf(
      inTurn(
        many(60, { terminal_id: 'T1' }, 3),
        many(60, { terminal_id: 'T2' }, 3),
        many(60, { terminal_id: 'T3' }, 3, { reason: 'no_application' }),
      ),
    );
    const [mute, alike, other] = ['T1', 'T2', 'T3'].map((terminal_id) => mixOf(scene, faultAt(scene, { terminal_id })));
    expect(logOwnReasons(scene, mute!, alike!)).toBeCloseTo(0, 9);
    expect(logOwnReasons(scene, mute!, other!)).toBeGreaterThan(20);
  });

  it('makes the chance of a record from its reasons and what each is likely to write', () => {
    const of = (chances: Partial<Record<Reason, number>>) =>
      Float64Array.from(INNER_REASONS, (reason) => chances[reasonOf(reason)] ?? 0);
    expect(chanceOf(of({ mute: 1, bad_atr: 0.5 }), of({ mute: 0.2, bad_atr: 0.6, parity: 0.2 }))).toBeCloseTo(0.5, 12);
  });
});
