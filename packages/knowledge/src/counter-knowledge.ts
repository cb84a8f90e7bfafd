import { knowledgeOf } from './knowledge-of.ts';
import { COUNTER_OBSERVATIONS } from './observations/counter.ts';

/** The same as far as people at a counter can be asked: a page need not carry what only logs and probes tell. */
export const counterKnowledge = () => knowledgeOf(COUNTER_OBSERVATIONS);
