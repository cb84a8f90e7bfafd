import type { Frame } from './frame.ts';

/** The times of a log hang together: a silence of half a year lies between them and those of a clock that is wrong, ms. */
const SILENCE = 183 * 86_400_000;
/** No more than this part of the attempts at either end is odd; what is more is a log of two times. */
const FEW = 0.05;

/**
 * The first and last row of a log's own time. What lies half a year and more before or after them is of clocks that were reset (to 2000,
 * 1970 …) or set wrong. Of an empty log the last comes before the first.
 */
export function ownTime({ time, length }: Pick<Frame, 'time' | 'length'>): {
  readonly first: number;
  readonly last: number;
} {
  let first = Math.floor(FEW * length);
  let last = length - 1 - first;
  while (first > 0 && time[first]! - time[first - 1]! < SILENCE) first--;
  while (last < length - 1 && time[last + 1]! - time[last]! < SILENCE) last++;
  return { first, last };
}
