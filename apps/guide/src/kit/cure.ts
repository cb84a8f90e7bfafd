import type { Model } from '@duka/diagnosis';
import type { Plan } from './kit.ts';

/**
 * What it was, now that a step has helped: a cause that the step seldom removes was hardly there. Best first, summing to 1; empty
 * where the step removes none of them.
 * @param causes as likely as they were before the step that helped
 */
export function causesOfCure(model: Model, causes: Plan['causes'], helped: string): Plan['causes'] {
  const fixes = model.actions.find(({ id }) => id === helped)?.fixes;
  const weights = causes.map(({ cause, probability }) => probability * (fixes?.get(cause) ?? 0));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return [];
  return causes
    .map(({ cause }, i) => ({ cause, probability: weights[i]! / sum }))
    .sort((a, b) => b.probability - a.probability);
}
