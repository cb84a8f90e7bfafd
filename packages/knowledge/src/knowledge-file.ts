import { knowledgeOf } from './knowledge-of.ts';
import { OBSERVATIONS } from './observations/index.ts';

/**
 * Duka's own knowledge as a knowledge file (duka.knowledge/1): what `--knowledge FILE` would replace. Only observations
 * whose `from` is "counter" can be asked of people; those from a log or a probe come as evidence.
 */
export const knowledgeFile = () => knowledgeOf(OBSERVATIONS);
