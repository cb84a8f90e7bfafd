import type { Learned, Model } from '@duka/diagnosis';
import { applyLearned, mergeLearned, NOTHING_LEARNED, readKnowledge, readLearned } from '@duka/diagnosis';
import { counterKnowledge } from '@duka/knowledge';
import { forgiving } from './forgiving.ts';

/** Put in by the build (`duka guide --knowledge`, `--learned`): what those files hold, null where there are none. */
declare const KNOWLEDGE: unknown;
declare const LEARNED: unknown;

const knowledge = typeof KNOWLEDGE === 'undefined' ? null : KNOWLEDGE;
const learned = typeof LEARNED === 'undefined' || LEARNED === null ? NOTHING_LEARNED : readLearned(LEARNED);

/** The knowledge that this page was built with, and what was learned: elsewhere, and on this device. */
export function modelHere(onDevice: Learned): Model {
  const model = knowledge === null ? readKnowledge(counterKnowledge()) : forgiving(readKnowledge(knowledge));
  return applyLearned(model, mergeLearned(learned, onDevice));
}
