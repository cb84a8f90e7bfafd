import { CAUSE_DOMAINS, CAUSE_IDS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { ACTIONS, CAUSES, REASON_CAUSES } from '../src/index.ts';
import { isSaid } from './said.ts';

describe('causes', () => {
  it('are exactly those of the model, in its order', () => {
    expect(Object.keys(CAUSES)).toEqual(CAUSE_IDS);
    expect(CAUSE_IDS).toHaveLength(40);
    expect(new Set(CAUSE_IDS.map((id) => id.split('.')[0]))).toEqual(new Set(CAUSE_DOMAINS));
  });

  it.each(CAUSE_IDS)('%s says in both languages what it is, how it shows and how it is prevented', (id) => {
    const { name, what, shows, prevention } = CAUSES[id];
    expect(CAUSES[id].id).toBe(id);
    expect([name, what, shows, prevention].filter((text) => !isSaid(text))).toEqual([]);
    expect(name.zh.length).toBeLessThanOrEqual(14);
  });

  it.each(CAUSE_IDS)('%s has remedies that exist and that fix it', (id) => {
    const { remedies } = CAUSES[id];
    expect(remedies.length).toBeGreaterThan(0);
    expect(new Set(remedies).size).toBe(remedies.length);
    expect(remedies.filter((action) => !((ACTIONS[action]?.fixes[id] ?? 0) > 0))).toEqual([]);
  });

  it('have priors that sum to one and name their source', () => {
    const priors = CAUSE_IDS.map((id) => CAUSES[id].prior);
    expect(priors.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(priors.reduce((sum, { counter }) => sum + counter, 0)).toBeCloseTo(1, 12);
    expect(priors.filter(({ weight, counter }) => weight <= 0 || counter <= 0)).toEqual([]);
    expect(priors.filter(({ source }) => source !== 'expert estimate')).toEqual([]);
  });

  it('say how to go on taking payments wherever hands at the counter cannot cure them', () => {
    const waits = CAUSE_IDS.filter((id) => /^(hardware|software|network|card)\./.test(id));
    expect(waits.filter((id) => !CAUSES[id].meanwhile || !isSaid(CAUSES[id].meanwhile))).toEqual([]);
  });

  it('can each be reached from some reason', () => {
    const reached = new Set<string>(Object.values(REASON_CAUSES).flat());
    expect(CAUSE_IDS.filter((id) => !reached.has(id))).toEqual([]);
  });
});
