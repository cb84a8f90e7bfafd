import type { Text } from '@duka/model';
import type { NextStep } from '../advise.ts';
import { nextOf } from '../advise.ts';
import { presentChances } from '../belief/belief.ts';
import { beliefOf } from '../belief/belief-of.ts';
import { dot } from '../belief/weights.ts';
import type { Model } from '../knowledge/model.ts';
import type { Known, Request, Terms } from '../known.ts';
import { planFor } from '../plan/plan.ts';
import type { Plan } from '../plan/problem.ts';
import { problemOf } from '../plan/problem.ts';
import { readRequest } from '../request.ts';
import type { Evidence } from './evidence.ts';
import { evidenceOf } from './evidence.ts';
import { evidenceText, stepText } from './words.ts';

export type Explained = {
  /** Best first. `evidence` is what moved the cause, what moved it most first; what hardly did is left out. */
  readonly causes: readonly {
    readonly cause: string;
    readonly probability: number;
    readonly evidence: readonly (Evidence & { readonly text: Text })[];
  }[];
  readonly step: {
    readonly next: NextStep;
    /** That the step ends the trouble; null for a question. */
    readonly chance: number | null;
    /** What else could be done first, and how much dearer all would be then; null where there is nothing else. */
    readonly instead: { readonly next: NextStep; readonly dearer: number } | null;
    readonly text: Text;
  };
};

/** log10 of a factor that is worth a word: a quarter more or less. */
const WORTH_SAYING = 0.1;

/**
 * Why these causes, and why this step now.
 * @throws DukaError request.value, request.unknown, request.contradiction
 */
export function explain(model: Model, request: Request, terms?: Terms): Explained {
  const known = readRequest(model, request);
  const belief = beliefOf(model, known);
  const evidence = evidenceOf(model, known);
  const present = presentChances(belief);
  const causes = model.causes.map(({ id }, i) => ({
    cause: id,
    probability: present[i]!,
    evidence: evidence[i]!.filter(({ weight }) => Math.abs(weight) >= WORTH_SAYING)
      .map((one) => ({ ...one, text: evidenceText(model, one) }))
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  }));
  const plan = planFor(problemOf(model, belief, known, terms));
  return { causes: causes.sort((a, b) => b.probability - a.probability), step: stepOf(model, known, plan) };
}

function stepOf(model: Model, known: Known, { step, cost, second }: Plan): Explained['step'] {
  const next = nextOf(model, step);
  const chance = step.kind === 'ask' ? null : step.kind === 'call' ? 1 : chanceOf(model, known, step.index);
  const instead = second ? { next: nextOf(model, second.step), dearer: Math.max(0, second.cost - cost) } : null;
  return { next, chance, instead, text: stepText(next, chance, instead) };
}

function chanceOf(model: Model, known: Known, action: number): number {
  const { world, weights, done } = beliefOf(model, known);
  return 1 - dot(weights, world.persists([...done, action])) / dot(weights, world.persists(done));
}
