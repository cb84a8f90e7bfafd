import { ACTIONS, CAUSES, knowledgeFile } from '@duka/knowledge';
import { DukaError } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../src/index.ts';
import { SMALL } from './knowledge-fixture.ts';

function refusal(value: unknown): readonly (string | null)[] {
  try {
    readKnowledge(value);
  } catch (error) {
    if (error instanceof DukaError) return [error.code, error.path, error.text.en];
  }
  return ['read'];
}

const [light] = SMALL.observations;
const [wipe] = SMALL.actions;
const withLight = (change: object) => ({ ...SMALL, observations: [{ ...light, ...change }] });
const withWipe = (change: object) => ({ ...SMALL, actions: [{ ...wipe, ...change }] });
const many = (count: number, prior: number) => Array.from({ length: count }, (_, i) => ({ id: `c${i}`, prior }));
const independent = (causes: unknown) => ({ ...SMALL, faults: 'independent', causes, observations: [], actions: [] });

/** What is changed, and the code, path and need that the refusal names. */
const REFUSED: readonly (readonly [string, unknown, string, string, string])[] = [
  ['no object', 7, 'knowledge.value', '/', 'needed an object'],
  ['nothing', null, 'knowledge.value', '/', 'needed an object'],
  ['a list', [], 'knowledge.value', '/', 'needed an object'],
  ['an older schema', { ...SMALL, schema: 'duka.knowledge/0' }, 'knowledge.schema', '/schema', 'duka.knowledge/1 only'],
  ['a newer schema', { ...SMALL, schema: 'duka.knowledge/2' }, 'knowledge.schema', '/schema', 'duka.knowledge/2'],
  ['no schema', { ...SMALL, schema: undefined }, 'knowledge.schema', '/schema', 'duka.knowledge/1 only'],
  ['an unknown kind of faults', { ...SMALL, faults: 'double' }, 'knowledge.value', '/faults', 'single, independent'],
  ['causes that are no list', { ...SMALL, causes: {} }, 'knowledge.value', '/causes', 'needed a list'],
  ['no causes', { ...SMALL, causes: [] }, 'knowledge.value', '/causes', 'a prior above 0'],
  [
    'a cause twice',
    { ...SMALL, causes: [...SMALL.causes, SMALL.causes[0]] },
    'knowledge.value',
    '/causes/3/id',
    'no row',
  ],
  [
    'a prior below 0',
    { ...SMALL, causes: [{ id: 'a', prior: -1 }] },
    'knowledge.value',
    '/causes/0/prior',
    '0 or more',
  ],
  [
    'priors without a finite sum',
    { ...SMALL, causes: many(2, 1e308) },
    'knowledge.value',
    '/causes',
    'a prior above 0',
  ],
  [
    'a prior that is text',
    { ...SMALL, causes: [{ id: 'a', prior: '1' }] },
    'knowledge.value',
    '/causes/0/prior',
    '"1"',
  ],
  [
    'a prior that is no number',
    { ...SMALL, causes: [{ id: 'a', prior: Number.NaN }] },
    'knowledge.value',
    '/causes/0/prior',
    'NaN',
  ],
  ['an independent prior above 1', independent(many(2, 1.5)), 'knowledge.value', '/causes/0/prior', 'from 0 to 1'],
  ['too many independent causes', independent(many(129, 0.1)), 'knowledge.value', '/causes', 'at most 128'],
  [
    'too many certain causes',
    independent(many(13, 1)),
    'knowledge.value',
    '/causes',
    'at most 3 causes with a prior of 1',
  ],
  ['an observation without an id', withLight({ id: '' }), 'knowledge.value', '/observations/0/id', 'not empty'],
  ['a cost below 0', withLight({ cost: -1 }), 'knowledge.value', '/observations/0/cost', '0 or more'],
  [
    'an infinite cost',
    withLight({ cost: Number.POSITIVE_INFINITY }),
    'knowledge.value',
    '/observations/0/cost',
    '0 or more',
  ],
  ['a value twice', withLight({ values: ['on', 'on'] }), 'knowledge.value', '/observations/0/values/1', 'twice'],
  [
    'a value that is no text',
    withLight({ values: [true, false] }),
    'knowledge.value',
    '/observations/0/values/0',
    'not empty',
  ],
  ['a single value', withLight({ values: ['on'] }), 'knowledge.value', '/observations/0/values', 'at least two values'],
  [
    'a row that is too short',
    withLight({ given: { dirt: [1] } }),
    'knowledge.value',
    '/observations/0/given/dirt',
    '2 probabilities',
  ],
  [
    'a row that does not sum to 1',
    withLight({ otherwise: [0.5, 0.4] }),
    'knowledge.value',
    '/observations/0/otherwise',
    'sum to 1',
  ],
  [
    'a chance above 1',
    withLight({ otherwise: [1.5, -0.5] }),
    'knowledge.value',
    '/observations/0/otherwise/0',
    'from 0 to 1',
  ],
  [
    'no row for the rest',
    withLight({ otherwise: undefined }),
    'knowledge.value',
    '/observations/0/otherwise',
    'a list',
  ],
  [
    'a row for an unknown cause',
    withLight({ given: { rust: [1, 0] } }),
    'knowledge.value',
    '/observations/0/given/rust',
    'a listed cause',
  ],
  [
    'an unknown observer',
    withLight({ from: 'crow' }),
    'knowledge.value',
    '/observations/0/from',
    'log, probe, counter',
  ],
  [
    'labels in one language',
    withLight({ labels: { on: { zh: '亮' } } }),
    'knowledge.value',
    '/observations/0/labels/on',
    'both',
  ],
  [
    'three independent values',
    { ...withLight({ values: ['a', 'b', 'c'] }), faults: 'independent' },
    'knowledge.value',
    '/observations/0/values',
    'exactly two',
  ],
  [
    'a cure of an unknown cause',
    withWipe({ fixes: { rust: 1 } }),
    'knowledge.value',
    '/actions/0/fixes/rust',
    'a listed cause',
  ],
  [
    'a chance of cure above 1',
    withWipe({ fixes: { dirt: 2 } }),
    'knowledge.value',
    '/actions/0/fixes/dirt',
    'from 0 to 1',
  ],
  ['hands that nobody has', withWipe({ by: 'robot' }), 'knowledge.value', '/actions/0/by', 'one of cashier, manager'],
  [
    'a contradiction of one answer',
    { ...SMALL, contradictions: [{ id: 'x', between: [{ observation: 'light', values: ['on'] }] }] },
    'knowledge.value',
    '/contradictions/0/between',
    'two answers',
  ],
  [
    'an alarm at a value that is none',
    { ...SMALL, alarms: [{ id: 'x', when: { observation: 'light', values: ['blue'] }, action: 'wipe' }] },
    'knowledge.value',
    '/alarms/0/when/values/0',
    'a value of the observation',
  ],
  [
    'an alarm without an action of its own',
    { ...SMALL, alarms: [{ id: 'x', when: { observation: 'light', values: ['on'] }, action: 'run' }] },
    'knowledge.value',
    '/alarms/0/action',
    'a listed action',
  ],
  ['an action twice', { ...SMALL, actions: [wipe, wipe] }, 'knowledge.value', '/actions/1/id', 'no row before'],
  ['an action that is no object', { ...SMALL, actions: ['wipe'] }, 'knowledge.value', '/actions/0', 'an object'],
  ['no call', { ...SMALL, call: undefined }, 'knowledge.value', '/call', 'an object'],
  ['a call without a cost', { ...SMALL, call: { id: 'call' } }, 'knowledge.value', '/call/cost', '0 or more'],
];

describe('the knowledge file', () => {
  it.each(REFUSED)('is refused for %s, with path and reason', (_, value, code, path, needed) => {
    const [found, where, text] = refusal(value);
    expect([found, where]).toEqual([code, path]);
    expect(text).toContain(needed);
  });

  it('names a path as RFC 6901 has it, and never a card number in it', () => {
    expect(refusal(withWipe({ fixes: { 'a/b~c': 1 } }))[1]).toBe('/actions/0/fixes/a~1b~0c');
    expect(refusal(withWipe({ fixes: { '4111111111111111': 1 } })).join()).not.toContain('4111');
  });

  it('may hold more beside its fields, and less: no observations, no actions, rows for no cause', () => {
    expect(refusal({ ...SMALL, unit: 'min', observations: [], actions: [] })).toEqual(['read']);
    expect(refusal(withLight({ given: undefined, hint: 7 }))).toEqual(['read']);
    expect(refusal(withLight({ otherwise: [0.333, 0.667] }))).toEqual(['read']);
    expect(refusal(withWipe({ fixes: undefined }))).toEqual(['read']);
    expect(refusal(withLight({ given: null, labels: null, from: null, text: null }))).toEqual(['read']);
    expect(refusal(withWipe({ fixes: null, minutes: null, perMinute: null, by: null }))).toEqual(['read']);
  });

  it('may round the chances of a row, which are read as what they are shares of', () => {
    const { observations } = readKnowledge(
      withLight({ values: ['a', 'b', 'c'], given: {}, otherwise: [0.33, 0.33, 0.33], labels: null }),
    );
    for (const share of observations[0]!.otherwise) expect(share).toBeCloseTo(1 / 3, 12);
  });

  it('may say a text once for both languages', () => {
    const { observations } = readKnowledge(withLight({ text: 'Is it lit?', labels: { on: 'yes' } }));
    expect(observations[0]?.text).toEqual({ zh: 'Is it lit?', en: 'Is it lit?' });
    expect(observations[0]?.labels.get('on')).toEqual({ zh: 'yes', en: 'yes' });
  });

  it("reads Duka's own, whole", () => {
    const model = readKnowledge(JSON.parse(JSON.stringify(knowledgeFile())));
    expect(model.causes.map(({ id }) => id)).toEqual(Object.keys(CAUSES));
    expect([...model.actions.map(({ id }) => id), model.call.id].sort()).toEqual(Object.keys(ACTIONS).sort());
    expect(model.actions.every(({ text }) => text !== null)).toBe(true);
  });
});
