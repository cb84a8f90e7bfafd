import type { Model, ModelAction, ModelObservation } from '../knowledge/model.ts';
import type { Learned } from './learned.ts';
import { keyOf } from './learned.ts';

/** As many cases as the expert's word weighs, by what it is about. @internal */
export const EXPERT_WEIGHT = { causes: 40, answers: 10, cures: 8, minutes: 6 } as const;

/** The expert's times scatter so much: variance of the natural logarithm, about ± 60 %. */
const TIME_SPREAD = 0.25;

type Count = (...parts: readonly string[]) => number;

/**
 * The model with its numbers moved from the expert's estimates to what was seen: means of Dirichlet and Beta distributions whose
 * prior is the estimate with `EXPERT_WEIGHT`; for times, of a log-normal with a normal-gamma prior. Nothing learned changes
 * nothing.
 */
export function applyLearned(model: Model, { counts }: Learned): Model {
  const count: Count = (...parts) => counts[keyOf(...parts)] ?? 0;
  const cases = model.causes.reduce((sum, { id }) => sum + count('cause', id), 0);
  const scale = model.faults === 'single' ? model.causes.reduce((sum, { prior }) => sum + prior, 0) : 1;
  const weight = EXPERT_WEIGHT.causes;
  return {
    ...model,
    causes: model.causes.map((cause) => ({
      ...cause,
      prior: ((weight * cause.prior) / scale + count('cause', cause.id)) / (weight + cases),
    })),
    observations: model.observations.map((observation) => ({
      ...observation,
      given: new Map(model.causes.flatMap(({ id }) => rowAfter(model, observation, id, count))),
    })),
    actions: model.actions.map((action) => actionAfter(model, action, count)),
  };
}

function rowAfter(
  { faults }: Model,
  { id, values, given, otherwise }: ModelObservation,
  cause: string,
  count: Count,
): readonly (readonly [string, readonly number[]])[] {
  const row = given.get(cause);
  const seen = values.map((value) => count('seen', id, cause, value));
  const all = seen.reduce((sum, one) => sum + one, 0);
  if (all === 0) return row ? [[cause, row]] : [];
  const leak = otherwise[0]!;
  const alone = faults === 'single' ? (row ?? otherwise) : withLeak(row?.[0] ?? 0, leak);
  const after = alone.map((chance, v) => (EXPERT_WEIGHT.answers * chance + seen[v]!) / (EXPERT_WEIGHT.answers + all));
  return [[cause, faults === 'single' ? after : withoutLeak(after[0]!, leak)]];
}

/** What is seen of a cause alone is the cause or the leak; a noisy-OR's row is the cause without it. */
const withLeak = (own: number, leak: number): readonly number[] => {
  const negative = (1 - leak) * (1 - own);
  return [1 - negative, negative];
};
const withoutLeak = (positive: number, leak: number): readonly number[] => {
  const own = leak < 1 ? Math.max(0, 1 - (1 - positive) / (1 - leak)) : 0;
  return [own, 1 - own];
};

function actionAfter({ causes }: Model, action: ModelAction, count: Count): ModelAction {
  const fixes = new Map(action.fixes);
  for (const { id } of causes) {
    const helped = count('helped', action.id, id);
    const failed = count('failed', action.id, id);
    const expert = action.fixes.get(id) ?? 0;
    if (helped > 0 || (failed > 0 && expert > 0))
      fixes.set(id, (EXPERT_WEIGHT.cures * expert + helped) / (EXPERT_WEIGHT.cures + helped + failed));
  }
  const minutes = minutesAfter(action, count);
  return { ...action, fixes, minutes, cost: Math.max(0, action.cost + action.perMinute * (minutes - action.minutes)) };
}

function minutesAfter({ id, minutes }: ModelAction, count: Count): number {
  const times = count('minutes', id, 'times');
  if (times === 0 || minutes === 0) return minutes;
  const weight = EXPERT_WEIGHT.minutes;
  const expert = Math.log(minutes) - TIME_SPREAD / 2;
  const mean = count('minutes', id, 'log') / 1000 / times;
  const scatter = Math.max(0, count('minutes', id, 'log2') / 1e6 - times * mean ** 2);
  const shift = ((weight * times) / (weight + times)) * (mean - expert) ** 2;
  const variance = (weight * TIME_SPREAD + scatter + shift) / (weight + times);
  return Math.exp((weight * expert + times * mean) / (weight + times) + variance / 2);
}
