import { fail } from '@duka/model';
import type { Model } from '../knowledge/model.ts';
import type { Known } from '../request.ts';
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

/** @throws DukaError request.contradiction with the first answer or action that no hypothesis allows */
export function beliefOf(model: Model, known: Known): Belief {
  const world = worldOf(model);
  const weights = world.prior();
  for (const { observation, value, at } of known.seen) {
    if (value < 0) continue;
    multiply(weights, world.chances(observation, value), weights);
    const sum = total(weights);
    if (!(sum > 0)) throw fail('request.contradiction', { at });
    for (let h = 0; h < weights.length; h++) weights[h]! /= sum;
  }
  const done = known.done.map(({ action }) => action);
  if (dot(weights, world.persists(done)) > 0) return { world, weights, done };
  const first = done.findIndex((_, i) => !(dot(weights, world.persists(done.slice(0, i + 1))) > 0));
  throw fail('request.contradiction', { at: known.done[first]!.at });
}

/** Of each cause, the chance that it is present now. */
export function presentChances({ world, weights, done }: Belief): Float64Array {
  const still = dot(weights, world.persists(done));
  return world.present(weights, done).map((weight) => weight / still);
}
