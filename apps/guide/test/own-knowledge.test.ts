import { readKnowledge } from '@duka/diagnosis';
import { describe, expect, it } from 'vitest';
import { forgiving } from '../src/kit/forgiving.ts';
import { NOTHING } from '../src/kit/kit.ts';
import { ownKit } from '../src/kit/own.ts';

/** Strict knowledge of somebody else: an answer rules causes out, a repair never fails. */
const FOREIGN = {
  schema: 'duka.knowledge/1',
  faults: 'single',
  causes: [
    { id: 'dirt', prior: 1, text: { zh: '脏', en: 'Dirt' } },
    { id: 'hardware.power', prior: 1 },
  ],
  observations: [
    { id: 'light', cost: 0.1, values: ['on', 'off'], given: { dirt: [1, 0] }, otherwise: [0, 1] },
    { id: 'see.battery', cost: 0.1, values: ['fine', 'low'], given: { dirt: [1, 0] }, otherwise: [0, 1] },
  ],
  actions: [
    { id: 'wipe', cost: 5, by: 'technician', minutes: 7, fixes: { dirt: 1 } },
    { id: 'terminal.restart', cost: 3, fixes: { 'hardware.power': 1 } },
  ],
  call: { id: 'help', cost: 90, text: { zh: '找人。', en: 'Get help.' } },
};
const kitOf = (change: object = {}) => ownKit(forgiving(readKnowledge({ ...FOREIGN, ...change })));

describe('the guide over knowledge of somebody else', () => {
  it('says what its file says, what Duka says of the same id, and ids where neither has words', () => {
    const kit = kitOf();
    expect(kit.question('light')).toEqual({
      id: 'light',
      text: { zh: 'light', en: 'light' },
      values: ['on', 'off'],
      labels: { on: { zh: 'on', en: 'on' }, off: { zh: 'off', en: 'off' } },
    });
    expect(kit.question('see.battery')).toMatchObject({
      text: { zh: '电量怎么样？' },
      labels: { low: { zh: '快没了' } },
      drawing: 'battery',
    });
    expect(kit.question('see.message')).toBeUndefined();
    expect(kit.step('wipe')).toEqual({
      id: 'wipe',
      text: { zh: 'wipe', en: 'wipe' },
      by: 'technician',
      minutes: 7,
      forbidden: [],
    });
    expect(kit.step('terminal.restart')).toMatchObject({ by: 'cashier', minutes: 3, drawing: expect.any(String) });
    expect(kit.step('help')?.text.en).toBe('Get help.');
    expect(kit.cause('dirt')).toEqual({ name: { zh: '脏', en: 'Dirt' } });
    expect(kit.cause('hardware.power')?.prevention?.zh).toBeTruthy();
    expect(kit.cause('rust')).toBeUndefined();
  });

  it('heeds the contradictions and alarms of its file', () => {
    const lit = { observation: 'light', values: ['on'] };
    const low = { observation: 'see.battery', values: ['low'] };
    const text = { zh: '不对', en: 'No' };
    const kit = kitOf({
      contradictions: [{ id: 'dark', between: [lit, low], text }],
      alarms: [{ id: 'fire', when: lit, action: 'help' }],
    });
    expect(kit.clashes).toEqual([{ id: 'dark', between: [lit, low], text }]);
    expect(kit.alarms).toEqual([{ id: 'fire', when: lit, action: 'help', text: { zh: 'fire', en: 'fire' } }]);
    expect(kitOf().clashes).toEqual([]);
  });

  it.each(['single', 'independent'])('is never at a loss, whatever is tapped and whatever fails: %s', (faults) => {
    const kit = kitOf({ faults, causes: FOREIGN.causes.map((cause) => ({ ...cause, prior: 0.3 })) });
    for (const taps of [0, 1, 2, 3]) {
      let known = NOTHING;
      for (let steps = 0; steps < 4 && kit.plan(known).next.kind !== 'call'; steps++) {
        const { next, causes } = kit.plan(known);
        for (const { probability } of causes) expect(probability).toBeGreaterThanOrEqual(0);
        if (next.kind === 'do') {
          known = { ...known, failed: [...known.failed, next.id] };
          continue;
        }
        const chances = kit.chances(known, next.id);
        expect(chances[0]! + chances[1]!).toBeCloseTo(1, 9);
        const value = kit.question(next.id)!.values[(taps >> Object.keys(known.answers).length) & 1]!;
        known = { ...known, answers: { ...known.answers, [next.id]: value } };
      }
      expect(kit.plan(known).next).toEqual({ kind: 'call', id: 'help' });
    }
  });
});
