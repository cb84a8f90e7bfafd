import { latticePlan, statesOf } from './lattice.ts';
import { narrowedPlan } from './narrowed.ts';
import type { Plan, Problem } from './problem.ts';

/** As much is worked out in a tenth of a second or so: states times steps, and chances added up for them. */
const MOST_STEPS = 2 ** 24;
const MOST_SUMMED = 2 ** 26;

/**
 * Where all states of belief can be visited, the plan with the least expected cost, and exactly that cost. That holds for
 * nearly everything of up to 12 steps. Elsewhere a plan that is near it, and what it would cost without a new plan after each step.
 */
export function planFor(problem: Problem): Plan {
  return isSmall(problem) ? optimalPlan(problem) : narrowedPlan(problem);
}

/** The true optimum, whatever work it takes. @internal */
export function optimalPlan(problem: Problem): Plan {
  return latticePlan(problem, { step: { kind: 'call' }, cost: problem.call });
}

/** Whether all states of belief can be visited. */
export function isSmall(problem: Problem): boolean {
  const { questions, repairs, weights } = problem;
  const summed = questions.reduce((all, { rows }) => all * rows.length, 2 ** repairs.length) * weights.length;
  return statesOf(problem) * (questions.length + repairs.length) <= MOST_STEPS && summed <= MOST_SUMMED;
}
