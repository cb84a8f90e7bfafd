import type { Model } from '@duka/diagnosis';
import { readKnowledge } from '@duka/diagnosis';
import { counterKnowledge } from '@duka/knowledge';
import type { Kit } from './kit.ts';
import { kitOf } from './kit-of.ts';
import { wordsOf } from './words-of.ts';

/**
 * Knowledge, Duka's own unless another is given, with whatever Duka has words for: where the page is built, which itself carries it packed.
 * @param dearer by how many minutes a question costs more than the first one, after so many
 */
export const ownKit = (model: Model = readKnowledge(counterKnowledge()), dearer?: (asked: number) => number): Kit =>
  kitOf(model, wordsOf(model), dearer && { dearer });
