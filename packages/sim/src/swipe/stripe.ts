import type { Rng } from '../rng.ts';
import type { TrackNumber } from './encode.ts';
import { bitMm, CARD_MM, encodeTrack } from './encode.ts';

/** A scratch, a crease or an erased spot: what is left of the magnetisation there, 0 to 1. */
export type Damage = { readonly atMm: number; readonly lengthMm: number; readonly left: number };

export type Stripe = {
  readonly track: TrackNumber;
  /** Where the flux turns (mm from the leading edge), and how strongly it is magnetised there. */
  readonly transitions: Float64Array;
  readonly strength: Float64Array;
};

/**
 * Writes a track: the flux turns at the beginning of every bit, and once more in the middle of a one.
 * `jitter` is the deviation of a transition from its place, as a share of a bit.
 */
export function writeStripe(
  track: TrackNumber,
  text: string,
  { rng, jitter, damages }: { readonly rng: Rng; readonly jitter: number; readonly damages: readonly Damage[] },
): Stripe {
  const cell = bitMm(track);
  const places: number[] = [];
  encodeTrack(track, text).forEach((bit, at) => {
    places.push(at * cell);
    if (bit === 1) places.push((at + 0.5) * cell);
  });
  const transitions = Float64Array.from(places, (place) => place + 0.2 + jitter * cell * rng.normal());
  const strength = transitions.map((place) => damages.reduce((left, damage) => left * leftAt(damage, place), 1));
  return { track, transitions, strength };
}

const leftAt = ({ atMm, lengthMm, left }: Damage, place: number): number =>
  Math.abs(place - atMm) <= lengthMm / 2 ? left : 1;

/** The same stripe pulled through the other way round. */
export function turned({ track, transitions, strength }: Stripe): Stripe {
  return {
    track,
    transitions: transitions.map((place) => CARD_MM - place).reverse(),
    strength: strength.toReversed(),
  };
}
