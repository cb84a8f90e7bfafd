/** Where the head's signal turns: one peak a flux transition, in turn up and down. */
export type Peaks = {
  /** In samples, between samples where the peak lies there. */
  readonly at: Float64Array;
  /** Signed, above the resting level. */
  readonly height: Float64Array;
};

/** A swing between two peaks that is smaller than this share of those around it is noise on a slope. */
const SMALL_SWING = 0.3;
const AROUND = 8;
/** A peak stands out by so many times the noise (rms). */
const OVER_NOISE = 8;
/** Least swing, as a share of the largest: fainter than this nothing was ever recorded. */
const LEAST_SWING = 0.015;
/** So many come of no swipe, and it would take long to prune them. */
const MOST_TURNS = 20_000;

export function findPeaks(signal: Float64Array, noise: number, level: number): Peaks {
  let largest = 0;
  for (const value of signal) largest = Math.max(largest, Math.abs(value - level));
  const found = turningPoints(signal, Math.max(OVER_NOISE * noise, LEAST_SWING * largest));
  const turns = found.length > MOST_TURNS ? found : pruned(signal, found);
  const at = new Float64Array(turns.length);
  const height = new Float64Array(turns.length);
  turns.forEach((turn, index) => {
    const before = index > 0 ? turn - turns[index - 1]! : Infinity;
    const after = index + 1 < turns.length ? turns[index + 1]! - turn : Infinity;
    at[index] = turn + vertexOffset(signal, turn, Math.min(before, after));
    height[index] = signal[turn]! - level;
  });
  return { at, height };
}

/** Extremes that alternate and differ by at least `swing` from the last one. */
function turningPoints(signal: Float64Array, swing: number): number[] {
  const turns: number[] = [];
  let top = 0;
  let bottom = 0;
  let rising: boolean | null = null;
  for (let at = 1; at < signal.length; at++) {
    const value = signal[at]!;
    if (value > signal[top]!) top = at;
    if (value < signal[bottom]!) bottom = at;
    if (rising !== false && value < signal[top]! - swing) {
      if (rising === true || turns.length === 0) turns.push(top);
      rising = false;
      bottom = at;
    } else if (rising !== true && value > signal[bottom]! + swing) {
      if (rising === false || turns.length === 0) turns.push(bottom);
      rising = true;
      top = at;
    }
  }
  return turns;
}

/** Takes out pairs of peaks whose swing is small beside the median of those around, until none is left. */
function pruned(signal: Float64Array, found: number[]): number[] {
  let turns = found;
  for (let round = 0; round < 4; round++) {
    const swings = turns.slice(1).map((turn, at) => Math.abs(signal[turn]! - signal[turns[at]!]!));
    const kept: number[] = [];
    for (let at = 0; at < turns.length; at++) {
      const swing = swings[at];
      if (swing === undefined || swing >= SMALL_SWING * medianAround(swings, at)) {
        kept.push(turns[at]!);
        continue;
      }
      at++;
    }
    if (kept.length === turns.length) return turns;
    turns = alternating(signal, kept);
  }
  return turns;
}

/** Of neighbours on one side, the more extreme. */
function alternating(signal: Float64Array, turns: readonly number[]): number[] {
  const out: number[] = [];
  for (const turn of turns) {
    const last = out.at(-1);
    const secondLast = out.at(-2);
    if (last === undefined || secondLast === undefined) {
      out.push(turn);
      continue;
    }
    const wasUp = signal[last]! > signal[secondLast]!;
    const goesOn = wasUp ? signal[turn]! >= signal[last]! : signal[turn]! <= signal[last]!;
    if (goesOn) out[out.length - 1] = turn;
    else out.push(turn);
  }
  return out;
}

function medianAround(values: readonly number[], at: number): number {
  const near = values.slice(Math.max(0, at - AROUND), at + AROUND + 1).sort((a, b) => a - b);
  return near[near.length >> 1] ?? 0;
}

/** Least-squares parabola over a part of the peak: where its vertex lies beside the sample. */
function vertexOffset(signal: Float64Array, turn: number, nearest: number): number {
  const reach = Math.max(1, Math.min(6, Math.round(nearest / 6)));
  if (turn < reach || turn + reach >= signal.length) return 0;
  let slope = 0;
  let bend = 0;
  const squares = (reach * (reach + 1) * (2 * reach + 1)) / 3;
  const mean = squares / (2 * reach + 1);
  let bendScale = 0;
  for (let k = -reach; k <= reach; k++) {
    const value = signal[turn + k]!;
    slope += k * value;
    bend += (k * k - mean) * value;
    bendScale += (k * k - mean) ** 2;
  }
  slope /= squares;
  bend /= bendScale;
  if (bend === 0) return 0;
  return Math.max(-reach, Math.min(reach, -slope / (2 * bend)));
}
