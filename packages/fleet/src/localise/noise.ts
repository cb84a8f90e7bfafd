import type { Leaves } from './leaves.ts';

/** How far forecasts are off where nothing is wrong: a scale for each leaf, by its size, and the weight of the tails. */
export type Noise = {
  readonly scale: Float64Array;
  /** Degrees of freedom of Student's t distribution: the fewer, the more stray leaves. */
  readonly freedom: number;
  readonly centre: number;
  /** The median of the scales. */
  readonly typical: number;
};

const BINS = 12;
const FEWEST_IN_BIN = 150;
/** Below this a deviation is rounding. */
const FINEST = 0.004;
/** Sides that differ by less differ by chance. */
const ALIKE = 1.25;
const MOST_FREEDOM = 60;
const LEAST_FREEDOM = 2.5;
/** Quantiles of |t| at 0.98, in units of its median, by degrees of freedom. */
const TAILS: readonly (readonly [number, number])[] = [
  [2.5, 7.19],
  [3, 5.94],
  [4, 5.06],
  [6, 4.38],
  [10, 3.95],
  [20, 3.68],
  [60, 3.53],
];

/**
 * Learned from leaves that `explained` leaves over. A cause drives leaves to one side: where the sides differ, the
 * quieter one tells the noise.
 */
export function noiseOf(
  { length, measures: [, predict] }: Leaves,
  deviation: Float64Array,
  explained: Uint8Array,
  centre: number,
): Noise {
  // By the forecast alone: what takes part in the deviation would sort leaves by their noise.
  const edges = edgesOf(predict!);
  const bin = Uint8Array.from(predict!, (value) => placeIn(edges, value));
  const scales = Array.from({ length: edges.length + 1 }, (_, at) => {
    const inside: number[] = [];
    for (let leaf = 0; leaf < length; leaf++) {
      if (bin[leaf] === at && explained[leaf] === 0) inside.push(deviation[leaf]! - centre);
    }
    return Math.max(FINEST, quietScale(inside));
  });
  const scale = Float64Array.from(bin, (at) => scales[at]!);
  return { scale, freedom: freedomOf(deviation, scale, explained, centre), centre, typical: medianOf(scale) };
}

export function medianOf(values: Float64Array): number {
  return values.toSorted()[Math.floor((values.length - 1) / 2)] ?? 0;
}

/** Sizes that part the leaves into about equal shares; leaves of one size stay together. */
function edgesOf(size: Float64Array): readonly number[] {
  const sorted = size.toSorted();
  const share = Math.max(FEWEST_IN_BIN, size.length / BINS);
  const edges: number[] = [];
  let begin = 0;
  for (let at = 1; at < sorted.length; at++) {
    if (sorted[at] === sorted[at - 1] || at - begin < share || sorted.length - at < FEWEST_IN_BIN) continue;
    edges.push(sorted[at]!);
    begin = at;
  }
  return edges;
}

function placeIn(edges: readonly number[], value: number): number {
  let at = 0;
  while (at < edges.length && value >= edges[at]!) at++;
  return at;
}

/** A standard deviation from the median distance to 0, on the side where it is smaller. */
function quietScale(deviations: readonly number[]): number {
  const up = Float64Array.from(deviations.filter((value) => value >= 0)).sort();
  const down = Float64Array.from(deviations.filter((value) => value <= 0), Math.abs).sort();
  const enough = deviations.length / 10;
  const sides = [up, down].filter((side) => side.length >= enough && side.length > 0);
  const medians = sides.map((side) => side[Math.floor(side.length / 2)]!);
  if (medians.length === 0) return 0;
  const quiet = Math.min(...medians);
  const alike = medians.every((one) => one <= ALIKE * quiet);
  return (alike ? medians.reduce((sum, one) => sum + one, 0) / medians.length : quiet) / 0.6745;
}

/** From how much farther out than the median the 98th percentile lies, on the quieter side. */
function freedomOf(deviation: Float64Array, scale: Float64Array, explained: Uint8Array, centre: number): number {
  const sides: [number[], number[]] = [[], []];
  deviation.forEach((value, leaf) => {
    if (explained[leaf] === 1) return;
    const z = (value - centre) / scale[leaf]!;
    sides[z < 0 ? 1 : 0].push(Math.abs(z));
  });
  const tails = sides
    .filter((side) => side.length >= 100)
    .map((side) => {
      const sorted = Float64Array.from(side).sort();
      return sorted[Math.floor(0.98 * sorted.length)]! / Math.max(1e-9, sorted[Math.floor(0.5 * sorted.length)]!);
    });
  const tail = tails.length === 0 ? 4 : Math.min(...tails);
  const after = TAILS.findIndex(([, ratio]) => ratio <= tail);
  if (after === 0) return LEAST_FREEDOM;
  if (after < 0) return MOST_FREEDOM;
  const [low, lowTail] = TAILS[after - 1]!;
  const [high, highTail] = TAILS[after]!;
  return low + ((high - low) * (lowTail - tail)) / (lowTail - highTail);
}
