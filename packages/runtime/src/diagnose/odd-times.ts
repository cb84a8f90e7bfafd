import type { Frame } from '@duka/fleet';
import { ownTime } from '@duka/fleet';
import type { OddTimes } from '@duka/model';

const MOST_NAMED = 3;

/**
 * The attempts whose times lie half a year and more from all others; null where there are none. They are read all the same: what came before what at a terminal still holds.
 */
export function oddTimes({ time, length, text }: Pick<Frame, 'time' | 'length' | 'text'>): OddTimes | null {
  const { first, last } = ownTime({ time, length });
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
