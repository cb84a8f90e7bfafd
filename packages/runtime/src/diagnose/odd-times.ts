import type { Frame } from '@duka/fleet';
import type { OddTimes } from '@duka/model';

/** The times of a log hang together: a silence of half a year lies between them and those of a clock that is wrong. */
const SILENCE = 183 * 86_400_000;
/** No more than this part of the attempts at either end is odd; what is more is a log of two times. */
const FEW = 0.05;
const MOST_NAMED = 3;

/**
 * The attempts whose times lie half a year and more from all others, as of terminals whose clock was reset (to 2000, 1970 …) or set
 * wrong; null where there are none. They are read all the same: what came before what at a terminal still holds.
 */
export function oddTimes({ time, length, text }: Pick<Frame, 'time' | 'length' | 'text'>): OddTimes | null {
  let first = Math.floor(FEW * length);
  let last = length - 1 - first;
  while (first > 0 && time[first]! - time[first - 1]! < SILENCE) first--;
  while (last < length - 1 && time[last + 1]! - time[last]! < SILENCE) last++;
  const attempts = new Map<number, number>();
  const count = (from: number, to: number): void => {
    for (const terminal of text.terminal_id.codes.subarray(from, to)) {
      attempts.set(terminal, (attempts.get(terminal) ?? 0) + 1);
    }
  };
  count(0, first);
  count(last + 1, length);
  if (attempts.size === 0) return null;
  const most = [...attempts].sort(([a, m], [b, n]) => n - m || a - b);
  return {
    attempts: most.reduce((sum, [, count]) => sum + count, 0),
    terminals: attempts.size,
    terminal_ids: most.slice(0, MOST_NAMED).map(([terminal]) => text.terminal_id.value(terminal)),
  };
}
