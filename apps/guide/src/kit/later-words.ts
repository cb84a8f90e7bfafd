import type { PackedLater } from './packed.ts';

/** Put in by the build. */
declare const LATER_WORDS: PackedLater;

/** A file of its own: a course begins without. */
export const laterWords: PackedLater = LATER_WORDS;
