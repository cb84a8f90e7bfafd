import { presentChances } from '../belief/belief.ts';
import { beliefOf } from '../belief/belief-of.ts';
import type { Model } from '../knowledge/model.ts';
import type { Known } from '../known.ts';

/** How one answer, or one action that did not help, moved a cause. */
export type Evidence = {
  readonly kind: 'answer' | 'failed';
  readonly id: string;
  /** The answer; null for an action. */
  readonly value: string | null;
  /** log10 of the factor by which it changed the cause's odds, given what came before it: they add up to the whole change. */
  readonly weight: number;
};

/** What rules a cause out, or leaves no other, weighs this much: a number that JSON has. */
const CERTAIN = 99;

/**
 * By cause, in the model's order, what moved it: answers as the request lists them, then actions.
 * @throws DukaError request.contradiction
 */
export function evidenceOf(model: Model, known: Known): readonly (readonly Evidence[])[] {
  const told = known.seen.filter(({ value }) => value >= 0);
  const stages: readonly Known[] = [
    ...told.map((_, k) => ({ seen: told.slice(0, k), done: [] })),
    ...known.done.map((_, k) => ({ seen: told, done: known.done.slice(0, k) })),
    { seen: told, done: known.done },
  ];
  const odds = stages.map((stage) => presentChances(beliefOf(model, stage)).map(logOdds));
  const items = [
    ...told.map(({ observation, value }) => {
      const { id, values } = model.observations[observation]!;
      return { kind: 'answer', id, value: values[value]! } as const;
    }),
    ...known.done.map(({ action }) => ({ kind: 'failed', id: model.actions[action]!.id, value: null }) as const),
  ];
  return model.causes.map((_, cause) =>
    items.map((item, k) => ({ ...item, weight: odds[k + 1]![cause]! - odds[k]![cause]! })),
  );
}

function logOdds(chance: number): number {
  const log = Math.log10(chance / Math.max(0, 1 - chance));
  return Math.min(CERTAIN, Math.max(-CERTAIN, log));
}
