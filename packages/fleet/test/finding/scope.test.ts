import { describe, expect, it } from 'vitest';
import { rowsInScope, scopeOf } from '../../src/finding/scope.ts';
import type { Scene } from '../../src/scene/scene.ts';
import type { ByHand } from '../hand.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

const habit = { reason: 'removed_early' } as const;

/** The fault of the cashier of the first attempt, who works at T1. */
function cashier(attempts: readonly ByHand[]) {
  const scene: Scene = sceneOf(attempts);
  const bounds = { operator: [scene.attributes.operator[0]!] };
  const fault = {
    ...faultAt(scene, { terminal_id: 'T1' }),
    kind: 'operator',
    pattern: 'removed_early',
    bounds,
  } as const;
  const scope = scopeOf(scene, fault);
  return { scope, rows: rowsInScope(scene, scope, bounds).length };
}

describe('A cashier', () => {
  it('is named within the store', () => {
    const { scope, rows } = cashier(many(60, { merchant_id: 'M', store_id: 'S', operator_id: '07' }, 3, habit));
    expect(scope).toEqual({ store_id: 'S', operator_id: '07', interface: 'chip' });
    expect(rows).toBe(60);
  });

  it('is named within the merchant where her records do not tell the store, though her neighbours’ do', () => {
    const attempts = inTurn(
      many(60, { merchant_id: 'M', operator_id: '07' }, 3, habit),
      many(60, { terminal_id: 'T2', merchant_id: 'M', store_id: 'S', operator_id: '08' }),
    );
    const { scope, rows } = cashier(attempts);
    expect(scope).toEqual({ merchant_id: 'M', operator_id: '07', interface: 'chip' });
    expect(rows).toBe(60);
  });

  it('is named within the terminal where her records tell neither', () => {
    expect(cashier(many(60, { operator_id: '07' }, 3, habit))).toEqual({
      scope: { terminal_id: 'T1', operator_id: '07', interface: 'chip' },
      rows: 60,
    });
  });
});

describe('The interfaces of a fault', () => {
  it('are those that it strikes whenever it strikes, though all went well in between', () => {
    const lost = { reason: 'no_response', stage: 'online' } as const;
    const struck = inTurn(
      many(30, { interface: 'chip' }, 2, lost),
      many(30, { interface: 'qr' }, 2, lost),
      many(1, { interface: 'manual' }, 1, lost),
    );
    const well = inTurn(many(600, { interface: 'chip' }), many(600, { interface: 'qr' }));
    const scene = sceneOf([...struck, ...well, ...struck]);
    const fault = faultAt(scene, { terminal_id: 'T1' }, { pattern: 'link', rate: 0.5 });
    expect(scopeOf(scene, fault)).toEqual({ terminal_id: 'T1' });
  });
});
