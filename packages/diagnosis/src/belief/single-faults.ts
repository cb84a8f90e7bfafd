import type { Model } from '../knowledge/model.ts';
import { multiply } from './weights.ts';
import type { World } from './world.ts';

type Tables = {
  readonly prior: Float64Array;
  readonly chances: readonly (readonly Float64Array[])[];
  readonly failing: readonly Float64Array[];
  readonly cause: Int32Array;
};

/** Exactly one cause is present. An action that fails leaves it as it was: cause and earlier answers stay true together. */
export function singleFaults({ causes, observations, actions }: Model): World {
  const sum = causes.reduce((all, { prior }) => all + prior, 0);
  return worldOfTables(
    {
      prior: Float64Array.from(causes, ({ prior }) => prior / sum),
      chances: observations.map(({ values, given, otherwise }) =>
        values.map((_, value) => Float64Array.from(causes, ({ id }) => (given.get(id) ?? otherwise)[value]!)),
      ),
      failing: actions.map(({ fixes }) => Float64Array.from(causes, ({ id }) => 1 - (fixes.get(id) ?? 0))),
      cause: Int32Array.from(causes.keys()),
    },
    causes.length,
  );
}

function worldOfTables({ prior, chances, failing, cause }: Tables, causes: number): World {
  return {
    size: prior.length,
    prior: () => Float64Array.from(prior),
    chances: (observation, value) => chances[observation]![value]!,
    fail: (weights, action, into) => multiply(weights, failing[action]!, into),
    cures: (action) => failing[action]!.map((chance) => 1 - chance),
    matters: (action) => failing[action]!.some((chance) => chance < 1),
    byCause(weights) {
      const held = new Float64Array(causes);
      for (let h = 0; h < cause.length; h++) held[cause[h]!] = weights[h]!;
      return held;
    },
    causes: (hypothesis) => [cause[hypothesis]!],
    narrow(hypotheses) {
      const kept = Int32Array.from(hypotheses);
      const pick = (row: Float64Array) => Float64Array.from(kept, (h) => row[h]!);
      const tables = {
        prior: pick(prior),
        chances: chances.map((rows) => rows.map(pick)),
        failing: failing.map(pick),
        cause: kept.map((h) => cause[h]!),
      };
      return { world: worldOfTables(tables, causes), kept };
    },
  };
}
