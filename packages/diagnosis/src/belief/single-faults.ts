import type { Model } from '../knowledge/model.ts';
import { multiply } from './weights.ts';
import type { World } from './world.ts';

/** Exactly one cause is present. An action that fails leaves it as it was. */
export function singleFaults({ causes, observations, actions }: Model): World {
  const size = causes.length;
  const sum = causes.reduce((all, { prior }) => all + prior, 0);
  const chances = observations.map(({ values, given, otherwise }) =>
    values.map((_, value) => Float64Array.from(causes, ({ id }) => (given.get(id) ?? otherwise)[value]!)),
  );
  const leaving = actions.map(({ fixes }) => Float64Array.from(causes, ({ id }) => 1 - (fixes.get(id) ?? 0)));
  const persists = (done: readonly number[]): Float64Array => {
    const row = new Float64Array(size).fill(1);
    for (const action of done) multiply(row, leaving[action]!, row);
    return row;
  };
  return {
    size,
    prior: () => Float64Array.from(causes, ({ prior }) => prior / sum),
    chances(observation, value, hypotheses) {
      const row = chances[observation]![value]!;
      return hypotheses ? Float64Array.from(hypotheses, (h) => row[h]!) : row;
    },
    persists,
    stays: (cause, done) => done.reduce((all, action) => all * leaving[action]![cause]!, 1),
    present(weights, done) {
      const row = persists(done);
      multiply(weights, row, row);
      return row;
    },
    causes: (hypothesis) => [hypothesis],
  };
}
