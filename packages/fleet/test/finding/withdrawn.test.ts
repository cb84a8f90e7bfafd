import { describe, expect, it } from 'vitest';
import { withdrawn } from '../../src/finding/withdrawn.ts';
import type { ByHand } from '../hand.ts';
import { faultAt, many, sceneOf } from '../hand.ts';

const BAD = { app_version: '3.9.0' };
const GOOD = { app_version: '3.9.1' };

/** Whether a trouble of version 3.9.0, where every second read fails, is over after what came next. */
const isOver = (...next: readonly ByHand[]): boolean => {
  const scene = sceneOf([...many(40, BAD, 2), ...next]);
  return withdrawn(scene, faultAt(scene, BAD)).over;
};

describe('A trouble of a version', () => {
  it('is over where its terminal went on with another version', () => {
    expect(isOver(...many(20, GOOD))).toBe(true);
  });

  it('lasts where too little came since to tell', () => {
    expect(isOver()).toBe(false);
    expect(isOver(...many(8, GOOD))).toBe(false);
  });

  it('lasts where others run another version, but its terminal was not seen again', () => {
    expect(isOver(...many(60, { ...GOOD, terminal_id: 'T2' }))).toBe(false);
  });

  it('lasts where its terminal pays in other ways since, which it did not strike', () => {
    expect(isOver(...many(60, { ...GOOD, interface: 'qr' }))).toBe(false);
  });

  it('lasts where a terminal still runs it, though the cards that it failed were not used there again', () => {
    const bad = { ...BAD, bin: '622200' };
    const good = { ...GOOD, bin: '622200', terminal_id: 'T2' };
    const still = many(60, { ...BAD, bin: '621700' });
    const isOverAfter = (...next: readonly ByHand[]): boolean => {
      const scene = sceneOf([...many(40, bad, 2), ...many(40, { ...bad, terminal_id: 'T2' }, 2), ...next]);
      return withdrawn(scene, faultAt(scene, { bin: '622200', app_version: '3.9.0' })).over;
    };
    expect(isOverAfter(...many(40, good))).toBe(true);
    expect(isOverAfter(...many(40, good), ...still)).toBe(false);
  });
});

describe('A trouble of a terminal', () => {
  it('is not over because its app was updated', () => {
    const scene = sceneOf([...many(40, BAD, 2), ...many(40, GOOD)]);
    expect(withdrawn(scene, faultAt(scene, { terminal_id: 'T1' })).over).toBe(false);
  });
});
