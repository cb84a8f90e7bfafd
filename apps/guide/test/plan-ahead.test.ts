import { describe, expect, it } from 'vitest';
import type { Evidence } from '../src/kit/kit.ts';
import { NOTHING } from '../src/kit/kit.ts';
import { planAhead } from '../src/opening/plan-ahead.ts';
import { TOY } from './kit-fixture.ts';

const SCREENS: { readonly [path: string]: string } = {
  0: 'tap',
  '0-1': 'wipe',
  1: 'restart',
  2: 'wipe',
  '2-1': 'restart',
  '2-2': 'all',
};
const plan = planAhead(TOY, { kind: 'ask', id: 'light' }, (path) => SCREENS[path] ?? null);
const planFor = (known: Partial<Evidence>) => plan({ ...NOTHING, ...known });

describe('the plans that a page was built with', () => {
  it('are read from its screens: after answers, after "don\'t know", and after steps that failed or were left out', () => {
    expect(planFor({})).toEqual({ kind: 'ask', id: 'light' });
    expect(planFor({ answers: { light: 'on' } })).toEqual({ kind: 'ask', id: 'tap' });
    expect(planFor({ answers: { light: 'on', tap: 'fails' } })).toEqual({ kind: 'do', id: 'wipe' });
    expect(planFor({ answers: { light: null } })).toEqual({ kind: 'do', id: 'wipe' });
    expect(planFor({ answers: { light: null }, failed: ['wipe'] })).toEqual({ kind: 'do', id: 'restart' });
    expect(planFor({ answers: { light: null }, skipped: ['wipe'] })).toEqual({ kind: 'ask', id: 'all' });
  });

  it('are none where it holds no screen, or something else is known', () => {
    expect(planFor({ answers: { light: 'on', tap: 'works' } })).toBeNull();
    expect(planFor({ answers: { all: 'some' } })).toBeNull();
    expect(planFor({ answers: { light: null }, failed: ['restart'] })).toBeNull();
  });

  it('are none after an alarm, whose step is no plan', () => {
    expect(planFor({ answers: { light: 'off' } })).toBeNull();
  });
});
