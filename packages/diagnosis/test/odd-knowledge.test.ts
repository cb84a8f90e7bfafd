import { describe, expect, it } from 'vitest';
import { readKnowledge, troubleshoot } from '../src/index.ts';

/** Like the fixture, with a second question; every figure below was reckoned by a separate program that tries all orders. */
const BASE = {
  schema: 'duka.knowledge/1',
  faults: 'single',
  causes: [
    { id: 'a', prior: 0.5 },
    { id: 'b', prior: 0.3 },
    { id: 'c', prior: 0.2 },
  ],
  observations: [
    { id: 'o1', cost: 1, values: ['yes', 'no'], given: { a: [0.9, 0.1], b: [0.2, 0.8] }, otherwise: [0.05, 0.95] },
    { id: 'o2', cost: 0.5, values: ['x', 'y', 'z'], given: { c: [0.1, 0.1, 0.8] }, otherwise: [0.5, 0.4, 0.1] },
  ],
  actions: [
    { id: 'r1', cost: 5, fixes: { a: 0.9 } },
    { id: 'r2', cost: 4, fixes: { b: 0.8, c: 0.1 } },
    { id: 'r3', cost: 20, fixes: { c: 0.95, a: 0.4 } },
  ],
  call: { id: 'call', cost: 100 },
};
const ONE = {
  causes: [{ id: 'a', prior: 7 }],
  observations: [],
  actions: [{ id: 'r1', cost: 5, fixes: { a: 0.9 } }],
};
const SURE = [
  { id: 'r1', cost: 5, fixes: { a: 1, b: 0 } },
  { id: 'r2', cost: 5, fixes: { b: 1 } },
  { id: 'r3', cost: 5, fixes: { c: 0 } },
];
const FREE = [
  { id: 'r1', cost: 0, fixes: { a: 0.1 } },
  { id: 'r2', cost: 0, fixes: {} },
  { id: 'r3', cost: 3, fixes: { a: 1, b: 1, c: 1 } },
];
const THOUSANDS = [
  { id: 'r1', cost: 5000, fixes: { a: 0.9 } },
  { id: 'r2', cost: 4000, fixes: { b: 0.8 } },
  { id: 'r3', cost: 12_000, fixes: { c: 0.95 } },
];
const SPLIT = [{ id: 'o1', cost: 0, values: ['yes', 'no'], given: { a: [1, 0] }, otherwise: [0, 1] }];
const twelve = (likely: (v: number) => boolean) => Array.from({ length: 12 }, (_, v) => (likely(v) ? 0.2 : 0.025));
const MANY = [
  {
    id: 'o1',
    cost: 0.2,
    values: Array.from({ length: 12 }, (_, v) => `v${v}`),
    given: { a: twelve((v) => v < 4), b: twelve((v) => v > 7) },
    otherwise: Array(12).fill(1 / 12),
  },
];
const priors = (...values: readonly number[]) => ['a', 'b', 'c'].map((id, i) => ({ id, prior: values[i] }));

const ROWS: readonly (readonly [string, object, object, string, number])[] = [
  ['nothing odd', {}, {}, 'o1', 22.5897],
  ['everything done', {}, { observations: { o1: 'yes', o2: 'z' }, done: ['r1', 'r2', 'r3'] }, 'call', 100],
  ['one cause', ONE, {}, 'r1', 15],
  ['one cause, its repair done', ONE, { done: ['r1'] }, 'call', 100],
  ['no questions', { observations: [] }, {}, 'r1', 22.9],
  ['no repairs', { actions: [] }, {}, 'call', 100],
  ['a free repair', { actions: FREE }, {}, 'r1', 2.85],
  ['a repair of nothing', { actions: FREE }, { done: ['r1'] }, 'r3', 3],
  ['a free question', { observations: SPLIT }, {}, 'o1', 20.2],
  ['a repair that never fails', { actions: SURE }, { done: ['r1'] }, 'r2', 45],
  ['a repair that never helps', { actions: SURE }, { done: ['r3'] }, 'o1', 27.385],
  ['a repair of everything', { actions: [{ id: 'all', cost: 50, fixes: { a: 1, b: 1, c: 1 } }] }, {}, 'all', 50],
  ['a call that is free', { call: { id: 'call', cost: 0 } }, {}, 'call', 0],
  ['costs in the thousands', { actions: THOUSANDS, call: { id: 'call', cost: 90_000 } }, {}, 'o1', 19_457.5],
  ['causes that cannot be', { causes: priors(0, 0.3, 0) }, {}, 'r2', 24],
  ['priors next to nothing', { causes: priors(1e-300, 1e-300, 3e-300) }, {}, 'o2', 25.8364],
  ['a prior next to certain', { causes: priors(1e9, 1, 3) }, {}, 'r1', 13],
  ['a question with twelve answers', { observations: MANY }, {}, 'o1', 22.2867],
];

describe('odd knowledge of somebody else', () => {
  it.each(ROWS)('%s', (_, change, request, id, cost) => {
    const advice = troubleshoot(readKnowledge({ ...BASE, ...change }), { observations: {}, done: [], ...request });
    expect(advice.next.id).toBe(id);
    expect(advice.expectedCost / (cost || 1)).toBeCloseTo(cost === 0 ? 0 : 1, 5);
  });

  it('may use names that every object has', () => {
    const named = JSON.parse(
      JSON.stringify(BASE).replaceAll('"o1"', '"__proto__"').replaceAll('"r1"', '"constructor"'),
    );
    const model = readKnowledge(named);
    expect(troubleshoot(model, { observations: {}, done: [] }).next.id).toBe('__proto__');
    expect(troubleshoot(model, JSON.parse('{"observations":{"__proto__":"yes"}}')).next.id).toBe('constructor');
  });
});
