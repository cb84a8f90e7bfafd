import { describe, expect, it } from 'vitest';
import { beliefOf } from '../src/belief/belief-of.ts';
import type { Model } from '../src/index.ts';
import { readKnowledge, troubleshoot } from '../src/index.ts';
import { foreseenCost } from '../src/plan/expected.ts';
import { narrowedPlan } from '../src/plan/narrowed.ts';
import { optimalPlan } from '../src/plan/plan.ts';
import { problemOf } from '../src/plan/problem.ts';
import { readRequest } from '../src/request.ts';
import { SMALL } from './knowledge-fixture.ts';
import { policyCost } from './policy-cost.ts';
import type { Family } from './random-knowledge.ts';
import { FAMILIES, randomKnowledge } from './random-knowledge.ts';

const problemAt = (model: Model) => {
  const known = readRequest(model, {});
  return problemOf(model, beliefOf(model, known), known);
};
const foreseen = (model: Model) => foreseenCost(problemAt(model), narrowedPlan(problemAt(model)));
const START = { observations: {}, done: [] };

/** The least expected cost with one fault, by trying every order of every step: nothing of the engine in it. */
function leastByTrying(knowledge: ReturnType<typeof randomKnowledge>): number {
  const { causes, observations, actions, call } = knowledge;
  const from = (weights: readonly number[], asked: readonly string[], done: readonly string[]): number => {
    const mass = weights.reduce((a, b) => a + b, 0);
    let least = call.cost * mass;
    for (const { id, cost, fixes } of actions) {
      if (done.includes(id)) continue;
      const left = weights.map((weight, c) => weight * (1 - ((fixes as Record<string, number>)[causes[c]!.id] ?? 0)));
      least = Math.min(least, cost * mass + from(left, asked, [...done, id]));
    }
    for (const { id, cost, values, given, otherwise } of observations) {
      if (asked.includes(id)) continue;
      const branches = values.map((_, v) =>
        from(
          weights.map((weight, c) => weight * (given[causes[c]!.id] ?? otherwise)[v]!),
          [...asked, id],
          done,
        ),
      );
      least = Math.min(
        least,
        branches.reduce((a, b) => a + b, cost * mass),
      );
    }
    return least;
  };
  const sum = causes.reduce((all, { prior }) => all + prior, 0);
  return from(
    causes.map(({ prior }) => prior / sum),
    [],
    [],
  );
}

describe('where all states can be visited', () => {
  it.each([1, 2, 3, 4, 5, 6])('the plan costs the least that there is, by trying every order: seed %d', (seed) => {
    const family: Family = { ...FAMILIES['overlapping repairs']!, steps: 7 };
    const knowledge = { ...randomKnowledge(family, seed) };
    const small = {
      ...knowledge,
      observations: knowledge.observations.slice(0, 2),
      actions: knowledge.actions.slice(0, 3),
    };
    const { expectedCost } = troubleshoot(readKnowledge(small), START);
    expect(expectedCost / leastByTrying(small)).toBeCloseTo(1, 12);
  });

  it.each(Object.keys(FAMILIES))('what it says it costs is what following it costs: %s', (name) => {
    const model = readKnowledge(randomKnowledge({ ...FAMILIES[name]!, steps: 8 }, 7));
    expect(policyCost(model, optimalPlan).cost / troubleshoot(model, START).expectedCost).toBeCloseTo(1, 10);
  });

  it('goes on from where the request is: all repairs done, the call is left', () => {
    const model = readKnowledge(SMALL);
    const { next, expectedCost } = troubleshoot(model, {
      observations: { light: 'on' },
      done: ['wipe', 'swap', 'restart'],
    });
    expect(next).toMatchObject({ kind: 'call', id: 'call', cost: 100 });
    expect(expectedCost).toBe(100);
  });
});

describe('where they cannot', () => {
  it.each(Object.keys(FAMILIES))('the narrowed plan stays near the optimum: %s', (name) => {
    const ratios = [1, 2, 3].map((seed) => {
      const model = readKnowledge(randomKnowledge({ ...FAMILIES[name]!, steps: 9 }, seed));
      return policyCost(model, narrowedPlan).cost / optimalPlan(problemAt(model)).cost;
    });
    expect(Math.min(...ratios)).toBeGreaterThan(1 - 1e-9);
    expect(ratios.reduce((a, b) => a + b, 0) / ratios.length).toBeLessThan(1.01);
    expect(Math.max(...ratios)).toBeLessThan(1.1);
  });
});

describe('the estimate of a narrowed plan', () => {
  it.each(Object.keys(FAMILIES))('lies within a quarter of what following the plan costs: %s', (name) => {
    const ratios = [1, 2, 3].map((seed) => {
      const model = readKnowledge(randomKnowledge({ ...FAMILIES[name]!, steps: 9 }, seed));
      return foreseen(model) / policyCost(model, narrowedPlan).cost;
    });
    expect(Math.min(...ratios)).toBeGreaterThan(0.75);
    expect(Math.max(...ratios)).toBeLessThan(1.25);
  });

  it('is the cost of the call, and of a repair, where those alone are left', () => {
    const only = (change: object) => foreseen(readKnowledge({ ...SMALL, ...change }));
    expect(only({ observations: [], actions: [] })).toBe(100);
    const sure = { observations: [], actions: [{ id: 'all', cost: 7, fixes: { dirt: 1, wear: 1, net: 1 } }] };
    expect(only(sure)).toBe(7);
  });
});

describe('odd knowledge', () => {
  const next = (change: object) => {
    const { next, expectedCost } = troubleshoot(readKnowledge({ ...SMALL, ...change }), START);
    return [next.kind, next.id, expectedCost];
  };

  it('has only the call where there is nothing to ask or do', () => {
    expect(next({ observations: [], actions: [] })).toEqual(['call', 'call', 100]);
  });

  it('does what is free before it pays, and costs nothing where all is free', () => {
    const free = SMALL.actions.map((action) => ({ ...action, cost: 0, fixes: { dirt: 1, wear: 1, net: 1 } }));
    expect(next({ actions: free })).toEqual(['do', 'wipe', 0]);
    expect(next({ call: { id: 'call', cost: 0 } })).toEqual(['call', 'call', 0]);
  });

  it('never asks what a log or a probe tells', () => {
    const told = SMALL.observations.map((observation) => ({ ...observation, from: 'log', cost: 0 }));
    expect(next({ observations: told })[0]).toBe('do');
  });

  it('is answered whatever its size: a thousand causes, questions and repairs', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `c${i}`);
    const {
      causes,
      next: step,
      expectedCost,
    } = troubleshoot(
      readKnowledge({
        ...SMALL,
        causes: ids.map((id) => ({ id, prior: 1 })),
        observations: ids.map((id) => ({
          id,
          cost: 1,
          values: ['y', 'n'],
          given: { [id]: [1, 0] },
          otherwise: [0, 1],
        })),
        actions: ids.map((id) => ({ id, cost: 1, fixes: { [id]: 1 } })),
      }),
      START,
    );
    expect(causes).toHaveLength(1000);
    expect(step.id).not.toBe('');
    expect(expectedCost).toBeGreaterThan(0);
    expect(expectedCost).toBeLessThanOrEqual(100);
  });
});
