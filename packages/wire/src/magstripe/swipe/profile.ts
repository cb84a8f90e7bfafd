import type { Channel } from './channel.ts';
import { median, quantile } from './statistics.ts';

/** What the head met at each flux transition, in the order in which the track is written. */
type Point = {
  /** Along the stripe, in mm from the start sentinel, or from the first transition where there is none. */
  readonly mm: number;
  /** Of the card, in mm/s. */
  readonly speed: number;
  /** Height at unit speed, as a share of what transitions so near to others have in this channel. */
  readonly height: number;
  /** Width at half height, in mm; null where neighbours are too near to measure it. */
  readonly width: number | null;
};

/** A stretch of the stripe that gave too little signal. */
export type DropOut = { readonly fromMm: number; readonly toMm: number };

export type Profile = {
  readonly points: readonly Point[];
  readonly dropOuts: readonly DropOut[];
  /** Length of the stripe that passed the head, in mm. */
  readonly lengthMm: number;
  /** Height in the dense parts beside that in the sparse parts. */
  readonly resolution: number;
  /** The longest time without a transition while the card passed: how long the card's usual speed takes for it, in mm. */
  readonly pauseMm: number;
  /** Speed beside the longest pause, as a share of the usual one. */
  readonly speedAtPause: number;
  readonly speed: number;
  /** The shortest time between transitions (one in ten is below), in samples. */
  readonly shortest: number;
};

/** Weaker than this share of its like, a transition has dropped out. */
const WEAK = 0.5;
/** Drop-outs that are nearer than this (mm) are one. */
const JOINED_MM = 0.7;

export function profileOf(channel: Channel): Profile {
  const { cells, peaks, sampleRate, format, read } = channel;
  const cellMm = 25.4 / format.perInch;
  const clock = clockOfPeaks(channel);
  const kinds = peaks.at.map((_, at) => neighbours(peaks.at, at, clock[at]!));
  const scaled = peaks.height.map((height, at) => Math.abs(height) * clock[at]!);
  const usual = [0, 1, 2].map((kind) => median(scaled.filter((_, at) => kinds[at] === kind && clock[at]! > 0)));
  const place = placeOfPeaks(channel, cellMm);
  const points: Point[] = [];
  for (let at = 0; at < peaks.at.length; at++) {
    if (!(clock[at]! > 0)) continue;
    const width = kinds[at] === 0 ? halfWidth(channel, at) : null;
    points.push({
      mm: place[at]!,
      speed: (cellMm / clock[at]!) * sampleRate,
      height: scaled[at]! / usual[kinds[at]!]!,
      width: width === null ? null : (width / clock[at]!) * cellMm,
    });
  }
  const usualClock = median(cells.length);
  const lengthMm = cells.bits.length * cellMm;
  if (read?.backward) points.reverse();
  const start = (read?.from ?? 0) * cellMm;
  const placed = points.map((point) => ({ ...point, mm: (read?.backward ? lengthMm - point.mm : point.mm) - start }));
  const pause = longestPause(channel, clock);
  return {
    points: placed,
    dropOuts: dropOutsOf(placed, cellMm),
    lengthMm,
    resolution: Number.isNaN(usual[2]!) ? usual[1]! / usual[0]! : usual[2]! / usual[0]!,
    pauseMm: (pause.samples / usualClock) * cellMm,
    speedAtPause: usualClock / pause.clockBeside,
    speed: (cellMm / usualClock) * sampleRate,
    shortest: quantile(
      peaks.at.subarray(1).map((later, at) => later - peaks.at[at]!),
      0.1,
    ),
  };
}

/** Length of the cell (in samples) that each peak begins or divides; 0 for peaks outside of what was read. */
function clockOfPeaks({ cells, peaks }: Channel): Float64Array {
  const clock = new Float64Array(peaks.at.length);
  for (let cell = 0; cell < cells.bits.length; cell++) {
    const last = cells.peak[cell + 1] ?? cells.peak[cell]! + 1;
    for (let peak = cells.peak[cell]!; peak < last; peak++) clock[peak] = cells.length[cell]!;
  }
  // A lost stretch says nothing of the speed: what came before it does.
  for (let cell = 1; cell < cells.bits.length; cell++) {
    if (cells.bits[cell] === -1 && cells.bits[cell - 1] !== -1) clock[cells.peak[cell]!] = cells.length[cell - 1]!;
  }
  return clock;
}

function placeOfPeaks({ cells, peaks }: Channel, cellMm: number): Float64Array {
  const place = new Float64Array(peaks.at.length);
  for (let cell = cells.bits.length - 1; cell >= 0; cell--) {
    const first = cells.peak[cell]!;
    place[first] = cell * cellMm;
    if (cells.bits[cell] === 1 && first + 1 < place.length) place[first + 1] = (cell + 0.5) * cellMm;
  }
  return place;
}

/** On how many sides another transition is half a cell away. */
function neighbours(at: Float64Array, index: number, clock: number): 0 | 1 | 2 {
  const before = index > 0 && at[index]! - at[index - 1]! < 0.75 * clock;
  const after = index + 1 < at.length && at[index + 1]! - at[index]! < 0.75 * clock;
  return before && after ? 2 : before || after ? 1 : 0;
}

/** In samples. */
function halfWidth({ signal, rest, peaks }: Channel, index: number): number | null {
  const top = Math.round(peaks.at[index]!);
  const sign = Math.sign(peaks.height[index]!);
  const half = Math.abs(peaks.height[index]!) / 2;
  const above = (at: number) => (signal[at]! - rest.level) * sign;
  let width = 0;
  for (const step of [-1, 1]) {
    let at = top;
    while (above(at) > half) at += step;
    if (!(above(at) <= half)) return null;
    const inner = above(at - step);
    width += Math.abs(at - step - peaks.at[index]!) + (inner - half) / (inner - above(at));
  }
  return width;
}

function dropOutsOf(points: readonly Point[], cellMm: number): readonly DropOut[] {
  const found: { fromMm: number; toMm: number }[] = [];
  const add = (fromMm: number, toMm: number) => {
    const last = found.at(-1);
    if (last && fromMm - last.toMm < JOINED_MM) last.toMm = Math.max(last.toMm, toMm);
    else found.push({ fromMm, toMm });
  };
  points.forEach(({ mm, height }, at) => {
    const next = points[at + 1];
    if (height < WEAK) add(mm, mm + cellMm / 2);
    if (next && next.mm - mm > 1.6 * cellMm) add(mm + cellMm / 2, next.mm);
  });
  return found;
}

function longestPause({ cells, peaks }: Channel, clock: Float64Array): { samples: number; clockBeside: number } {
  const first = cells.peak[0] ?? 0;
  const last = cells.peak.at(-1) ?? 0;
  let longest = first;
  for (let at = first; at < last; at++) {
    if (peaks.at[at + 1]! - peaks.at[at]! > peaks.at[longest + 1]! - peaks.at[longest]!) longest = at;
  }
  const beside = clock.filter((length, at) => length > 0 && at >= longest - 4 && at <= longest + 5);
  return { samples: peaks.at[longest + 1]! - peaks.at[longest]!, clockBeside: median(beside) };
}
