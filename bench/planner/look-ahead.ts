import { multiply } from '../../packages/diagnosis/src/belief/weights.ts';
import type { Plan, Problem } from '../../packages/diagnosis/src/plan/problem.ts';
import { repairsOnly } from '../../packages/diagnosis/src/plan/repairs-only.ts';
import { Wear } from '../../packages/diagnosis/src/plan/wear.ts';

/** The repair with the best chance for its cost, and so on until the call: what a sorted list of repairs would be. */
export function ratioPlan(problem: Problem): Plan {
  const wear = new Wear(problem);
  wear.start(problem.weights, problem.stays);
  const { repairs, cost } = repairsOnly(problem, wear);
  const first = repairs[0];
  return { step: first === undefined ? { kind: 'call' } : { kind: 'do', index: problem.repairs[first]!.index }, cost };
}

/** The same, or one question before it where that is better (Heckerman, Breese and Rommelse 1995). */
export function lookAheadPlan(problem: Problem): Plan {
  const { weights, stays, questions } = problem;
  const wear = new Wear(problem);
  const after = new Float64Array(weights.length);
  const plans = questions.map(({ index, cost, rows }): Plan => {
    const branches = rows.map((row) => {
      multiply(weights, row, after);
      wear.start(after, stays);
      return repairsOnly(problem, wear).cost;
    });
    return { step: { kind: 'ask', index }, cost: branches.reduce((a, b) => a + b, cost) };
  });
  return [ratioPlan(problem), ...plans].reduce((best, plan) => (plan.cost < best.cost ? plan : best));
}
