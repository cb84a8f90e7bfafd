import { beliefOf } from '../src/belief/belief-of.ts';
import { dot, multiply } from '../src/belief/weights.ts';
import type { Model } from '../src/index.ts';
import type { Plan, Problem } from '../src/plan/problem.ts';
import { problemOf } from '../src/plan/problem.ts';
import { readRequest } from '../src/request.ts';

type Policy = (problem: Problem) => Plan;
type Asked = { readonly [id: string]: string };

/**
 * What a planner costs that is asked again after every step, as people use it: its decisions followed through every answer and
 * every failure, weighted with their chances. No simulation, no rounding but that of the machine.
 */
export function policyCost(model: Model, policy: Policy): { readonly cost: number; readonly states: number } {
  const costs = new Map<string, number>();
  const costFrom = (observations: Asked, done: readonly string[]): number => {
    const key = JSON.stringify([Object.entries(observations).sort(), [...done].sort()]);
    const found = costs.get(key);
    if (found !== undefined) return found;
    const cost = stepCost(model, policy, observations, done, costFrom);
    costs.set(key, cost);
    return cost;
  };
  return { cost: costFrom({}, []), states: costs.size };
}

function stepCost(
  model: Model,
  policy: Policy,
  observations: Asked,
  done: readonly string[],
  costFrom: (observations: Asked, done: readonly string[]) => number,
): number {
  const known = readRequest(model, { observations, done });
  const belief = beliefOf(model, known);
  const { step } = policy(problemOf(model, belief, known));
  const { world, weights } = belief;
  const persists = world.persists(belief.done);
  const still = dot(weights, persists);
  if (step.kind === 'call') return model.call.cost;
  if (step.kind === 'do') {
    const { id, cost } = model.actions[step.index]!;
    const left = dot(weights, world.persists([...belief.done, step.index])) / still;
    return cost + (left > 1e-12 ? left * costFrom(observations, [...done, id]) : 0);
  }
  const { id, cost, values } = model.observations[step.index]!;
  return values.reduce((sum, value, v) => {
    const after = new Float64Array(weights.length);
    multiply(weights, world.chances(step.index, v), after);
    const chance = dot(after, persists) / still;
    return sum + (chance > 1e-12 ? chance * costFrom({ ...observations, [id]: value }, done) : 0);
  }, cost);
}
