import type { Model } from '../knowledge/model.ts';
import { faultSets } from './fault-sets.ts';
import { singleFaults } from './single-faults.ts';
import type { World } from './world.ts';

const worlds = new WeakMap<Model, World>();

/** The model's hypotheses; made once. */
export function worldOf(model: Model): World {
  const made = worlds.get(model) ?? (model.faults === 'single' ? singleFaults(model) : faultSets(model));
  worlds.set(model, made);
  return made;
}
