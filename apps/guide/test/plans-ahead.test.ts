import { describe, expect, it } from 'vitest';
import { NOTHING } from '../src/kit/kit.ts';
import { plansAhead } from '../src/opening/plans-ahead.ts';
import { TOY } from './kit-fixture.ts';

const FIRST = { kind: 'ask', id: 'light' } as const;
const plans = (screens: { readonly [path: string]: string }) =>
  plansAhead(TOY, FIRST, (path) => screens[path] ?? null).map(([known, next]) => [
    known.answers,
    known.failed,
    known.skipped,
    next,
  ]);

describe('the plans that a page was built with', () => {
  it('are those of the first screen, where it holds no other', () => {
    expect(plansAhead(TOY, FIRST, () => null)).toEqual([[NOTHING, FIRST]]);
  });

  it('are read from its screens: after answers, after "don\'t know", and after steps that failed or were left out', () => {
    const screens = { 0: 'tap', '0-1': 'wipe', 2: 'wipe', '2-0': 'all', '2-1': 'restart', '2-2': 'all' };
    expect(plans(screens)).toEqual([
      [{}, [], [], FIRST],
      [{ light: 'on' }, [], [], { kind: 'ask', id: 'tap' }],
      [{ light: 'on', tap: 'fails' }, [], [], { kind: 'do', id: 'wipe' }],
      [{ light: null }, [], [], { kind: 'do', id: 'wipe' }],
      [{ light: null }, ['wipe'], [], { kind: 'do', id: 'restart' }],
      [{ light: null }, [], ['wipe'], { kind: 'ask', id: 'all' }],
    ]);
  });

  it('are none after an alarm, which is no plan', () => {
    expect(plans({ 1: 'restart', '1-0': 'tap' })).toEqual([[{}, [], [], FIRST]]);
  });
});
