import type { Characters } from '../characters.ts';
import { merit, readCharacters } from '../characters.ts';
import type { TrackFormat } from '../formats.ts';
import { TRACK_FORMATS } from '../formats.ts';
import type { Cells } from './f2f.ts';
import { decodeF2f } from './f2f.ts';
import type { Peaks } from './peaks.ts';
import { findPeaks } from './peaks.ts';
import type { Rest } from './quiet.ts';
import { restOf } from './quiet.ts';

/** One channel of a swipe, read as far as it can be. It holds card data: it never leaves this package. */
export type Channel = {
  readonly signal: Float64Array;
  readonly sampleRate: number;
  readonly rest: Rest;
  readonly peaks: Peaks;
  readonly cells: Cells;
  readonly format: TrackFormat;
  /** Null where no start sentinel was found. */
  readonly read: Characters | null;
};

/** Why there is nothing to look at in a channel. */
export type Nothing = 'silent' | 'too_short' | 'noise';

const FEWEST_PEAKS = 24;
/** A stripe has at most some 1500 transitions: more than this is noise, or many swipes in one recording. */
const MOST_PEAKS = 6000;
/** More cells than a whole card has at 75 to the inch: it is one of the dense tracks. */
const DENSE_CELLS = 300;

export function readChannel(signal: Float64Array, sampleRate: number): Channel | Nothing {
  const rest = restOf(signal, sampleRate);
  if (rest.loudest === 0) return 'silent';
  const peaks = findPeaks(signal, rest.noise, rest.level);
  if (peaks.at.length < FEWEST_PEAKS) return 'too_short';
  if (peaks.at.length > MOST_PEAKS) return 'noise';
  const cells = decodeF2f(peaks.at);
  const readings = TRACK_FORMATS.map((format) => ({ format, read: readCharacters(cells.bits, format) }));
  const dense = cells.bits.length > DENSE_CELLS;
  const plausible = readings.filter(({ format }) => (format.perInch === 75) !== dense);
  const best = plausible.toSorted((a, b) => meritOf(b.read) - meritOf(a.read))[0]!;
  if (!rest.isStill && best.read === null) return 'noise';
  return { signal, sampleRate, rest, peaks, cells, ...best };
}

const meritOf = (read: Characters | null): number => (read === null ? -1000 : merit(read));
