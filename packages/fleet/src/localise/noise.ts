import type { Leaves } from './leaves.ts';
import { quantile } from './quantile.ts';

/**
 * How far forecasts are off where nothing is wrong: a centre and a scale for each leaf, by its size, the median of the
 * scales, and the weight of the tails as degrees of freedom of Student's t distribution: the fewer, the more stray leaves.
 */
export type Noise = {
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  readonly typical: number;
  readonly freedom: number;
  /** Share of the leaves that lie anywhere at all: a ratio of two attempts is often 0. */
  readonly strays: number;
};

const MOST_BINS = 12;
const FEWEST_IN_BIN = 150;
/** Sizes are parted by powers of two first. */
const POWERS = 128;
/** Below this a deviation is rounding. */
const FINEST = 0.004;
/**
 * Small counts are mostly 0 where a little was forecast: the mean of their deviations is not 0. Scales from FINE on
 * tell such leaves, and wholly from COARSE on.
 */
const FINE = 0.15;
const COARSE = 0.3;
/** What comes where nothing was forecast is an event where small forecasts are good, and nothing where they are not. */
const TELLS_NOTHING = 100;
/** Sides that differ by less differ by chance. */
const ALIKE = 1.25;
/** A side with less than this share of the leaves tells nothing. */
const THINNEST_SIDE = 0.05;
const MEDIAN_OF_NORMAL = 0.6745;
const MOST_FREEDOM = 60;
/** Degrees of freedom, and the quantile of |t| at 0.98 in units of its median. */
const TAILS: readonly (readonly [number, number])[] = [
  [2.5, 7.19],
  [3, 5.94],
  [4, 5.06],
  [6, 4.38],
  [10, 3.95],
  [20, 3.68],
  [MOST_FREEDOM, 3.53],
];

/** Nats of surprise from which on a leaf is surely off its forecast. */
export const SURELY_OFF = 7;

/**
 * Learned from leaves that `explained` leaves over. A cause drives leaves to one side: where the sides differ, the
 * quieter one tells the noise.
 * @param isFirst causes were not looked for yet: their leaves would be taken for strays
 */
export function noiseOf(
  { length, measures }: Leaves,
  deviation: Float64Array,
  explained: Uint8Array,
  isFirst: boolean,
): Noise {
  const scale = new Float64Array(length);
  const centre = new Float64Array(length);
  const sides = [new Float64Array(length), new Float64Array(length)] as const;
  const predict = measures[1]!;
  for (const inside of binsBySize(predict)) {
    const asked = inside.filter((leaf) => explained[leaf] === 0 && predict[leaf]! > 0);
    let [binScale, binCentre] = [quietScale(asked, deviation, 0, sides), 0];
    const coarse = Math.min(1, Math.max(0, (binScale - FINE) / (COARSE - FINE)));
    if (coarse > 0) {
      binCentre = coarse * meanOf(asked, deviation);
      binScale = quietScale(asked, deviation, binCentre, sides);
    }
    for (const leaf of inside) {
      const tells = predict[leaf]! > 0 || binScale < COARSE;
      scale[leaf] = tells ? Math.max(FINEST, binScale) : TELLS_NOTHING;
      centre[leaf] = tells ? binCentre : 0;
    }
  }
  const freedom = freedomOf(deviation, centre, scale, explained, sides);
  sides[0].set(scale);
  const typical = quantile(sides[0], length, 0.5);
  return {
    centre,
    scale,
    typical,
    freedom,
    strays: isFirst ? 0 : straysAmong(deviation, centre, scale, freedom, explained),
  };
}

const meanOf = (leaves: Int32Array, deviation: Float64Array): number =>
  leaves.reduce((sum, leaf) => sum + deviation[leaf]!, 0) / Math.max(1, leaves.length);

/**
 * By the forecast alone, since whatever takes part in the deviation would sort leaves by their noise; leaves of one
 * size stay together.
 */
export function binsBySize(size: Float64Array): readonly Int32Array[] {
  const powers = new Uint8Array(size.length);
  const counts = new Int32Array(POWERS);
  for (let leaf = 0; leaf < size.length; leaf++) {
    const power = size[leaf]! > 0 ? Math.floor(Math.log2(size[leaf]!)) + POWERS / 2 : 0;
    powers[leaf] = size[leaf]! > 0 ? Math.min(POWERS - 1, Math.max(1, power)) : 0;
    counts[powers[leaf]!]! += 1;
  }
  const share = Math.max(FEWEST_IN_BIN, size.length / MOST_BINS);
  const binOf = new Uint8Array(POWERS);
  const filled: number[] = [0];
  let [inside, rest] = [0, size.length];
  counts.forEach((count, power) => {
    if (inside >= share && rest >= FEWEST_IN_BIN) {
      filled.push(0);
      inside = 0;
    }
    binOf[power] = filled.length - 1;
    filled[filled.length - 1]! += count;
    // Where nothing was forecast, noise is judged by the smallest forecasts.
    if (power > 0) inside += count;
    rest -= count;
  });
  const bins = filled.map((count) => new Int32Array(count));
  filled.fill(0);
  for (let leaf = 0; leaf < size.length; leaf++) {
    const bin = binOf[powers[leaf]!]!;
    bins[bin]![filled[bin]!++] = leaf;
  }
  return bins;
}

type Sides = readonly [Float64Array, Float64Array];

/** A standard deviation from the median distance to the centre, on the side where it is smaller. */
function quietScale(leaves: Int32Array, deviation: Float64Array, centre: number, sides: Sides): number {
  const counts = [0, 0];
  for (const leaf of leaves) {
    const off = deviation[leaf]! - centre;
    if (off <= 0) sides[0][counts[0]!++] = -off;
    if (off >= 0) sides[1][counts[1]!++] = off;
  }
  const medians = sides.flatMap((side, at) =>
    counts[at]! > 0 && counts[at]! >= THINNEST_SIDE * leaves.length ? [quantile(side, counts[at]!, 0.5)] : [],
  );
  if (medians.length === 0) return 0;
  const quiet = Math.min(...medians);
  const alike = medians.every((one) => one <= ALIKE * quiet);
  return (alike ? medians.reduce((sum, one) => sum + one, 0) / medians.length : quiet) / MEDIAN_OF_NORMAL;
}

/** How surprising a leaf is, in nats: Student's t. */
export const surpriseOf = (z: number, freedom: number): number => ((freedom + 1) / 2) * Math.log1p((z * z) / freedom);

/** So few leaves that are off, in all or as a share, may each be a small cause. */
const FEW_STRAYS = { all: 8, share: 0.002 };

function straysAmong(
  deviation: Float64Array,
  centre: Float64Array,
  scale: Float64Array,
  freedom: number,
  explained: Uint8Array,
): number {
  let [strays, left] = [0, 0];
  for (let leaf = 0; leaf < deviation.length; leaf++) {
    if (explained[leaf] === 1) continue;
    left++;
    if (surpriseOf((deviation[leaf]! - centre[leaf]!) / scale[leaf]!, freedom) > SURELY_OFF) strays++;
  }
  return strays > Math.max(FEW_STRAYS.all, FEW_STRAYS.share * left) ? strays / left : 0;
}

/** From how much farther out than the median the 98th percentile lies, on the quieter side. */
function freedomOf(
  deviation: Float64Array,
  centre: Float64Array,
  scale: Float64Array,
  explained: Uint8Array,
  sides: Sides,
): number {
  const counts = [0, 0];
  for (let leaf = 0; leaf < deviation.length; leaf++) {
    if (explained[leaf] === 1) continue;
    const off = deviation[leaf]! - centre[leaf]!;
    const side = off < 0 ? 0 : 1;
    sides[side][counts[side]!++] = Math.abs(off) / scale[leaf]!;
  }
  const tails = sides.flatMap((side, at) => {
    const count = counts[at]!;
    return count < 100 ? [] : [quantile(side, count, 0.98) / Math.max(1e-9, quantile(side, count, 0.5))];
  });
  return tails.length === 0 ? 6 : freedomFor(Math.min(...tails));
}

function freedomFor(tail: number): number {
  const after = TAILS.findIndex(([, ratio]) => ratio <= tail);
  if (after === 0) return TAILS[0]![0];
  if (after < 0) return MOST_FREEDOM;
  const [low, lowTail] = TAILS[after - 1]!;
  const [high, highTail] = TAILS[after]!;
  return low + ((high - low) * (lowTail - tail)) / (lowTail - highTail);
}
