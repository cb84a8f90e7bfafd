import type { Action, CauseId, CauseProbability } from '@duka/model';
import { narrowedPlan } from './plan/narrowed.ts';
import type { Problem, Repair } from './plan/problem.ts';

/** Finding the people and the place costs something whatever is done there, in minutes of a cashier's time. */
const SETTING_OUT = 2;
/** A cause, and a cure, that is less likely than this is nothing to begin with. */
const WORTH_TRYING = 0.05;

/**
 * What to do about a fault that is known from a log alone: the first step of the planner's best course of repairs, nothing asked.
 * Only actions that are remedies of a cause in question count.
 * @param effortOf what an action costs, in minutes of a cashier's time
 */
export function nextStep(
  causes: readonly CauseProbability[],
  actions: Readonly<Record<string, Action>>,
  remediesOf: (cause: CauseId) => readonly string[],
  effortOf: (action: Action) => number,
): Action {
  const { 'call.service': call } = actions;
  if (!call) throw new Error('the knowledge has no action call.service');
  const remedies = new Set(
    causes.filter(({ probability }) => probability >= WORTH_TRYING).flatMap(({ cause }) => remediesOf(cause)),
  );
  const candidates = [...remedies]
    .sort()
    .flatMap((id) => actions[id] ?? [])
    .filter((action) => action !== call && curesOf(action, causes) >= WORTH_TRYING);
  const costOf = (action: Action) => SETTING_OUT + effortOf(action);
  const { step } = narrowedPlan(problemOf(causes, candidates, costOf, costOf(call)));
  return step.kind === 'do' ? candidates[step.index]! : call;
}

const curesOf = ({ fixes }: Action, causes: readonly CauseProbability[]): number =>
  causes.reduce((sum, { cause, probability }) => sum + probability * (fixes[cause] ?? 0), 0);

function problemOf(
  causes: readonly CauseProbability[],
  actions: readonly Action[],
  costOf: (action: Action) => number,
  call: number,
): Problem {
  const numbers = Int32Array.from(causes.keys());
  return {
    weights: Float64Array.from(causes, ({ probability }) => probability),
    holds: { size: causes.length, from: Int32Array.from({ length: causes.length + 1 }, (_, i) => i), members: numbers },
    stays: new Float64Array(causes.length).fill(1),
    questions: [],
    repairs: actions.map((action, index): Repair => {
      const touched = numbers.filter((i) => (action.fixes[causes[i]!.cause] ?? 0) > 0);
      return {
        index,
        cost: costOf(action),
        causes: touched,
        chances: Float64Array.from(touched, (i) => action.fixes[causes[i]!.cause]!),
      };
    }),
    call,
  };
}
