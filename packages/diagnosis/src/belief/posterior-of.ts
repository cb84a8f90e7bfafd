import { fail } from '@duka/model';
import type { Model } from '../knowledge/model.ts';
import type { Known } from '../request.ts';
import { multiply, total } from './weights.ts';
import { worldOf } from './world-of.ts';

/**
 * The weights of the world's hypotheses after what is known, summing to 1. Answers are about the world as it was found, before
 * the actions: with one fault the order does not matter, with several it is a convention (docs/decisions).
 * @throws DukaError request.contradiction where no hypothesis allows what is known
 */
export function posteriorOf(model: Model, { seen, done }: Known): Float64Array {
  const world = worldOf(model);
  const weights = world.prior();
  const settle = (at: string) => {
    const sum = total(weights);
    if (!(sum > 0)) throw fail('request.contradiction', { at });
    for (let h = 0; h < weights.length; h++) weights[h]! /= sum;
  };
  for (const { observation, value, at } of seen) {
    if (value < 0) continue;
    multiply(weights, world.chances(observation, value), weights);
    settle(at);
  }
  for (const { action, at } of done) {
    world.fail(weights, action, weights);
    settle(at);
  }
  return weights;
}
