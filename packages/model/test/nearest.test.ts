import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, INTERFACES, nearest } from '../src/index.ts';

describe('nearest', () => {
  it.each([
    ['chp', INTERFACES, ['chip']],
    ['CHIP', INTERFACES, ['chip']],
    ['magstrip', INTERFACES, ['magstripe']],
    ['diagnos', ['diagnose', 'explain', 'cases'], ['diagnose']],
    ['zzzzzzzz', INTERFACES, []],
    ['a', [], []],
  ])('offers for %j of %j %j', (written, candidates, expected) => {
    expect(nearest(written, candidates, 1)).toEqual(expected);
  });

  it('puts the nearest first, in the order of the alphabet where they are equally near, and no more than asked', () => {
    expect(nearest('cat', ['cut', 'bat', 'cats', 'cat', 'dog'], 3)).toEqual(['cat', 'bat', 'cats']);
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['6F00', '6F00', 0],
    ['6F00', '6F0', 1],
    ['-30006', '-30060', 2],
  ])('from %j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is a metric', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });
});
