import type { Belief } from '../belief/belief.ts';
import type { Sets } from '../belief/sets.ts';
import type { Model } from '../knowledge/model.ts';
import type { Known, Terms } from '../known.ts';
import { USUAL_TERMS } from '../known.ts';

/** What is left to decide: hypotheses that are still possible, and steps that can still make a difference. */
export type Problem = {
  /** Of each hypothesis about the world as found, given the answers; summing to 1 after what was done. */
  readonly weights: Float64Array;
  /** The causes that each hypothesis holds, numbered anew: only those that are still possible. */
  readonly holds: Sets;
  /** By cause, the chance that what was done has left it. */
  readonly stays: Float64Array;
  readonly questions: readonly Question[];
  readonly repairs: readonly Repair[];
  readonly call: number;
};

type Question = {
  /** In the model. */
  readonly index: number;
  readonly cost: number;
  /** By value, the chance of it under each hypothesis. */
  readonly rows: readonly Float64Array[];
};

export type Repair = {
  /** In the model. */
  readonly index: number;
  readonly cost: number;
  /** The causes that it may remove, and beside each the chance. */
  readonly causes: Int32Array;
  readonly chances: Float64Array;
};

export type Step = { readonly kind: 'ask' | 'do'; readonly index: number } | { readonly kind: 'call' };

/** A step and the expected cost from before it until the trouble is gone, under the plan that begins with it. */
export type Plan = {
  readonly step: Step;
  readonly cost: number;
  /** The best plan that was weighed and begins with another step. */
  readonly second?: Plan;
};

/** So little weight is no hypothesis any more: it moves no cost by more than rounding does. */
const NEGLIGIBLE = 1e-15;

/** Where there are more, as with sets of more than twelve causes, the likeliest are planned for. */
const MOST_HYPOTHESES = 4096;

export function problemOf(model: Model, belief: Belief, known: Known, terms: Terms = USUAL_TERMS): Problem {
  const { world, weights, done } = belief;
  const left = world.persists(done);
  let still = 0;
  for (let h = 0; h < left.length; h++) still += left[h]! *= weights[h]!;
  const possible = possibleOf(left, still);
  const all = possible.length === left.length;
  const { holds, causes } = renumbered(
    Array.from(possible, (h) => world.causes(h)),
    model.causes.length,
  );
  const kept = all ? 1 : possible.reduce((sum, h) => sum + left[h]!, 0) / still;
  return {
    weights: Float64Array.from(possible, (h) => weights[h]! / (still * kept)),
    holds,
    stays: Float64Array.from(causes, (cause) => world.stays(cause, done)),
    questions: questionsOf(model, known, terms, (observation, value) =>
      world.chances(observation, value, all ? undefined : possible),
    ),
    repairs: repairsOf(model, new Set(done), terms, causes),
    call: model.call.cost,
  };
}

function possibleOf(left: Float64Array, still: number): Int32Array {
  const possible: number[] = [];
  for (let h = 0; h < left.length; h++) if (left[h]! > NEGLIGIBLE * still) possible.push(h);
  if (possible.length <= MOST_HYPOTHESES) return Int32Array.from(possible);
  return Int32Array.from(possible.sort((a, b) => left[b]! - left[a]!).slice(0, MOST_HYPOTHESES)).sort();
}

/** @returns `causes`: by new number, the index in the model */
function renumbered(sets: readonly ArrayLike<number>[], count: number) {
  const numbers = new Int32Array(count).fill(-1);
  const causes: number[] = [];
  const from = new Int32Array(sets.length + 1);
  const members: number[] = [];
  for (const [h, set] of sets.entries()) {
    for (let k = 0; k < set.length; k++) {
      const cause = set[k]!;
      if (numbers[cause]! < 0) numbers[cause] = causes.push(cause) - 1;
      members.push(numbers[cause]!);
    }
    from[h + 1] = members.length;
  }
  return { holds: { size: sets.length, from, members: Int32Array.from(members) }, causes };
}

function questionsOf(
  { observations }: Model,
  { seen }: Known,
  { asking }: Terms,
  rowOf: (observation: number, value: number) => Float64Array,
): readonly Question[] {
  if (asking === null) return [];
  const asked = new Set(seen.map(({ observation }) => observation));
  return observations.flatMap(({ from, cost, values }, index): readonly Question[] => {
    if (from !== 'counter' || asked.has(index)) return [];
    const rows = values.map((_, value) => rowOf(index, value));
    return rows.some(varies) ? [{ index, cost: cost + asking, rows }] : [];
  });
}

function varies(row: Float64Array): boolean {
  for (let h = 1; h < row.length; h++) if (row[h] !== row[0]) return true;
  return false;
}

function repairsOf(
  model: Model,
  done: ReadonlySet<number>,
  { without }: Terms,
  possible: readonly number[],
): readonly Repair[] {
  const number = new Map(possible.map((cause, i) => [model.causes[cause]!.id, i]));
  return model.actions.flatMap(({ id: action, cost, fixes }, index): readonly Repair[] => {
    if (done.has(index) || without.includes(action)) return [];
    const some = [...fixes].filter(([id, chance]) => chance > 0 && number.has(id));
    if (some.length === 0) return [];
    const causes = Int32Array.from(some, ([id]) => number.get(id)!);
    return [{ index, cost, causes, chances: Float64Array.from(some, ([, chance]) => chance) }];
  });
}
