import type { Learned, Model } from '@duka/diagnosis';
import { learn, NOTHING_LEARNED, readLearned } from '@duka/diagnosis';
import { causesOfCure } from './cure.ts';
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
