import { INTERFACES } from '@duka/model';
import { STRIKE_RATES } from './evidence.ts';
import { facesHit } from './trials.ts';

const FACES = INTERFACES.length;
const LEVELS = STRIKE_RATES.length;

/** Successes of each gap between failures, or of each block: `counts[gap * interfaces + interface]`. */
type Successes = Uint16Array | Int32Array | Float64Array;

/**
 * How strongly the successes of each gap speak against a pattern, by its number: the logarithm of their factor,
 * `logs[gap * levels + level]`, at each share of attempts struck.
 */
export type LogsOfPattern = (pattern: number) => Float64Array;

/**
 * @param shares how strongly each pattern hits each interface
 * @returns of the gaps given, the logs by pattern; they stand until it is called for others
 */
export function successLogs(shares: Float64Array): (counts: Successes) => LogsOfPattern {
  const hits = Array.from({ length: shares.length / FACES }, (_, p) => shares.subarray(p * FACES, (p + 1) * FACES));
  const names = hits.map(String);
  const alike = names.map((name) => names.indexOf(name));
  const faces = hits.map(facesHit);
  const ofOne = hits.map((hit) => Array.from(hit, (share) => STRIKE_RATES.map((q) => Math.log(1 - q * share))));
  const rooms = hits.map(() => new Float64Array(0));
  return (counts) => {
    const length = (counts.length / FACES) * LEVELS;
    const made = new Set<number>();
    return (pattern) => {
      // Patterns that hit the interfaces alike have the same.
      const first = alike[pattern]!;
      if (made.has(first)) return rooms[first]!;
      made.add(first);
      if (rooms[first]!.length < length) rooms[first] = new Float64Array(2 * length);
      rooms[first]!.fill(0, 0, length);
      addLogs(counts, faces[first]!, ofOne[first]!, rooms[first]!);
      return rooms[first]!;
    };
  };
}

function addLogs(
  counts: Successes,
  faces: readonly number[],
  ofOne: readonly (readonly number[])[],
  logs: Float64Array,
): void {
  const gaps = counts.length / FACES;
  for (const face of faces) {
    const clean = ofOne[face]!;
    for (let gap = 0; gap < gaps; gap++) {
      const count = counts[gap * FACES + face]!;
      if (count === 0) continue;
      for (let k = 0; k < LEVELS; k++) logs[gap * LEVELS + k]! += count * clean[k]!;
    }
  }
}
