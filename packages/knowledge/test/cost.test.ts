import { describe, expect, it } from 'vitest';
import { ACTIONS, costOf, knowledgeFile } from '../src/index.ts';

describe('costOf', () => {
  it.each([
    [{ by: 'cashier', minutes: 3 }, 3],
    [{ by: 'manager', minutes: 5 }, 9],
    [{ by: 'cardholder', minutes: 15 }, 8.5],
    [{ by: 'operations', minutes: 10 }, 30],
    [{ by: 'technician', minutes: 20 }, 170],
  ] as const)('%j costs %d minutes of a cashier', (action, cost) => {
    expect(costOf(action)).toBe(cost);
  });

  it('makes the call for service dearer than anything that a visit of a technician with the right part costs', () => {
    const parts = Object.values(ACTIONS).filter(({ id }) => id.startsWith('replace.'));
    expect(Math.max(...parts.map(costOf))).toBeLessThan(costOf(ACTIONS['call.service']!));
  });
});

describe('the knowledge file', () => {
  const file = knowledgeFile();

  it('holds every action at its cost but for the call, which stands by itself', () => {
    expect(file.actions).toHaveLength(Object.keys(ACTIONS).length - 1);
    expect(file.actions.length).toBeGreaterThanOrEqual(80);
    expect(file.call).toMatchObject({ id: 'call.service', cost: 320 });
    expect(file.actions.find(({ id }) => id === 'terminal.restart')).toMatchObject({ cost: 3, by: 'cashier' });
  });

  it('asks nobody for what a log or a probe tells', () => {
    const asked = file.observations.filter(({ from }) => from === 'counter').map(({ id }) => id);
    expect(asked.filter((id) => id.startsWith('finding.') || id.startsWith('probe.'))).toEqual([]);
  });
});
