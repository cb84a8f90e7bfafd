import type { Advice } from './advise.ts';
import { causesOf, nextOf } from './advise.ts';
import { beliefOf } from './belief/belief-of.ts';
import type { Model } from './knowledge/model.ts';
import type { Request, Terms } from './known.ts';
import { expectedCost } from './plan/expected.ts';
import { planFor } from './plan/plan.ts';
import { problemOf } from './plan/problem.ts';
import { readRequest } from './request.ts';

type Answer = Advice & {
  /**
   * From here until the trouble is gone, asked again after each step; in the model's unit of cost. Exact where all states of
   * belief can be visited (everything of up to about 12 steps), elsewhere an estimate.
   */
  readonly expectedCost: number;
};

/**
 * The causes after what is known, and the step that begins the plan with the least expected cost.
 * @throws DukaError request.value, request.unknown, request.contradiction
 */
export function troubleshoot(model: Model, request: Request, terms?: Terms): Answer {
  const known = readRequest(model, request);
  const belief = beliefOf(model, known);
  const problem = problemOf(model, belief, known, terms);
  const plan = planFor(problem);
  return {
    causes: causesOf(model, belief),
    next: nextOf(model, plan.step),
    // Reckoned when it is asked for: the estimate takes as long as the plan.
    get expectedCost() {
      return expectedCost(problem, plan);
    },
  };
}
