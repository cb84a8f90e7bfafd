import type { SwipeFault, SwipeRanges, SwipeSession, SwipeTrack } from '@duka/sim';
import { Rng, SWIPE_FAULTS, swipeSession } from '@duka/sim';
import type { SwipeAnalysis } from '@duka/wire/magstripe';

/** A session and what was found of it. */
export type Analysed = { readonly fault: SwipeFault; readonly analysis: SwipeAnalysis };

const SAMPLE_RATES = [44_100, 48_000, 48_000, 96_000] as const;
const TRACK_SETS = [[2], [2], [1, 2], [2, 3], [1, 2, 3], [1]] as const;
const SWIPES = 3;

/** Sessions of every fault in turn, on heads of one to three channels, forward and backward. */
export function* sessions(seed: number, each: number, ranges: SwipeRanges): Generator<SwipeSession> {
  const rng = new Rng(seed);
  for (let at = 0; at < each; at++) {
    for (const fault of SWIPE_FAULTS) yield sessionOf(rng.fork(`${fault} ${at}`), fault, ranges);
  }
}

function sessionOf(rng: Rng, fault: SwipeFault, ranges: SwipeRanges): SwipeSession {
  const number = `62${rng.text(14, '0123456789')}`;
  const texts = {
    1: `%B${number}^${rng.text(2 + rng.below(10), 'ABCDEFGHIKLMNOPRSTUW')}/${rng.text(6, 'AEIOURST')}^3012201${rng.text(16, '0123456789')}?`,
    2: `;${number}=3012201${rng.text(8 + rng.below(5), '0123456789')}?`,
    3: `;99${number}=156156${rng.text(60, '0123456789')}=${rng.text(12, '0123456789')}=${rng.text(8, '0123456789')}?`,
  } as const;
  const tracks = rng.pick(TRACK_SETS).map((track): SwipeTrack => ({ track, text: texts[track] }));
  return swipeSession({
    seed: rng.below(2 ** 31),
    fault,
    tracks,
    swipes: SWIPES,
    sampleRate: rng.pick(SAMPLE_RATES),
    ranges,
    backward: rng.chance(0.3),
  });
}
