import { describe, expect, it } from 'vitest';
import { explain, readKnowledge } from '../src/index.ts';
import { SMALL } from './knowledge-fixture.ts';

const single = readKnowledge(SMALL);
const odds = (chance: number) => Math.log10(chance / (1 - chance));
const of = (model: typeof single, request: object, cause: string) =>
  explain(model, { observations: {}, done: [], ...request }).causes.find((one) => one.cause === cause)!;

describe('why these causes', () => {
  it('names for each cause what raised and lowered it, by the log10 of the factor on its odds', () => {
    const dirt = of(single, { observations: { light: 'on' }, done: ['wipe'] }, 'dirt');
    // light on: 0.9 against (0.3 × 0.2 + 0.2 × 0.05) / 0.5 = 0.14; wiping fails with 0.1 against 1
    expect(dirt.evidence.map(({ kind, id, value }) => [kind, id, value])).toEqual([
      ['failed', 'wipe', null],
      ['answer', 'light', 'on'],
    ]);
    expect(dirt.evidence[0]!.weight).toBeCloseTo(Math.log10(0.1), 9);
    expect(dirt.evidence[1]!.weight).toBeCloseTo(Math.log10(0.9 / 0.14), 9);
  });

  it.each(['single', 'independent'])('adds up to the whole change of the odds: %s', (faults) => {
    const model = readKnowledge({ ...SMALL, faults });
    const request = { observations: { light: 'on' }, done: ['swap', 'wipe'] };
    for (const { id } of model.causes) {
      const before = of(model, {}, id).probability;
      const { probability, evidence } = of(model, request, id);
      const all = evidence.reduce((sum, { weight }) => sum + weight, 0);
      // what hardly moves a cause is left out
      expect(Math.abs(all - (odds(probability) - odds(before))), id).toBeLessThan(0.2);
    }
  });

  it('stays a number where a cause is ruled out or certain, and says nothing of "don\'t know"', () => {
    const sure = readKnowledge({
      ...SMALL,
      observations: [{ id: 'light', cost: 1, values: ['on', 'off'], given: { dirt: [1, 0] }, otherwise: [0, 1] }],
    });
    const weights = explain(sure, { observations: { light: 'on' }, done: [] }).causes.map(
      (one) => one.evidence[0]!.weight,
    );
    expect(weights.every(Number.isFinite)).toBe(true);
    expect(weights[0]).toBeGreaterThan(50);
    expect(weights[1]).toBeLessThan(-50);
    expect(of(single, { observations: { light: null } }, 'dirt').evidence).toEqual([]);
  });

  it('says it in words, of the file where it has them', () => {
    const [light] = SMALL.observations;
    const labelled = readKnowledge({
      ...SMALL,
      observations: [
        { ...light, text: { zh: '灯亮吗？', en: 'Is the light on?' }, labels: { on: { zh: '亮', en: 'On' } } },
      ],
    });
    expect(of(labelled, { observations: { light: 'on' } }, 'dirt').evidence[0]!.text).toEqual({
      zh: '灯亮吗？“亮”：可能性升为约 6.4 倍',
      en: 'Is the light on? "On": about 6.4 times likelier',
    });
    expect(of(single, { done: ['wipe'] }, 'dirt').evidence[0]!.text).toEqual({
      zh: '做过“wipe”，没有解决：可能性降为约 10 分之一',
      en: '"wipe" was done and did not help: about 10 times less likely',
    });
  });
});

describe('why this step now', () => {
  it('says its chance, its cost, and what it saves against the next best', () => {
    const { step } = explain(single, { observations: { light: 'on' }, done: [] });
    const still = 0.5 * 0.9 + 0.3 * 0.2 + 0.2 * 0.05;
    expect(step.next).toMatchObject({ kind: 'do', id: 'wipe', cost: 5 });
    expect(step.chance).toBeCloseTo((0.5 * 0.9 * 0.9) / still, 12);
    expect(step.instead?.next.id).toBe('swap');
    expect(step.instead?.dearer).toBeGreaterThan(0);
    expect(step.text.zh).toMatch(/^有 78 % 的机会解决，代价约 5；比先做别的（请做：swap）平均省 .+。$/);
    expect(step.text.en).toMatch(/^It helps with a chance of 78 % and costs about 5; on average it saves/);
  });

  it('has no chance for a question, and nothing else where the call alone is left', () => {
    expect(explain(single, { observations: {}, done: [] }).step).toMatchObject({ next: { kind: 'ask' }, chance: null });
    const last = explain(single, { observations: { light: null }, done: ['wipe', 'swap', 'restart'] }).step;
    expect(last).toMatchObject({ next: { kind: 'call' }, chance: 1, instead: null });
    expect(last.text.en).toBe('To try more would on average cost more than to call now.');
  });
});
