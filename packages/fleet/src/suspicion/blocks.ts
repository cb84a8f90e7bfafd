import { INTERFACES } from '@duka/model';
import type { Exposed } from '../scene/group.ts';

const FACES = INTERFACES.length;
/** Failures to a block. */
const SIZE = 16;

/**
 * The attempts of a wide scope, in order of time, in blocks of a few failures and the successes among them: enough to see
 * whether they are worth weighing one by one. Of each block, its failures by cell (`observed * contexts + context`), and its
 * successes by interface. The last block holds what comes after the last failure.
 */
export type Blocks = {
  readonly count: number;
  /** Where the cells of each block begin. */
  readonly start: Int32Array;
  readonly cells: Int32Array;
  readonly failures: Int32Array;
  /** `successes[block * interfaces + interface]` */
  readonly successes: Float64Array;
};

/** @param cells of each failure, -1 for those that are left out */
export function inBlocks({ exposure }: Exposed, cells: Int32Array): Blocks {
  const count = Math.ceil(cells.length / SIZE) + 1;
  const start = new Int32Array(count + 1);
  const successes = new Float64Array(count * FACES);
  const listed = new Int32Array(cells.length);
  const failures = new Int32Array(cells.length);
  let end = 0;
  for (let i = 0; i <= cells.length; i++) {
    const block = i === cells.length ? count - 1 : Math.floor(i / SIZE);
    if (i % SIZE === 0 || i === cells.length) start[block] = end;
    for (let f = 0; f < FACES; f++) successes[block * FACES + f]! += exposure[i * FACES + f]!;
    const cell = i === cells.length ? -1 : cells[i]!;
    if (cell < 0) continue;
    let at = start[block]!;
    while (at < end && listed[at] !== cell) at++;
    listed[at] = cell;
    failures[at]!++;
    if (at === end) end++;
  }
  start[count] = end;
  return { count, start, cells: listed, failures, successes };
}
