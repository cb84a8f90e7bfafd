import type { Model } from '../knowledge/model.ts';
import type { Known } from '../known.ts';
import { dot, multiply, total } from './weights.ts';
import type { World } from './world.ts';
import { worldOf } from './world-of.ts';

export type Belief = {
  readonly world: World;
  /** Of each hypothesis about the world as found, given the answers; sums to 1. */
  readonly weights: Float64Array;
  /** Actions that were done. */
  readonly done: readonly number[];
};

/** The first answer or action that no hypothesis allows: where it stands in the request. */
export type Impossible = { readonly impossible: string };

/** What is to be believed after what is known. */
export function weigh(model: Model, known: Known): Belief | Impossible {
  const world = worldOf(model);
  const weights = world.prior();
  for (const { observation, value, at } of known.seen) {
    if (value < 0) continue;
    multiply(weights, world.chances(observation, value), weights);
    const sum = total(weights);
    if (!(sum > 0)) return { impossible: at };
    for (let h = 0; h < weights.length; h++) weights[h]! /= sum;
  }
  const done = known.done.map(({ action }) => action);
  if (dot(weights, world.persists(done)) > 0) return { world, weights, done };
  const first = done.findIndex((_, i) => !(dot(weights, world.persists(done.slice(0, i + 1))) > 0));
  return { impossible: known.done[first]!.at };
}

/** Of each cause, the chance that it is present now. */
export function presentChances({ world, weights, done }: Belief): Float64Array {
  const still = dot(weights, world.persists(done));
  return world.present(weights, done).map((weight) => weight / still);
}
