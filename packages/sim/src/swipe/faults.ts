import type { Rng } from '../rng.ts';
import type { TrackNumber } from './encode.ts';
import { bitMm, CARD_MM } from './encode.ts';
import type { Hand } from './motion.ts';
import type { Damage } from './stripe.ts';

export const SWIPE_FAULTS = [
  'fine',
  'head_worn',
  'head_dirty',
  'stripe_damaged',
  'too_fast',
  'uneven',
  'stopped',
  'tilted',
] as const;
export type SwipeFault = (typeof SWIPE_FAULTS)[number];

/** What stays the same over the swipes of one card on one terminal. */
export type Lasting = {
  readonly gapMm: number;
  readonly spacingMm: number;
  /** Loss of height of each channel: heads wear unevenly. */
  readonly gains: readonly number[];
  readonly damages: readonly Damage[];
  readonly jitter: number;
  readonly noise: number;
  readonly cornerHz: number;
};

/** What is drawn anew for each swipe. */
export type Passing = {
  readonly hand: Hand;
  readonly spacingMm: (placeMm: number) => number;
  readonly coverage: (placeMm: number) => number;
  readonly azimuth: number;
};

type Range = readonly [number, number];

/** How far each fault goes. The second set is for measuring on what nothing was tuned with. */
export const SWIPE_RANGES = {
  tuning: {
    speed: [220, 700],
    swell: [0.02, 0.25],
    noise: [0.001, 0.006],
    jitter: [0.003, 0.015],
    goodGap: [0.01, 0.016],
    goodSpacing: [0.001, 0.004],
    wornGap: [0.035, 0.08],
    wornSpacing: [0.012, 0.04],
    dirt: [0.02, 0.07],
    dirtMm: [3, 12],
    damageMm: [0.6, 4],
    damageLeft: [0, 0.15],
    samplesPerHalf: [1.2, 2.2],
    jerk: [0.4, 0.8],
    jerkMm: [1.2, 3],
    stopSeconds: [0.05, 0.5],
    coverageLost: [0.7, 0.97],
    azimuth: [0.02, 0.06],
  },
  heldOut: {
    speed: [160, 950],
    swell: [0, 0.35],
    noise: [0.0005, 0.01],
    jitter: [0.001, 0.02],
    goodGap: [0.008, 0.02],
    goodSpacing: [0.0005, 0.006],
    wornGap: [0.03, 0.1],
    wornSpacing: [0.01, 0.05],
    dirt: [0.015, 0.09],
    dirtMm: [2, 18],
    damageMm: [0.45, 6],
    damageLeft: [0, 0.25],
    samplesPerHalf: [1, 2.4],
    jerk: [0.35, 1],
    jerkMm: [1, 4],
    stopSeconds: [0.03, 0.9],
    coverageLost: [0.6, 1],
    azimuth: [0.015, 0.08],
  },
} as const satisfies Record<string, Record<string, Range>>;
export type SwipeRanges = Record<keyof (typeof SWIPE_RANGES)['tuning'], Range>;

export function drawLasting(rng: Rng, fault: SwipeFault, channels: number, ranges: SwipeRanges): Lasting {
  const worn = fault === 'head_worn';
  return {
    gapMm: rng.between(...(worn ? ranges.wornGap : ranges.goodGap)),
    spacingMm: rng.between(...(worn ? ranges.wornSpacing : ranges.goodSpacing)),
    gains: Array.from({ length: channels }, () => 0.25 * rng.between(0.8, 1.2) * (worn ? rng.between(0.5, 1) : 1)),
    damages: fault === 'stripe_damaged' ? drawDamages(rng, ranges) : [],
    jitter: rng.between(...ranges.jitter),
    noise: rng.logBetween(...ranges.noise),
    cornerHz: rng.between(14_000, 22_000),
  };
}

/** Within what tracks 1 to 3 have written, whatever their length. */
function drawDamages(rng: Rng, ranges: SwipeRanges): readonly Damage[] {
  return Array.from({ length: 1 + rng.below(3) }, () => ({
    atMm: rng.between(9, 42),
    lengthMm: rng.logBetween(...ranges.damageMm),
    left: rng.between(...ranges.damageLeft),
  }));
}

export function drawPassing(
  rng: Rng,
  fault: SwipeFault,
  track: TrackNumber,
  sampleRate: number,
  ranges: SwipeRanges,
): Passing {
  const tilted = fault === 'tilted';
  const usual = rng.between(...ranges.speed);
  const speed = fault === 'too_fast' ? (bitMm(track) / 2 / rng.between(...ranges.samplesPerHalf)) * sampleRate : usual;
  return {
    hand: {
      speed,
      swell: rng.between(...ranges.swell),
      jerk: fault === 'uneven' ? rng.between(...ranges.jerk) : rng.between(0.005, 0.03),
      jerkMm: fault === 'uneven' ? rng.between(...ranges.jerkMm) : rng.between(4, 10),
      stop:
        fault === 'stopped'
          ? { atMm: rng.between(14, 36), seconds: rng.logBetween(...ranges.stopSeconds), ends: rng.chance(0.3) }
          : null,
    },
    spacingMm: fault === 'head_dirty' ? dirtOver(rng, ranges) : () => 0,
    coverage: tilted ? lifted(rng, rng.between(...ranges.coverageLost)) : () => 1,
    azimuth: tilted ? rng.between(...ranges.azimuth) : rng.between(0, 0.004),
  };
}

/** Dirt under the head moves while a card passes: a spacing that wanders between nearly none and its most. */
function dirtOver(rng: Rng, ranges: SwipeRanges): (placeMm: number) => number {
  const most = rng.between(...ranges.dirt);
  const knotMm = rng.between(...ranges.dirtMm);
  const knots = Array.from({ length: Math.ceil(CARD_MM / knotMm) + 2 }, () => most * rng.unit() ** 0.7);
  return (place) => {
    const along = Math.min(knots.length - 1.001, Math.max(0, place / knotMm));
    const knot = Math.floor(along);
    return knots[knot]! + (knots[knot + 1]! - knots[knot]!) * (along - knot);
  };
}

/** A card that leaves the slot's floor slides from under the head towards one end. */
function lifted(rng: Rng, lost: number): (placeMm: number) => number {
  const fromEnd = rng.chance(0.5);
  const begins = rng.between(0, 0.3) * CARD_MM;
  return (place) => {
    const along = fromEnd ? CARD_MM - place : place;
    return 1 - lost * Math.max(0, Math.min(1, (along - begins) / (0.7 * CARD_MM)));
  };
}
