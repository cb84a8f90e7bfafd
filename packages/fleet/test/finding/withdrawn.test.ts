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
});

describe('A trouble of a terminal', () => {
  it('is not over because its app was updated', () => {
    const scene = sceneOf([...many(40, BAD, 2), ...many(40, GOOD)]);
    expect(withdrawn(scene, faultAt(scene, { terminal_id: 'T1' })).over).toBe(false);
  });
});
