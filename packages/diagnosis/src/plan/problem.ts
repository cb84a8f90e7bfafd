import { posteriorOf } from '../belief/posterior-of.ts';
import type { World } from '../belief/world.ts';
import { worldOf } from '../belief/world-of.ts';
import type { Model } from '../knowledge/model.ts';
import type { Known } from '../request.ts';

/** What is left to decide: hypotheses that are still possible, and steps that can still make a difference. */
export type Problem = {
  readonly world: World;
  readonly weights: Float64Array;
  readonly questions: readonly Question[];
  readonly actions: readonly Repair[];
  readonly call: number;
};

type Question = {
  /** Index in the model. */
  readonly index: number;
  readonly cost: number;
  /** By value, the chance of it under each hypothesis. */
  readonly rows: readonly Float64Array[];
};

type Repair = {
  readonly index: number;
  readonly cost: number;
  /** By hypothesis, the chance that all is well once it is done. */
  readonly cures: Float64Array;
};

type Step = { readonly kind: 'ask' | 'do'; readonly index: number } | { readonly kind: 'call' };

/** A step and the expected cost from before it until the trouble is gone, under the plan that begins with it. */
export type Plan = { readonly step: Step; readonly cost: number };

/** So little weight is no hypothesis any more: it moves no cost by more than rounding does. */
const NEGLIGIBLE = 1e-15;

export function problemOf(model: Model, known: Known): Problem {
  const wide = worldOf(model);
  const posterior = posteriorOf(model, known);
  const possible = [...posterior.keys()].filter((h) => posterior[h]! > NEGLIGIBLE);
  const { world, kept } = wide.narrow(possible);
  const asked = new Set(known.seen.map(({ observation }) => observation));
  const done = new Set(known.done.map(({ action }) => action));
  const questions = model.observations.flatMap(({ from, cost, values }, index): readonly Question[] => {
    if (from !== 'counter' || asked.has(index)) return [];
    const rows = values.map((_, value) => world.chances(index, value));
    return rows.some(varies) ? [{ index, cost, rows }] : [];
  });
  const actions = model.actions.flatMap(({ cost }, index): readonly Repair[] =>
    done.has(index) || !world.matters(index) ? [] : [{ index, cost, cures: world.cures(index) }],
  );
  const weights = Float64Array.from(kept, (h) => posterior[h]!);
  return { world, weights, questions, actions, call: model.call.cost };
}

const varies = (row: Float64Array): boolean => row.some((chance) => chance !== row[0]);
