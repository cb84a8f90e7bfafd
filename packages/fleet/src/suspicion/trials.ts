import { INTERFACES } from '@duka/model';
import type { Exposed } from '../scene/group.ts';
import type { Scene } from '../scene/scene.ts';
import type { Trials } from './evidence.ts';

const FACES = INTERFACES.length;

/** Trials, and the number of each of its failures. */
export type NumberedTrials = Trials & { readonly failed: Int32Array };

/** Room for the trials of so many failures; who weighs many groups one after the other uses one room for all. */
export type Room = Pick<NumberedTrials, 'hit' | 'ratio' | 'failed' | 'gaps'>;

export const makeRoom = (failures: number): Room => ({
  hit: new Float64Array(failures),
  ratio: new Float64Array(failures),
  failed: new Int32Array(failures),
  gaps: new Int32Array((failures + 1) * FACES),
});

/**
 * The attempts that a pattern can hit.
 * @param shares how strongly it hits each interface
 * @param room where the trials are laid; only the first `failures` entries are theirs. Its `ratio` holds P(record | struck) /
 *   P(record | ordinary) of every failure of the part beforehand
 */
export function trialsOf(
  { failed, exposure }: Exposed,
  { faceOfFailed }: Pick<Scene, 'faceOfFailed'>,
  shares: Float64Array,
  room: Room,
): NumberedTrials {
  const { hit, ratio, failed: hits, gaps } = room;
  let failures = 0;
  let length = 0;
  const faces = facesHit(shares);
  gaps.fill(0, 0, FACES);
  for (let i = 0; i <= failed.length; i++) {
    for (let k = 0; k < faces.length; k++) {
      const count = exposure[i * FACES + faces[k]!]!;
      gaps[failures * FACES + faces[k]!]! += count;
      length += count;
    }
    if (i === failed.length) break;
    const failure = failed[i]!;
    const share = shares[faceOfFailed[failure]!]!;
    if (share === 0) continue;
    hit[failures] = share;
    ratio[failures] = ratio[i]!;
    hits[failures] = failure;
    failures++;
    length++;
    for (let f = 0; f < FACES; f++) gaps[failures * FACES + f] = 0;
  }
  return { failures, hit, ratio, failed: hits, gaps, shares, length };
}

/** The interfaces that are hit at all. @param shares how strongly each is hit */
export function facesHit(shares: Float64Array): readonly number[] {
  const faces: number[] = [];
  for (let f = 0; f < FACES; f++) if (shares[f]! > 0) faces.push(f);
  return faces;
}

/** What is left when some rows of it are left out. @param dropped ascending rows, all of them among those of `whole` */
export function without({ failed, exposure }: Exposed, dropped: Int32Array, scene: Scene): Exposed {
  const { failed: rows, numberOf, face } = scene;
  const drop = new Set<number>();
  const left = new Int32Array(exposure);
  let at = 0;
  for (const row of dropped) {
    while (at < failed.length && rows[failed[at]!]! < row) at++;
    if (numberOf[row]! >= 0) drop.add(numberOf[row]!);
    else left[at * FACES + face[row]!]!--;
  }
  const kept = failed.filter((failure) => !drop.has(failure));
  const joined = new Int32Array((kept.length + 1) * FACES);
  let to = 0;
  for (let i = 0; i <= failed.length; i++) {
    for (let f = 0; f < FACES; f++) joined[to * FACES + f]! += left[i * FACES + f]!;
    if (i < failed.length && !drop.has(failed[i]!)) to++;
  }
  return { failed: kept, exposure: joined };
}

/** The rows given, as failures and the successes between them. */
export function exposed(rows: Int32Array, { numberOf, face }: Pick<Scene, 'numberOf' | 'face'>): Exposed {
  const failed = rows.filter((row) => numberOf[row]! >= 0).map((row) => numberOf[row]!);
  const exposure = new Int32Array((failed.length + 1) * FACES);
  let at = 0;
  for (const row of rows) {
    if (numberOf[row]! >= 0) at++;
    else exposure[at * FACES + face[row]!]!++;
  }
  return { failed, exposure };
}
