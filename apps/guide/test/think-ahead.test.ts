import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guideOf } from '../src/guide.ts';
import type { Evidence } from '../src/kit/kit.ts';
import { thinkAhead } from '../src/think-ahead.ts';
import { TOY } from './kit-fixture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const planned: Evidence[] = [];
  const kit = {
    ...TOY,
    plan(evidence: Evidence) {
      planned.push(evidence);
      return TOY.plan(evidence);
    },
  };
  const ports = { memory: { get: () => null, set: () => {} }, now: () => 0, newId: () => 'c', tell: () => {} };
  const context = { terminal: null, model: null };
  const guide = guideOf(kit, ports, { context, lang: 'zh', page: { kind: 'course' }, notice: null });
  planned.length = 0;
  return { guide, planned };
}

describe('while nobody taps anything', () => {
  it('plans for each answer to the question on the screen, and changes nothing', () => {
    const { guide, planned } = watched();
    const { course } = guide.state.get();
    thinkAhead(guide);
    vi.advanceTimersByTime(50); // the screen is being drawn
    expect(planned).toEqual([]);
    vi.runAllTimers();
    expect(planned.map(({ answers }) => answers)).toEqual([{ tap: 'works' }, { tap: 'fails' }, { tap: null }]);
    expect(guide.state.get().course).toBe(course);
  });

  it('begins anew with the next screen: for a step, that it failed or was left out', () => {
    const { guide, planned } = watched();
    thinkAhead(guide);
    for (const value of ['fails', 'some', 'on']) guide.act({ kind: 'answer', value });
    planned.length = 0;
    vi.runAllTimers();
    expect(planned.map(({ failed, skipped }) => [failed, skipped])).toEqual([
      [['wipe'], []],
      [[], ['wipe']],
    ]);
  });
});
