import { AttemptStore, readFrame } from '@duka/fleet';
import { describe, expect, it } from 'vitest';
import { oddTimes } from '../src/diagnose/odd-times.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 1);

/** A hundred attempts of a day at T, and more at other terminals and times. */
const logWith = (...more: readonly (readonly [terminal: string, time: number])[]) => {
  const store = new AttemptStore();
  const ordinary = Array.from({ length: 100 }, (_, i) => ['T', NOW + (i * DAY) / 100] as const);
  for (const [terminal_id, time] of [...ordinary, ...more]) {
    store.append({ time, terminal_id, interface: 'chip', outcome: 'ok' });
  }
  return readFrame(store);
};

describe('Times that are odd', () => {
  it('are those of a terminal whose clock was reset, and of one that is years ahead', () => {
    const reset = Date.UTC(2000, 0, 1);
    const log = logWith(['A', reset], ['A', reset + DAY], ['B', Date.UTC(2086, 0, 1)]);
    expect(oddTimes(log)).toEqual({ attempts: 3, terminals: 2, terminal_ids: ['A', 'B'] });
  });

  it('are none where all is of one time, nor months before it', () => {
    expect(oddTimes(logWith())).toBeNull();
    expect(oddTimes(logWith(['A', NOW - 100 * DAY]))).toBeNull();
  });

  it('are none where a log is of two times', () => {
    const lastYear = Array.from({ length: 50 }, (_, i) => ['T', NOW - 365 * DAY + i] as const);
    expect(oddTimes(logWith(...lastYear))).toBeNull();
  });

  it('names the three terminals with most of them, and counts the others', () => {
    const each = ['A', 'B', 'C', 'D'].map((terminal, i) => [terminal, i] as const);
    expect(oddTimes(logWith(...each))).toEqual({ attempts: 4, terminals: 4, terminal_ids: ['A', 'B', 'C'] });
  });

  it('are none in an empty log, nor in one of a single attempt', () => {
    const store = new AttemptStore();
    expect(oddTimes(readFrame(store))).toBeNull();
    store.append({ time: NOW, terminal_id: 'T', interface: 'chip', outcome: 'ok' });
    expect(oddTimes(readFrame(store))).toBeNull();
  });
});
