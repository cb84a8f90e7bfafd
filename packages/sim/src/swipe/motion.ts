import type { Rng } from '../rng.ts';

/** How a hand pulls a card: mean speed (mm/s) and what is wrong with it. */
export type Hand = {
  readonly speed: number;
  /** Slow swell of the speed over the card, as a share; a wrist does this. */
  readonly swell: number;
  /** Fast changes of speed (jerks), as a share, and the length over which one lasts (mm). */
  readonly jerk: number;
  readonly jerkMm: number;
  /** Where it stops and for how long; from there on it goes on, unless it `ends`. */
  readonly stop: { readonly atMm: number; readonly seconds: number; readonly ends: boolean } | null;
};

/** Position (mm) at each sample, until the card has passed. */
export function pull(hand: Hand, lengthMm: number, sampleRate: number, rng: Rng): Float64Array {
  const swellPhase = rng.between(0, 2 * Math.PI);
  const jerks = Array.from({ length: Math.ceil(lengthMm / hand.jerkMm) + 3 }, () => rng.normal());
  const speedAt = (place: number): number => {
    const along = Math.max(0, place) / hand.jerkMm;
    const knot = Math.min(jerks.length - 2, Math.floor(along));
    const blend = 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, along - knot));
    const jerk = jerks[knot]! * (1 - blend) + jerks[knot + 1]! * blend;
    const swell = Math.sin((2 * Math.PI * place) / lengthMm + swellPhase);
    return hand.speed * Math.exp(hand.swell * swell + hand.jerk * jerk) * brake(hand, place);
  };
  const most = Math.ceil(20 * sampleRate * (lengthMm / hand.speed) + 2 * sampleRate);
  const places: number[] = [];
  let place = 0;
  let rest = hand.stop === null ? 0 : Math.round(hand.stop.seconds * sampleRate);
  for (let sample = 0; sample < most && place < lengthMm; sample++) {
    places.push(place);
    if (hand.stop !== null && rest > 0 && place >= hand.stop.atMm) {
      rest--;
      if (rest === 0 && hand.stop.ends) break;
    } else {
      place += speedAt(place) / sampleRate;
    }
  }
  return Float64Array.from(places);
}

const BRAKING_MM = 3;

/** Nobody stops at once: the speed goes down over the last millimetres before the stop, and up after it. */
function brake({ stop }: Hand, place: number): number {
  if (stop === null) return 1;
  const away = Math.abs(place - stop.atMm) / BRAKING_MM;
  return away >= 1 ? 1 : Math.max(0.08, Math.sqrt(away));
}
