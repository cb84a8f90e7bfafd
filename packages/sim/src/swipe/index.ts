export { encodeTrack } from './encode.ts';
export type { SwipeFault, SwipeRanges } from './faults.ts';
export { SWIPE_FAULTS, SWIPE_RANGES } from './faults.ts';
export type { SwipeSession, SwipeTrack } from './swipe.ts';
export { swipeSession } from './swipe.ts';
export type { WavKind } from './wav.ts';
export { writeWav } from './wav.ts';
