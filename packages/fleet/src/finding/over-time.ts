import type { FindingSeries } from '@duka/model';
import { ownTime } from '../log/own-time.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import type { WearDay } from '../wear/forecast.ts';
import type { UsualRates } from './features.ts';

const DAY = 86_400_000;

/** The days on which a fault's rows lie, on the interfaces that it strikes. Days since 1970, UTC. */
export function daysOf(
  { frame, observed, face }: Scene,
  { rows, struck }: Fault,
  usual: UsualRates,
): readonly WearDay[] {
  const faces = new Set(Array.from(struck, (row) => face[row]!));
  const days = new Map<number, { attempts: number; failures: number; expected: number }>();
  for (const row of rows) {
    if (!faces.has(face[row]!)) continue;
    const day = Math.floor(frame.time[row]! / DAY);
    const counts = days.get(day) ?? { attempts: 0, failures: 0, expected: 0 };
    days.set(day, counts);
    counts.attempts++;
    counts.expected += usual[face[row]!]!;
    if (observed[row]! >= 0) counts.failures++;
  }
  return Array.from(days, ([day, counts]) => ({ day, ...counts }));
}

const BUCKETS = 48;
const HOUR = 3_600_000;
const WIDTHS = [1, 2, 3, 6, 12, 24, 48, 24 * 7, 24 * 14, 24 * 28].map((hours) => hours * HOUR);

/** Failures over the log's own time, in at most about 48 buckets of a round width. Ms since 1970, and ms. */
export function seriesOf(
  { frame, observed, face }: Scene,
  rows: Int32Array,
  usual: UsualRates,
): Omit<FindingSeries, 'finding'> {
  const { first, last } = ownTime(frame);
  const from = frame.time[first]!;
  const span = frame.time[last]! - from;
  const widest = WIDTHS.at(-1)!;
  const width =
    WIDTHS.find((candidate) => span / candidate <= BUCKETS) ?? widest * Math.ceil(span / (widest * BUCKETS));
  const start = Math.floor(from / width) * width;
  const buckets = Array.from({ length: Math.floor((from + span - start) / width) + 1 }, () => ({
    attempts: 0,
    failures: 0,
    expected: 0,
  }));
  for (const row of rows) {
    if (row < first || row > last) continue;
    const bucket = buckets[Math.floor((frame.time[row]! - start) / width)]!;
    bucket.attempts++;
    bucket.expected += usual[face[row]!]!;
    if (observed[row]! >= 0) bucket.failures++;
  }
  return { start, width, buckets };
}
