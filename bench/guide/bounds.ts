import type { Model } from '@duka/diagnosis';
import { weigh } from '@duka/diagnosis';
import { optimalPlan } from '../../packages/diagnosis/src/plan/plan.ts';
import { problemOf } from '../../packages/diagnosis/src/plan/problem.ts';
import type { Counter } from './world.ts';
import { chanceOfTap } from './world.ts';

/** So many repairs are weighed in every order. */
const MOST_REPAIRS = 14;
const NOTHING = { seen: [], done: [] };

/**
 * What a trouble costs at least, whatever the plan: the expected minutes of whoever is told all answers of a counter for nothing, and then
 * repairs in the best order. More is known than any plan knows, and nothing is paid for it, so that the mean over counters is below the cost of
 * every plan. The best order is worked out for the likeliest causes, as many as fourteen repairs concern; each other cause costs what it costs
 * whoever knows it, which is less still.
 */
export function leastCosts(model: Model): (counter: Counter) => number {
  const known = new Map(model.causes.map((cause) => [cause.id, repairsOf(model, [cause])]));
  return (counter) => {
    const after = posterior(model, counter);
    const first: Model['causes'][number][] = [];
    for (const cause of after) {
      if (concerning(model, [...first, cause]).length > MOST_REPAIRS) break;
      first.push(cause);
    }
    const mass = first.reduce((sum, { prior }) => sum + prior, 0);
    const rest = after.slice(first.length).reduce((sum, { id, prior }) => sum + prior * known.get(id)!, 0);
    return (mass > 0 ? mass * repairsOf(model, first) : 0) + rest;
  };
}

/** By what was answered at the counter, as people there answer. Likeliest first; sums to 1. */
function posterior(model: Model, counter: Counter): Model['causes'] {
  const weighed = model.causes.map((cause) => {
    const chances = model.observations.map(({ id, values, given, otherwise }) => {
      const answer = counter.answer(id);
      return answer === null ? 1 : chanceOfTap(given.get(cause.id) ?? otherwise, values.indexOf(answer));
    });
    return { ...cause, prior: chances.reduce((all, chance) => all * chance, cause.prior) };
  });
  const sum = weighed.reduce((all, { prior }) => all + prior, 0);
  return weighed.map((cause) => ({ ...cause, prior: cause.prior / sum })).sort((a, b) => b.prior - a.prior);
}

const concerning = ({ actions }: Model, causes: Model['causes']): Model['actions'] =>
  actions.filter(({ fixes }) => causes.some(({ id }) => (fixes.get(id) ?? 0) > 0));

/** What the best course of repairs costs, nothing asked: exactly. */
function repairsOf(model: Model, causes: Model['causes']): number {
  const small = {
    ...model,
    causes: causes.map((one) => ({ ...one, prior: one.prior || 1 })),
    observations: [],
    actions: concerning(model, causes),
  };
  const belief = weigh(small, NOTHING);
  if ('impossible' in belief) throw new Error('nothing rules a cause out');
  return optimalPlan(problemOf(small, belief, NOTHING)).cost;
}
