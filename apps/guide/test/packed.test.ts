import { readKnowledge } from '@duka/diagnosis';
import { counterKnowledge, DEVICES } from '@duka/knowledge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forgiving } from '../src/kit/forgiving.ts';
import { isHere, NOTHING } from '../src/kit/kit.ts';
import { kitOf } from '../src/kit/kit-of.ts';
import { ownKit } from '../src/kit/own.ts';
import { pack } from '../src/kit/pack.ts';
import { packLater, packWords } from '../src/kit/pack-words.ts';
import { spoken } from '../src/kit/spoken.ts';
import { unpack } from '../src/kit/unpack.ts';
import { wordsOf } from '../src/kit/words-of.ts';

const OURS = readKnowledge(counterKnowledge());
const CALL = { kind: 'call', id: 'call.service' } as const;

/** Knowledge through the page's own form, which is JSON. */
function throughPage(model: typeof OURS) {
  const said = wordsOf(model);
  const packed = JSON.parse(JSON.stringify(pack(model, said, { learned: null, first: CALL })));
  const files = {
    english: async () => packWords('en', model, said),
    later: async () => packLater(model, said),
  };
  return { packed, model: unpack(packed), said: spoken(packed, files) };
}

describe('knowledge as it lies in the page', () => {
  const page = throughPage(OURS);
  const wanted = wordsOf(OURS);

  it('has exactly the numbers of the knowledge', () => {
    for (const [i, { id, given, ...row }] of page.model.observations.entries()) {
      const ours = OURS.observations[i]!;
      expect({ id, cost: row.cost, values: row.values, otherwise: row.otherwise }).toEqual({
        id: ours.id,
        cost: ours.cost,
        values: ours.values,
        otherwise: ours.otherwise,
      });
      expect(Object.fromEntries(given), id).toEqual(Object.fromEntries(ours.given));
    }
    expect(page.model.observations).toHaveLength(OURS.observations.length);
    expect(page.model.actions.map(({ text, ...row }) => row)).toEqual(OURS.actions.map(({ text, ...row }) => row));
    expect(page.model.causes.map(({ id, prior }) => [id, prior])).toEqual(
      OURS.causes.map(({ id, prior }) => [id, prior]),
    );
    expect(page.model.call).toMatchObject({ id: OURS.call.id, cost: OURS.call.cost });
  });

  it('keeps chances that come from no whole odds as they are', () => {
    const row = [0.123456789, 1 - 0.123456789];
    const [first, ...rest] = OURS.observations;
    const odd = { ...first!, values: ['a', 'b'], otherwise: [0, 1], given: new Map([['network.down', row]]) };
    const { model } = throughPage(forgiving({ ...OURS, observations: [odd, ...rest] }));
    expect(model.observations[0]?.given).toEqual(forgiving({ ...OURS, observations: [odd] }).observations[0]?.given);
    expect(
      unpack({ ...page.packed, questions: [['x', 1, '', ['a', 'b'], [-1, 0, 1], []]] }).observations[0]?.otherwise,
    ).toEqual([0, 1]);
  });

  it('says the same as the knowledge, English once its file is there', async () => {
    const { said } = throughPage(OURS);
    const { id } = OURS.observations[0]!;
    expect(said.question(id)?.text).toEqual({ zh: wanted.question(id)?.text.zh, en: wanted.question(id)?.text.zh });
    await said.speaks('en');
    for (const one of OURS.observations) expect(said.question(one.id)).toEqual(wanted.question(one.id));
    expect(said.clashes).toEqual(wanted.clashes);
    expect(said.alarms).toEqual(wanted.alarms);
    for (const { models, lights, cleaning, forbids } of DEVICES)
      expect(said.device(models[0]!)).toEqual({ lights, cleaning, forbids });
    expect(said.device('no such model')).toBeNull();
  });

  it('says what others do, and what causes are, once that file is there', async () => {
    const { said } = throughPage(OURS);
    await said.speaks('en');
    const others = [...OURS.actions, OURS.call].filter(({ id }) => !isHere(wanted.step(id)!));
    expect(others.length).toBeGreaterThan(20);
    expect(said.step(others[0]!.id)?.text.zh).toBe(others[0]!.id);
    expect(said.cause('network.down')).toBeUndefined();
    await said.whole();
    for (const { id } of [...OURS.actions, OURS.call]) {
      const { id: name, text, by, minutes, forbidden, steps, drawing } = wanted.step(id)!;
      expect(said.step(id)).toEqual({
        ...{ id: name, text, by, minutes, forbidden },
        ...(steps && steps.length > 0 && { steps }),
        ...(drawing && { drawing }),
      });
    }
    for (const { id } of OURS.causes) {
      const { name, what, prevention } = wanted.cause(id)!;
      expect(said.cause(id)).toEqual({ name, what, prevention });
    }
    expect(said.question('no.such')).toBeUndefined();
    expect(said.step('no.such')).toBeUndefined();
  });

  it('leads to the same steps as the knowledge, whatever is answered', () => {
    const [ours, packed] = [ownKit(), kitOf(page.model, page.said)];
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 6 }), (taps) => {
        let known = NOTHING;
        for (const tap of taps) {
          const { next, causes } = packed.plan(known);
          expect({ next, causes }).toEqual(ours.plan(known));
          if (next.kind === 'call') return;
          const values = ours.question(next.id)?.values ?? [];
          known =
            next.kind === 'ask'
              ? { ...known, answers: { ...known.answers, [next.id]: values[tap] ?? null } }
              : { ...known, failed: [...known.failed, next.id] };
        }
      }),
      { numRuns: 25 },
    );
  });

  it('plans nothing that is known already, but where a finding or a maker has a say', () => {
    const kit = kitOf(page.model, page.said, { ahead: () => CALL });
    expect(kit.plan(NOTHING).next).toEqual(CALL);
    expect(kit.plan(NOTHING).causes).toEqual(ownKit().plan(NOTHING).causes);
    expect(kit.plan({ ...NOTHING, model: 'A920' }).next).toEqual(CALL);
    expect(kit.plan({ ...NOTHING, model: 'Ingenico Move/5000' }).next).not.toEqual(CALL);
    expect(kit.plan({ ...NOTHING, finding: [{ cause: 'network.down', probability: 0.5 }] }).next).not.toEqual(CALL);
  });

  it('hands over where the answers rule every cause out, as strict knowledge may', () => {
    const strict = readKnowledge({
      schema: 'duka.knowledge/1',
      faults: 'single',
      causes: [{ id: 'dirt', prior: 1 }],
      observations: [{ id: 'light', cost: 1, values: ['on', 'off'], given: { dirt: [1, 0] }, otherwise: [0, 1] }],
      actions: [],
      call: { id: 'help', cost: 9 },
    });
    const kit = ownKit(strict);
    expect(kit.plan({ ...NOTHING, answers: { light: 'off' } })).toEqual({
      next: { kind: 'call', id: 'help' },
      causes: [],
    });
    expect(kit.chances({ ...NOTHING, answers: { light: 'off' } }, 'light')).toEqual([0, 0]);
  });
});
