import { INTERFACES } from '@duka/model';
import type { Trials } from './evidence.ts';

const FACES = INTERFACES.length;

/** Failures of a scope, and the successes between them: a Group, or what is left of one. */
export type Exposed = {
  readonly failed: Int32Array;
  /** Successes before each failure and after the last, `exposure[failure * interfaces + interface]`. */
  readonly exposure: Int32Array;
};

/** Trials, and the row of each of its failures. */
export type RowTrials = Trials & { readonly rows: Int32Array };

/** Room for the trials of so many failures. Who weighs many groups one after the other uses one room for all. */
export type Room = Pick<RowTrials, 'hit' | 'ratio' | 'rows' | 'gaps'>;

export const makeRoom = (failures: number): Room => ({
  hit: new Float64Array(failures),
  ratio: new Float64Array(failures),
  rows: new Int32Array(failures),
  gaps: new Int32Array((failures + 1) * FACES),
});

/**
 * The attempts that a pattern can hit.
 * @param shares how strongly it hits each interface
 * @param ratioOf P(record | struck) / P(record | ordinary) of a failed row, the i-th of the part
 * @param room where the trials are laid; what lay there is lost. Only the first `failures` entries are theirs
 */
export function trialsOf(
  { failed, exposure }: Exposed,
  face: Uint8Array,
  shares: Float64Array,
  ratioOf: (row: number, i: number) => number,
  room = makeRoom(failed.length),
): RowTrials {
  const { hit, ratio, rows, gaps } = room;
  let failures = 0;
  let length = 0;
  gaps.fill(0, 0, FACES);
  for (let i = 0; i <= failed.length; i++) {
    for (let f = 0; f < FACES; f++) {
      const count = exposure[i * FACES + f]!;
      if (count === 0 || shares[f] === 0) continue;
      gaps[failures * FACES + f]! += count;
      length += count;
    }
    if (i === failed.length) break;
    const row = failed[i]!;
    const share = shares[face[row]!]!;
    if (share === 0) continue;
    hit[failures] = share;
    ratio[failures] = ratioOf(row, i);
    rows[failures] = row;
    failures++;
    length++;
    for (let f = 0; f < FACES; f++) gaps[failures * FACES + f] = 0;
  }
  return { failures, hit, ratio, rows, gaps, shares, length };
}

/** What is left when some rows of it are left out. @param dropped ascending rows, all of them among those of `whole` */
export function without(
  { failed, exposure }: Exposed,
  dropped: Int32Array,
  observed: Int16Array,
  face: Uint8Array,
): Exposed {
  const drop = new Set<number>();
  const left = Int32Array.from(exposure);
  let at = 0;
  for (const row of dropped) {
    while (at < failed.length && failed[at]! < row) at++;
    if (observed[row]! >= 0) drop.add(row);
    else left[at * FACES + face[row]!]!--;
  }
  const kept = failed.filter((row) => !drop.has(row));
  const joined = new Int32Array((kept.length + 1) * FACES);
  let to = 0;
  for (let i = 0; i <= failed.length; i++) {
    for (let f = 0; f < FACES; f++) joined[to * FACES + f]! += left[i * FACES + f]!;
    if (i < failed.length && !drop.has(failed[i]!)) to++;
  }
  return { failed: kept, exposure: joined };
}

/** The rows given, as failures and the successes between them. */
export function exposed(rows: Int32Array, observed: Int16Array, face: Uint8Array): Exposed {
  const failed = rows.filter((row) => observed[row]! >= 0);
  const exposure = new Int32Array((failed.length + 1) * FACES);
  let at = 0;
  for (const row of rows) {
    if (observed[row]! >= 0) at++;
    else exposure[at * FACES + face[row]!]!++;
  }
  return { failed, exposure };
}
