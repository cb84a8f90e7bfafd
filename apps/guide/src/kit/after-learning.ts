import type { Learned, Model } from '@duka/diagnosis';
import { applyLearned, mergeLearned, NOTHING_LEARNED } from '@duka/diagnosis';

/** The model after what was learned: elsewhere, and on this device. */
export const afterLearning = (model: Model, ...learned: readonly (Learned | null)[]): Model =>
  applyLearned(
    model,
    learned.reduce<Learned>((all, one) => (one === null ? all : mergeLearned(all, one)), NOTHING_LEARNED),
  );
