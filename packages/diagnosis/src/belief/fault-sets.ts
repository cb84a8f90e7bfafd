import type { Model } from '../knowledge/model.ts';
import type { Sets } from './sets.ts';
import { closure, setsOf } from './sets.ts';
import type { World } from './world.ts';

/** Rows of more sets than this are not kept: there may be many of them, and each is read once. */
const MOST_KEPT = 20_000;

/** A model in numbers: by cause, the factor with which it lowers each observation's negative chance; the leak's own factor. */
type Tables = {
  readonly odds: readonly number[];
  readonly factors: readonly (readonly number[])[];
  readonly leaks: readonly number[];
  readonly fixes: readonly (readonly (readonly [cause: number, chance: number])[])[];
};

/**
 * Each cause is present by itself, and at least one is. The causes present act on an observation as a noisy-OR with `otherwise`
 * as the leak (Heckerman 1989): it is negative with the product of the negative chances of the leak and of each cause
 * present that `given` names. An action removes each cause present with its chance, each by itself; trouble is still there as
 * long as one is left.
 */
export function faultSets({ causes, observations, actions }: Model): World {
  const index = new Map(causes.map(({ id }, i) => [id, i]));
  return worldOfSets(setsOf(causes.length), {
    odds: causes.map(({ prior }) => prior / (1 - prior)),
    factors: observations.map(({ given }) => causes.map(({ id }) => 1 - (given.get(id)?.[0] ?? 0))),
    leaks: observations.map(({ otherwise }) => 1 - otherwise[0]!),
    fixes: actions.map(({ fixes }) => Array.from(fixes, ([id, chance]) => [index.get(id)!, chance] as const)),
  });
}

function worldOfSets(sets: Sets, tables: Tables): World {
  const { size, from, members } = sets;
  const causes = tables.odds.length;
  const holding = holders(sets, causes);
  const rows = new Map<number, Float64Array>();
  return {
    size,
    prior: () => priorOf(sets, tables.odds),
    chances(observation, value) {
      const key = 2 * observation + value;
      const row = rows.get(key) ?? chancesOf(sets, tables, observation, value);
      if (size <= MOST_KEPT) rows.set(key, row);
      return row;
    },
    fail(weights, action, into) {
      if (into !== weights) into.set(weights);
      for (const [cause, chance] of tables.fixes[action]!) remove(into, holding[cause]!, chance);
    },
    cures(action) {
      const fixes = new Map(tables.fixes[action]);
      const cures = new Float64Array(size).fill(1);
      for (let h = 0; h < size; h++)
        for (let k = from[h]!; k < from[h + 1]!; k++) cures[h]! *= fixes.get(members[k]!) ?? 0;
      return cures;
    },
    matters: (action) => tables.fixes[action]!.some(([cause, chance]) => chance > 0 && holding[cause]!.length > 0),
    byCause(weights) {
      const held = new Float64Array(causes);
      for (let h = 0; h < size; h++) for (let k = from[h]!; k < from[h + 1]!; k++) held[members[k]!]! += weights[h]!;
      return held;
    },
    causes: (hypothesis) => [...members.subarray(from[hypothesis], from[hypothesis + 1])],
    narrow(hypotheses) {
      const closed = closure(sets, hypotheses);
      return { world: worldOfSets(closed.sets, tables), kept: closed.kept };
    },
  };
}

/** @param pairs of a set that holds the cause, and the set without it */
function remove(weights: Float64Array, pairs: Int32Array, chance: number): void {
  for (let k = 0; k < pairs.length; k += 2) {
    const [whole, less] = [pairs[k]!, pairs[k + 1]!];
    const gone = weights[whole]! * chance;
    if (less >= 0) weights[less]! += gone;
    weights[whole]! -= gone;
  }
}

function holders({ size, from, members, without }: Sets, causes: number): readonly Int32Array[] {
  const pairs: number[][] = Array.from({ length: causes }, () => []);
  for (let h = 0; h < size; h++) for (let k = from[h]!; k < from[h + 1]!; k++) pairs[members[k]!]!.push(h, without[k]!);
  return pairs.map((list) => Int32Array.from(list));
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

function chancesOf({ size, from, members }: Sets, { factors, leaks }: Tables, observation: number, value: number) {
  const row = new Float64Array(size);
  const factor = factors[observation]!;
  for (let h = 0; h < size; h++) {
    let negative = leaks[observation]!;
    for (let k = from[h]!; k < from[h + 1]!; k++) negative *= factor[members[k]!]!;
    row[h] = value === 0 ? 1 - negative : negative;
  }
  return row;
}
