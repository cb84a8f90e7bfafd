import { total } from '../belief/weights.ts';
import type { Plan, Problem } from './problem.ts';

/**
 * Repairs only: again and again the one with the best chance for its cost, belief updated by each failure, until calling is
 * better. Optimal where repairs cure different causes (Heckerman, Breese and Rommelse 1995).
 * @param weights need not sum to 1; changed
 * @param done by place in `problem.actions`; changed
 * @returns the expected cost, times the weights' sum
 */
function repairCost({ world, actions, call }: Problem, weights: Float64Array, done: Uint8Array): number {
  let mass = total(weights);
  let spent = 0;
  let best = call * mass;
  for (;;) {
    const next = bestRepair(actions, weights, done);
    if (next < 0) return best;
    const { cost, index } = actions[next]!;
    spent += cost * mass;
    if (spent >= best) return best;
    done[next] = 1;
    world.fail(weights, index, weights);
    mass = total(weights);
    best = Math.min(best, spent + call * mass);
  }
}

/** Place of the repair with the best chance for its cost; -1 where none has any. */
function bestRepair(actions: Problem['actions'], weights: Float64Array, done: Uint8Array): number {
  let best = -1;
  let most = 0;
  for (let a = 0; a < actions.length; a++) {
    if (done[a] === 1) continue;
    const { cures, cost } = actions[a]!;
    let chance = 0;
    for (let h = 0; h < cures.length; h++) chance += weights[h]! * cures[h]!;
    const value = chance / cost;
    if (value > most) {
      most = value;
      best = a;
    }
  }
  return best;
}

/** The first step of the better of repairs only, and one question followed by repairs only. */
export function lookOneAhead(problem: Problem): Plan {
  const { world, weights, questions, actions, call } = problem;
  const repairs = () => new Uint8Array(actions.length);
  const best = repairCost(problem, Float64Array.from(weights), repairs());
  const first = bestRepair(actions, weights, repairs());
  let plan: Plan =
    first < 0 || best >= call
      ? { step: { kind: 'call' }, cost: call }
      : { step: { kind: 'do', index: actions[first]!.index }, cost: best };
  for (const { index, cost, rows } of questions) {
    let sum = cost;
    for (const row of rows)
      sum += repairCost(
        problem,
        weights.map((weight, h) => weight * row[h]!),
        repairs(),
      );
    if (sum < plan.cost) plan = { step: { kind: 'ask', index }, cost: sum };
  }
  return world.size === 0 ? { step: { kind: 'call' }, cost: call } : plan;
}
