import type { Profile } from './profile.ts';
import { aroundLine, median, quantile } from './statistics.ts';

/** One number a channel for each question that tells the causes apart. */
export type Features = {
  /** The shortest time between transitions, in samples: below about two, they run together. */
  readonly shortest: number;
  /** Width of a single transition, in mm: what gap and spacing make of it. */
  readonly width: number;
  /** How far the width wanders along the stripe (spread of its logarithm). */
  readonly widthWander: number;
  /** Height in the dense parts beside that in the sparse parts. */
  readonly resolution: number;
  /** Share of the stripe in drop-outs. */
  readonly lost: number;
  /** How far the height wanders along the stripe beside a steady rise or fall. */
  readonly wander: number;
  /** Steady rise or fall of the height over the stripe (of its logarithm). */
  readonly ramp: number;
  /** Change of speed from one millimetre to the next (of its logarithm, nine in ten are below). */
  readonly jerk: number;
  /** The longest pause, in mm at the usual speed. */
  readonly pause: number;
  /** Speed beside the longest pause, as a share of the usual one. */
  readonly speedAtPause: number;
};
export type Feature = keyof Features;

const STEP_MM = 1.5;

export function featuresOf(profile: Profile): Features {
  const { points, dropOuts, lengthMm } = profile;
  const sound = points.filter(({ mm }) => !dropOuts.some(({ fromMm, toMm }) => mm >= fromMm - 0.5 && mm <= toMm + 0.5));
  const heights = alongMm(sound.map(({ mm, height }) => [mm, Math.log(Math.max(0.02, height))]));
  const widths = alongMm(sound.flatMap(({ mm, width }) => (width === null ? [] : [[mm, Math.log(width)]])));
  const all = alongMm(points.map(({ mm, height }) => [mm, Math.log(Math.max(0.02, height))]));
  const speeds = alongMm(points.map(({ mm, speed }) => [mm, Math.log(speed)]));
  const changes = speeds.slice(1).map((speed, at) => Math.abs(speed - speeds[at]!));
  return {
    shortest: profile.shortest,
    width: Math.exp(median(widths)),
    widthWander: aroundLine(widths).rest,
    resolution: profile.resolution,
    lost: dropOuts.reduce((sum, { fromMm, toMm }) => sum + toMm - fromMm, 0) / lengthMm,
    wander: aroundLine(heights).rest,
    ramp: Math.abs(aroundLine(all).rise),
    jerk: quantile(changes, 0.9),
    pause: profile.pauseMm,
    speedAtPause: profile.speedAtPause,
  };
}

/** Medians over steps of the stripe; steps without a value are left out. */
function alongMm(values: readonly (readonly [mm: number, value: number])[]): number[] {
  const steps = new Map<number, number[]>();
  for (const [mm, value] of values) {
    const step = Math.floor(mm / STEP_MM);
    const list = steps.get(step);
    if (list) list.push(value);
    else steps.set(step, [value]);
  }
  return [...steps].sort(([a], [b]) => a - b).map(([, list]) => median(list));
}
