import type { Model } from '../knowledge/model.ts';
import type { Sets } from './sets.ts';
import { setsOf } from './sets.ts';
import type { World } from './world.ts';

/**
 * Each cause is present by itself, and at least one is. The causes present act on an observation as a noisy-OR with `otherwise`
 * as the leak (Heckerman 1989): it is negative with the product of the negative chances of the leak and of each cause
 * present that `given` names. An action removes each cause present with its chance, each by itself; trouble is still there as
 * long as one is left.
 */
export function faultSets({ causes, observations, actions }: Model): World {
  const sets = setsOf(causes.length);
  const { size, from, members } = sets;
  const odds = causes.map(({ prior }) => prior / (1 - prior));
  const factors = observations.map(({ given }) => Float64Array.from(causes, ({ id }) => 1 - (given.get(id)?.[0] ?? 0)));
  const leaving = actions.map(({ fixes }) => Float64Array.from(causes, ({ id }) => 1 - (fixes.get(id) ?? 0)));
  const stays = (cause: number, done: readonly number[]) =>
    done.reduce((all, action) => all * leaving[action]![cause]!, 1);
  return {
    size,
    prior: () => priorOf(sets, odds),
    chances(observation, value, hypotheses) {
      const row = products(sets, factors[observation]!, 1 - observations[observation]!.otherwise[0]!, hypotheses);
      return value === 0 ? row.map((negative) => 1 - negative) : row;
    },
    persists(done) {
      const gone = Float64Array.from(causes, (_, cause) => 1 - stays(cause, done));
      return products(sets, gone, 1).map((allGone) => 1 - allGone);
    },
    stays,
    present(weights, done) {
      const held = new Float64Array(causes.length);
      for (let h = 0; h < size; h++) for (let k = from[h]!; k < from[h + 1]!; k++) held[members[k]!]! += weights[h]!;
      return held.map((weight, cause) => weight * stays(cause, done));
    },
    causes: (hypothesis) => members.subarray(from[hypothesis], from[hypothesis + 1]),
  };
}

/** Of each set, or of some of them, the product of its causes' factors. */
function products({ size, from, members }: Sets, factors: Float64Array, first: number, of?: Int32Array): Float64Array {
  const row = new Float64Array(of?.length ?? size).fill(first);
  for (let i = 0; i < row.length; i++) {
    const h = of ? of[i]! : i;
    for (let k = from[h]!; k < from[h + 1]!; k++) row[i]! *= factors[members[k]!]!;
  }
  return row;
}

/** Odds multiplied; a cause that is certain is in every set that counts. */
function priorOf({ size, from, members }: Sets, odds: readonly number[]): Float64Array {
  const certain = odds.filter((one) => one === Number.POSITIVE_INFINITY).length;
  const weights = new Float64Array(size);
  let sum = 0;
  for (let h = 0; h < size; h++) {
    let weight = 1;
    let held = 0;
    for (let k = from[h]!; k < from[h + 1]!; k++) {
      const one = odds[members[k]!]!;
      if (one === Number.POSITIVE_INFINITY) held++;
      else weight *= one;
    }
    weights[h] = held === certain ? weight : 0;
    sum += weights[h]!;
  }
  return weights.map((weight) => weight / sum);
}
