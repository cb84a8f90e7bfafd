import { Rng } from '../rng.ts';
import type { TrackNumber } from './encode.ts';
import { CARD_MM } from './encode.ts';
import type { Lasting, SwipeFault, SwipeRanges } from './faults.ts';
import { drawLasting, drawPassing } from './faults.ts';
import { readStripe } from './head.ts';
import { pull } from './motion.ts';
import { turned, writeStripe } from './stripe.ts';

export type SwipeTrack = { readonly track: TrackNumber; readonly text: string };

export type SwipeSession = {
  readonly fault: SwipeFault;
  readonly sampleRate: number;
  /** One a channel. */
  readonly tracks: readonly SwipeTrack[];
  readonly swipes: readonly (readonly Float64Array[])[];
};

type SessionRequest = {
  readonly seed: number;
  readonly fault: SwipeFault;
  readonly tracks: readonly SwipeTrack[];
  readonly swipes: number;
  readonly sampleRate: number;
  readonly ranges: SwipeRanges;
  readonly backward?: boolean;
};

const PITCH_MM = 3.3;
const SILENCE_SECONDS = 0.05;

/** One card on one terminal, swiped several times: what is wrong with head or stripe stays, the hand is drawn anew. */
export function swipeSession({
  seed,
  fault,
  tracks,
  swipes,
  sampleRate,
  ranges,
  backward,
}: SessionRequest): SwipeSession {
  const rng = new Rng(seed);
  const lasting = drawLasting(rng.fork('lasting'), fault, tracks.length, ranges);
  const written = tracks.map(({ track, text }, at) => {
    const how = { rng: rng.fork(`stripe ${at}`), jitter: lasting.jitter, damages: lasting.damages };
    const stripe = writeStripe(track, text, how);
    return backward ? turned(stripe) : stripe;
  });
  const one = (_: unknown, at: number) =>
    swipeOnce(rng.fork(`swipe ${at}`), fault, written, lasting, sampleRate, ranges);
  return { fault, sampleRate, tracks, swipes: Array.from({ length: swipes }, one) };
}

function swipeOnce(
  rng: Rng,
  fault: SwipeFault,
  written: readonly ReturnType<typeof writeStripe>[],
  lasting: Lasting,
  sampleRate: number,
  ranges: SwipeRanges,
): readonly Float64Array[] {
  const densest = written.some(({ track }) => track !== 2) ? 1 : 2;
  const passing = drawPassing(rng, fault, densest, sampleRate, ranges);
  const places = pull(passing.hand, CARD_MM + 2, sampleRate, rng.fork('motion'));
  const still = Math.round(SILENCE_SECONDS * sampleRate);
  const all = new Float64Array(places.length + 2 * still).fill(-1, 0, still);
  all.set(places, still);
  all.fill(places.at(-1)!, still + places.length);
  return written.map((stripe, at) => {
    const head = {
      gapMm: lasting.gapMm,
      spacingMm: (place: number) => lasting.spacingMm + passing.spacingMm(place),
      coverage: passing.coverage,
      azimuth: passing.azimuth,
      widthMm: 1.5,
      gain: lasting.gains[at]!,
      cornerHz: lasting.cornerHz,
      noise: lasting.noise,
    };
    const skew = (at - (written.length - 1) / 2) * PITCH_MM * Math.tan(passing.azimuth);
    return readStripe(stripe, head, all, sampleRate, skew, rng.fork(`head ${at}`));
  });
}
