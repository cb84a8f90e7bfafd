/** A file of its own: only a device, or a page, that has learned something begins with it. */
export { NOTHING_LEARNED } from '@duka/diagnosis';
export { afterLearning } from './after-learning.ts';
export { keptLearned } from './learned.ts';
