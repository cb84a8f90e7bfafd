import type { Learned, Model } from '@duka/diagnosis';
import { learn, NOTHING_LEARNED, readLearned } from '@duka/diagnosis';
import type { Evidence, Plan } from './kit.ts';

/** What helped says which cause it was only where no other is likely: the guide must not teach itself its own guesses. */
const CLEAR = 0.8;

/** What was kept of closed cases; null where it is damaged or of another version. */
export function keptLearned(text: string | null): Learned | null {
  try {
    return text === null ? NOTHING_LEARNED : readLearned(JSON.parse(text));
  } catch {
    return null;
  }
}

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

/**
 * What is known of closed cases with this one added, as text to keep. It counts ids of the knowledge, and merges with that of
 * other devices; null where the case teaches nothing certain.
 * @param causes as likely as they were before the step that helped
 */
export function learnedFrom(
  model: Model,
  kept: string | null,
  { answers, failed }: Evidence,
  causes: Plan['causes'],
  helped: string,
): string | null {
  const [likeliest] = causesOfCure(model, causes, helped);
  if (likeliest === undefined || likeliest.probability < CLEAR) return null;
  const closed = { cause: likeliest.cause, observations: answers, failed, helped, minutes: {} };
  return JSON.stringify(learn(model, keptLearned(kept) ?? NOTHING_LEARNED, closed));
}
