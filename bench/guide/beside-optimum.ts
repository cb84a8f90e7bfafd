import { narrowedPlan } from '../../packages/diagnosis/src/plan/narrowed.ts';
import { optimalPlan } from '../../packages/diagnosis/src/plan/plan.ts';
import type { Plan, Problem } from '../../packages/diagnosis/src/plan/problem.ts';
import { policyCost } from '../../packages/diagnosis/test/policy-cost.ts';
import { course } from '../planner/counter.ts';
import { ratioPlan } from '../planner/look-ahead.ts';
import type { Small } from './cut.ts';

type Policy = (problem: Problem) => Plan;

/** The cheapest repair first, whatever was seen, as a leaflet lists them. */
function checklistPlan({ repairs, call }: Problem): Plan {
  const [first] = [...repairs].sort((a, b) => a.cost - b.cost || a.index - b.index);
  return first ? { step: { kind: 'do', index: first.index }, cost: call } : { step: { kind: 'call' }, cost: call };
}

const POLICIES: { readonly [name: string]: Policy } = {
  'the true optimum': optimalPlan,
  'Duka, as with its whole knowledge': narrowedPlan,
  'best chance for its cost, no questions': ratioPlan,
  'checklist, cheapest first': checklistPlan,
  'calls service at once': ({ call }) => ({ step: { kind: 'call' }, cost: call }),
};

export type Result = {
  readonly name: string;
  /** Expected minutes, worked out through every answer and failure. */
  readonly exact: number;
  /** At the simulated troubles. */
  readonly cost: number;
  readonly steps: number;
};

/** What each policy costs at a small counter: exactly, and with the same hidden causes, answers and outcomes. */
export function besideOptimum({ model }: Small, troubles: number): readonly Result[] {
  return Object.entries(POLICIES).map(([name, policy]) => {
    const known = remembering(policy);
    const courses = Array.from({ length: troubles }, (_, seed) => course(model, known, seed + 1, () => {}));
    const mean = (of: 'cost' | 'steps') => courses.reduce((sum, one) => sum + one[of], 0) / troubles;
    return { name, exact: policyCost(model, known).cost, cost: mean('cost'), steps: mean('steps') };
  });
}

/** The same state of belief comes up again and again. */
function remembering(policy: Policy): Policy {
  const plans = new Map<string, Plan>();
  return (problem) => {
    const key = `${problem.weights.join()} ${problem.questions.map(({ index }) => index)} ${problem.repairs.map(({ index }) => index)}`;
    const plan = plans.get(key) ?? policy(problem);
    if (plans.size < 100_000) plans.set(key, plan);
    return plan;
  };
}
