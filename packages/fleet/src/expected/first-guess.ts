import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import type { BoundColumn } from '../scene/bounds.ts';
import { codeReader } from '../scene/bounds.ts';
import type { Scene } from '../scene/scene.ts';
import { tallies } from './tallies.ts';

const FACES = INTERFACES.length;
/** Columns by which a fault most often bulges out of the whole. */
const BULGES: readonly Bulge[] = [
  { column: 'terminal_id', inQuarter: true, times: 1 },
  // Stores in order differ more than terminals do.
  { column: 'store_id', inQuarter: true, times: 3 },
  { column: 'app_version', inQuarter: false, times: 1 },
  { column: 'firmware_version', inQuarter: false, times: 1 },
  { column: 'model', inQuarter: false, times: 1 },
  // Issuers and people in order differ more as well.
  { column: 'bin', inQuarter: false, times: 3 },
  { column: 'operator', inQuarter: false, times: 3 },
];

/** Its values are compared with their quarter as well, and count only from so many times the failures of others on. */
type Bulge = { readonly column: BoundColumn; readonly inQuarter: boolean; readonly times: number };

/** The others of a quarter tell what is usual there from so many times a terminal's attempts on. */
const OTHERS = 3;

/**
 * A first guess of which failures are ordinary, so that the first baseline is not made of the faults themselves: where a
 * terminal, a version or a model fails on an interface far more often than the rest (by more than three standard deviations and
 * two failures), only as many of its failures count as the rest would have had. A terminal in a poor quarter is compared with the others
 * there: how poor it is could not be learned from terminals that were all taken for faulty. By the failures' numbers.
 */
export function withoutOutliers(scene: Scene): Float32Array<ArrayBuffer> {
  const { face, failed } = scene;
  const share = new Float32Array(failed.length).fill(1);
  const tally = tallies(scene, null);
  const countsOf = (column: BoundColumn) => {
    const codeOf = codeReader(scene, column);
    const attempts = tally(column).counts;
    const failures = new Int32Array(attempts.length);
    for (const row of failed) if (codeOf(row) !== UNKNOWN) failures[codeOf(row) * FACES + face[row]!]!++;
    return { codeOf, attempts, failures };
  };
  const quarters = countsOf('region');
  /** How often the others of its quarter fail; 0 where they are too few to tell. */
  const rateAround = (row: number, n: number, own: number): number => {
    const cell = quarters.codeOf(row) * FACES + face[row]!;
    const others = cell < 0 ? 0 : quarters.attempts[cell]! - n;
    return others >= OTHERS * n ? (quarters.failures[cell]! - own) / others : 0;
  };
  for (const { column, inQuarter, times } of BULGES) {
    const { codeOf, attempts, failures } = countsOf(column);
    const all = ofFaces(attempts);
    const allFailed = ofFaces(failures);
    failed.forEach((row, failure) => {
      const code = codeOf(row);
      if (code === UNKNOWN) return;
      const cell = code * FACES + face[row]!;
      const n = attempts[cell]!;
      const own = failures[cell]!;
      const rest = all[face[row]!]! - n;
      const rate = (allFailed[face[row]!]! - own) / Math.max(1, rest);
      const expected = n * (inQuarter ? Math.max(rate, rateAround(row, n, own)) : rate);
      if (rest > n / 4 && own > Math.max(times * expected, expected + 3 * Math.sqrt(expected) + 2))
        share[failure] = Math.min(share[failure]!, expected / own);
    });
  }
  lessThanInQuietTimes(scene, share);
  return share;
}

/** Parts of the log, of as many attempts each, of which one is quiet where a fault strikes everywhere. */
const PARTS = 8;
/** An interface fails at most so much more often at times than when it is quietest; a fault counts beyond that. */
const TIMES = 3;

/** Where an interface fails in a part of the log far more often than in the quietest, only as many failures count as there would have been then. */
function lessThanInQuietTimes({ frame, face, failed }: Scene, share: Float32Array): void {
  const cellOf = (row: number): number => Math.floor((row * PARTS) / frame.length) * FACES + face[row]!;
  const attempts = new Int32Array(PARTS * FACES);
  const failures = new Int32Array(PARTS * FACES);
  for (let row = 0; row < frame.length; row++) attempts[cellOf(row)]!++;
  for (const row of failed) failures[cellOf(row)]!++;
  // As many as there may have been but for luck: the quietest of several parts is quiet by luck as well.
  const rates = Array.from(attempts, (n, cell) => (failures[cell]! + 3 * Math.sqrt(failures[cell]! + 1)) / n);
  const quietest = INTERFACES.map((_, f) => Math.min(...rates.filter((_, cell) => cell % FACES === f)));
  failed.forEach((row, failure) => {
    const cell = cellOf(row);
    const own = failures[cell]!;
    const expected = attempts[cell]! * quietest[face[row]!]!;
    if (own > Math.max(TIMES * expected, expected + 3 * Math.sqrt(expected) + 2))
      share[failure] = Math.min(share[failure]!, expected / own);
  });
}

function ofFaces(counts: Int32Array): Int32Array {
  const sums = new Int32Array(FACES);
  for (let at = 0; at < counts.length; at++) sums[at % FACES]! += counts[at]!;
  return sums;
}
