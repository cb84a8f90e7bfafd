import type { Rng } from '../rng.ts';
import type { Stripe } from './stripe.ts';

/** A read head and what follows it. Lengths in mm. */
export type Head = {
  /** Width of the gap: it opens as the head wears. */
  readonly gapMm: number;
  /** Between stripe and head at a place of the card, dirt and wear included. */
  readonly spacingMm: (placeMm: number) => number;
  /** Share of the head's width that is over the track at a place of the card: less where the card is lifted or tilted. */
  readonly coverage: (placeMm: number) => number;
  /** Angle between gap and transitions (rad), and width of the track read: azimuth loss. */
  readonly azimuth: number;
  readonly widthMm: number;
  readonly gain: number;
  /** Upper corner of the amplifier, in Hz. */
  readonly cornerHz: number;
  /** Noise of the amplifier (rms), as a share of full scale. */
  readonly noise: number;
};

/** Length of the transition in the stripe's layer. */
const TRANSITION_MM = 0.008;
const REACH_MM = 0.45;
/** The signal of a good head at this speed (mm/s) is of the order of 1. */
const UNIT_SPEED = 500;

/**
 * The signal of an inductive head over a thin layer with arctangent transitions: Karlqvist's field of a gap, reached
 * by reciprocity (O. Karlqvist 1954; e.g. H. N. Bertram, Theory of Magnetic Recording, 1994, ch. 5 and 6). Its height
 * is proportional to the speed. A gap that is not parallel to the transitions sees a spread of places.
 * `places` is the position of the head over the card at each sample; `skewMm` is how far this channel lies ahead.
 */
export function readStripe(
  { transitions, strength }: Stripe,
  head: Head,
  places: Float64Array,
  sampleRate: number,
  skewMm: number,
  rng: Rng,
): Float64Array {
  const strands = strandsOf(head);
  const raw = new Float64Array(places.length);
  let first = 0;
  for (let sample = 1; sample < places.length; sample++) {
    const place = (places[sample]! + places[sample - 1]!) / 2 + skewMm;
    const speed = (places[sample]! - places[sample - 1]!) * sampleRate;
    while (first < transitions.length && transitions[first]! < place - REACH_MM) first++;
    if (speed === 0) continue;
    const depth = head.spacingMm(place) + TRANSITION_MM;
    let sum = 0;
    for (let at = first; at < transitions.length && transitions[at]! <= place + REACH_MM; at++) {
      const sign = at % 2 === 0 ? 1 : -1;
      for (const strand of strands) {
        const away = place + strand - transitions[at]!;
        const half = head.gapMm / 2;
        const field = Math.atan((half + away) / depth) + Math.atan((half - away) / depth);
        sum += (sign * strength[at]! * field) / strands.length;
      }
    }
    raw[sample] = sum * head.coverage(place) * head.gain * (speed / UNIT_SPEED) * (0.012 / head.gapMm);
  }
  return amplified(raw, head, sampleRate, rng);
}

function strandsOf({ azimuth, widthMm }: Head): readonly number[] {
  const spread = widthMm * Math.tan(azimuth);
  return Math.abs(spread) < 0.004 ? [0] : [-0.4, -0.2, 0, 0.2, 0.4].map((share) => share * spread);
}

/** Two poles of low pass, noise, and the ends of the scale. */
function amplified(raw: Float64Array, { cornerHz, noise }: Head, sampleRate: number, rng: Rng): Float64Array {
  const keep = Math.exp((-2 * Math.PI * cornerHz) / sampleRate);
  let once = 0;
  let twice = 0;
  return raw.map((value) => {
    once = keep * once + (1 - keep) * value;
    twice = keep * twice + (1 - keep) * once;
    return Math.max(-1, Math.min(1, twice + noise * rng.normal()));
  });
}
