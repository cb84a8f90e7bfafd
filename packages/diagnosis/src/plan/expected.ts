import { foresight } from './foresight.ts';
import { likeliest } from './likeliest.ts';
import { MOST_HYPOTHESES } from './narrowed.ts';
import { isSmall } from './plan.ts';
import type { Plan, Problem } from './problem.ts';
import { repairsOnly } from './repairs-only.ts';
import { Wear } from './wear.ts';

/**
 * What it costs until the trouble is gone, with a new plan after each step: exactly where all states of belief can be visited, elsewhere an
 * estimate, which takes as long as the plan.
 */
export const expectedCost = (problem: Problem, plan: Plan): number =>
  isSmall(problem) ? plan.cost : foreseenCost(problem, plan);

/** The estimate. @internal */
export function foreseenCost(whole: Problem, { cost }: Plan): number {
  const problem = likeliest(whole, MOST_HYPOTHESES);
  const wear = new Wear(problem);
  const alone = (left: Float64Array): number => {
    wear.start(left, problem.stays);
    return repairsOnly(problem, wear).cost;
  };
  return Math.min(cost, foresight(problem, alone));
}
