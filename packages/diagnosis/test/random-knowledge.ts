import { Rng } from '@duka/sim';

/** What random knowledge is like; each choice is one that planners are known to stumble over. */
export type Family = {
  readonly faults: 'single' | 'independent';
  /** Questions and repairs together. */
  readonly steps: number;
  /** Chance that a repair also helps against a cause that it is not meant for. */
  readonly overlap: number;
  /** Range of the questions' costs. */
  readonly asking: readonly [number, number];
  /** Costs of repairs come in clusters, or spread over orders of magnitude. */
  readonly clustered: boolean;
};

/** Families of up to 12 steps: the optimum can be found for all of them. */
export const FAMILIES: { readonly [name: string]: Family } = {
  'independent repairs': { faults: 'single', steps: 12, overlap: 0, asking: [0.5, 5], clustered: false },
  'overlapping repairs': { faults: 'single', steps: 12, overlap: 0.35, asking: [0.5, 5], clustered: false },
  'cheap questions': { faults: 'single', steps: 12, overlap: 0.15, asking: [0.05, 0.5], clustered: false },
  'dear questions': { faults: 'single', steps: 12, overlap: 0.15, asking: [4, 20], clustered: false },
  'clustered costs': { faults: 'single', steps: 12, overlap: 0.15, asking: [0.5, 5], clustered: true },
  'noisy-OR': { faults: 'independent', steps: 10, overlap: 0.15, asking: [0.3, 5], clustered: false },
};

/** A knowledge file as JSON; the same for the same seed. */
export function randomKnowledge(family: Family, seed: number) {
  const rng = new Rng(seed);
  const several = family.faults === 'independent';
  const questions = several ? 2 + rng.below(4) : 3 + rng.below(4);
  const causes = Array.from({ length: several ? 3 + rng.below(3) : 4 + rng.below(6) }, (_, i) => ({
    id: `c${i}`,
    prior: several ? rng.between(0.02, 0.35) : rng.exponential(1) + 0.02,
  }));
  const row = (values: number) => shares(Array.from({ length: values }, () => rng.exponential(1) + 0.02));
  return {
    schema: 'duka.knowledge/1',
    faults: family.faults,
    causes,
    observations: Array.from({ length: questions }, (_, i) => {
      const values = several || rng.chance(0.6) ? 2 : 3;
      return {
        id: `q${i}`,
        cost: rng.logBetween(...family.asking),
        values: Array.from({ length: values }, (_, v) => `v${v}`),
        given: Object.fromEntries(causes.filter(() => rng.chance(0.6)).map(({ id }) => [id, row(values)])),
        otherwise: row(values),
      };
    }),
    actions: Array.from({ length: family.steps - questions }, (_, i) => ({
      id: `a${i}`,
      cost: family.clustered ? rng.pick([2, 10, 40]) * rng.between(0.95, 1.05) : rng.logBetween(1, 40),
      fixes: { ...others(rng, causes, family.overlap), [rng.pick(causes).id]: rng.between(0.4, 1) },
    })),
    call: { id: 'call', cost: rng.between(40, 150) },
  };
}

function others(rng: Rng, causes: readonly { readonly id: string }[], overlap: number) {
  return Object.fromEntries(causes.filter(() => rng.chance(overlap)).map(({ id }) => [id, rng.between(0.1, 0.95)]));
}

function shares(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}
