import { INTERFACES } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { inBlocks } from '../../src/suspicion/blocks.ts';

const FACES = INTERFACES.length;

/** Failures with so many chip successes before each and after the last. */
const exposure = (before: readonly number[]): Int32Array =>
  Int32Array.from(before.flatMap((count) => [count, ...new Array<number>(FACES - 1).fill(0)]));

describe('A wide scope in blocks', () => {
  it('counts each kind of failure of sixteen, and what went well among them', () => {
    const cells = Int32Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 7 : 9));
    const blocks = inBlocks({ failed: cells, exposure: exposure(new Array(21).fill(2)) }, cells);
    expect(blocks.count).toBe(3);
    const of = (block: number) =>
      Array.from({ length: blocks.start[block + 1]! - blocks.start[block]! }, (_, i) => {
        const at = blocks.start[block]! + i;
        return [blocks.cells[at], blocks.failures[at]];
      });
    expect([of(0), of(1), of(2)]).toEqual([
      [
        [7, 8],
        [9, 8],
      ],
      [
        [7, 2],
        [9, 2],
      ],
      [],
    ]);
    expect([0, 1, 2].map((block) => blocks.successes[block * FACES])).toEqual([32, 8, 2]);
  });

  it('leaves a failure out that a terminal answers for alone, but not the successes before it', () => {
    const cells = Int32Array.of(-1, 4);
    const blocks = inBlocks({ failed: Int32Array.of(0, 1), exposure: exposure([3, 5, 1]) }, cells);
    expect(Array.from(blocks.cells.slice(0, blocks.start[blocks.count]))).toEqual([4]);
    expect([blocks.successes[0], blocks.successes[FACES]]).toEqual([8, 1]);
  });

  it('of nothing is one empty block', () => {
    expect(inBlocks({ failed: new Int32Array(0), exposure: exposure([6]) }, new Int32Array(0))).toMatchObject({
      count: 1,
      start: Int32Array.of(0, 0),
    });
  });
});
