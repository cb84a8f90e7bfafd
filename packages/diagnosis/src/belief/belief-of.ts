import { fail } from '@duka/model';
import type { Model } from '../knowledge/model.ts';
import type { Known } from '../known.ts';
import type { Belief } from './belief.ts';
import { weigh } from './belief.ts';

/** @throws DukaError request.contradiction with the first answer or action that no hypothesis allows */
export function beliefOf(model: Model, known: Known): Belief {
  const belief = weigh(model, known);
  if ('impossible' in belief) throw fail('request.contradiction', { at: belief.impossible });
  return belief;
}
