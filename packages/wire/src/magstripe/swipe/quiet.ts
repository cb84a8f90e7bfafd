import { median, quantile } from './statistics.ts';

/** What a channel says while nothing passes the head, and how its loudest parts end. */
export type Rest = {
  /** The level at rest and the noise around it (rms), in shares of full scale. */
  readonly level: number;
  readonly noise: number;
  readonly loudest: number;
  /** Whether some part of the recording is still. */
  readonly isStill: boolean;
  /** Share of the loud samples that stand still at the loudest value: the recording ran into its limit. */
  readonly clipped: number;
};

const BLOCK_SECONDS = 0.003;
/** The loudest sample of plain noise is about four times its rms: what has no stillness may be nothing but noise. */
const LOUD = 10;
/** Of a recording without any stillness, noise is taken to be this share of the loudest. */
const ASSUMED_NOISE = 1 / 16;

export function restOf(signal: Float64Array, sampleRate: number): Rest {
  const block = Math.max(16, Math.round(BLOCK_SECONDS * sampleRate));
  const means: number[] = [];
  const spreads: number[] = [];
  for (let from = 0; from + block <= signal.length; from += block) {
    let sum = 0;
    let squares = 0;
    for (let at = from; at < from + block; at++) {
      sum += signal[at]!;
      squares += signal[at]! ** 2;
    }
    means.push(sum / block);
    spreads.push(Math.sqrt(Math.max(0, squares / block - (sum / block) ** 2)));
  }
  const level = means.length === 0 ? 0 : median(means);
  let loudest = 0;
  for (const value of signal) loudest = Math.max(loudest, Math.abs(value - level));
  const quiet = spreads.length === 0 ? 0 : quantile(spreads, 0.08);
  const isStill = loudest >= LOUD * quiet;
  const noise = isStill ? quiet : loudest * ASSUMED_NOISE;
  return { level, noise, loudest, isStill, clipped: clippedShare(signal, level, loudest) };
}

function clippedShare(signal: Float64Array, level: number, loudest: number): number {
  let loud = 0;
  let still = 0;
  for (let at = 1; at < signal.length; at++) {
    if (Math.abs(signal[at]! - level) < 0.7 * loudest) continue;
    loud++;
    if (Math.abs(signal[at]! - level) > 0.98 * loudest && signal[at] === signal[at - 1]) still++;
  }
  return loud === 0 ? 0 : still / loud;
}
