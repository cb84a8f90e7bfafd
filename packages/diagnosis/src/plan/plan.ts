import { latticePlan, statesOf } from './lattice.ts';
import { narrowedPlan } from './narrowed.ts';
import type { Plan, Problem } from './problem.ts';

/** As many states of belief are all visited, if no more chances must be added up for them than this. */
const MOST_STATES = 2 ** 20;
const MOST_SUMMED = 2 ** 26;

/**
 * Where all states of belief can be visited, the plan with the least expected cost, and exactly that cost. That holds for
 * everything of up to 12 steps but many-valued questions. Elsewhere a plan that is near it, and a bound of its cost from above.
 */
export function planFor(problem: Problem): Plan {
  return isSmall(problem) ? optimalPlan(problem) : narrowedPlan(problem);
}

/** @internal */
export function optimalPlan(problem: Problem): Plan {
  return latticePlan(problem, { step: { kind: 'call' }, cost: problem.call });
}

function isSmall(problem: Problem): boolean {
  const { questions, repairs, weights } = problem;
  const summed = questions.reduce((all, { rows }) => all * rows.length, 2 ** repairs.length) * weights.length;
  return statesOf(problem) <= MOST_STATES && summed <= MOST_SUMMED;
}
