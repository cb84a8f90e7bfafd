import type { Learned, Model } from '@duka/diagnosis';
import { readKnowledge, readLearned } from '@duka/diagnosis';
import { counterKnowledge } from '@duka/knowledge';
import { forgiving } from './forgiving.ts';

/** Put in by the build (`duka guide --knowledge`, `--learned`): what those files hold, null where there are none. */
declare const KNOWLEDGE: unknown;
declare const LEARNED: unknown;

/** The knowledge that this page is built with. */
export const modelBuiltWith = (): Model =>
  KNOWLEDGE === null ? readKnowledge(counterKnowledge()) : forgiving(readKnowledge(KNOWLEDGE));

/** What was learned elsewhere, where that is built in. */
export const learnedBuiltWith = (): Learned | null => (LEARNED === null ? null : readLearned(LEARNED));
