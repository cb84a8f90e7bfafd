import { UNKNOWN } from '../log/dictionary.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { isOfRelease } from '../suspicion/slack.ts';
import { lengthOf, SAME_START, SAME_START_SHARE } from './at-one-time.ts';
import { couldBeWithin, isAtOneTerminal } from './belongs.ts';

/** One terminal may break on the day on which a release arrives; two that break alike, each on its own day of arrival, do not. */
const SEVERAL = 2;

/**
 * The troubles of places that a release brought there: one pattern, at several terminals or stores within its scope, at each from the hour
 * on in which the release arrived. A program may fail in ways that no pattern puts together, and what one pattern leaves looks like
 * a fault of each terminal.
 */
export function broughtBy(scene: Scene, release: Fault, faults: readonly Fault[]): readonly Fault[] {
  if (!isOfRelease(release.kind)) return [];
  const ofPlaces = faults.filter((fault) => isAtOneTerminal(fault) || fault.kind === 'store');
  const startAt = firstStruck(scene, release);
  const brought = ofPlaces.filter(
    (fault) => beginsWithIt(scene, fault, startAt) && couldBeWithin(scene, fault, release, false),
  );
  const byPattern = Map.groupBy(brought, ({ pattern }) => pattern);
  return [...byPattern.values()].filter((alike) => alike.length >= SEVERAL).flat();
}

/** The first row of each terminal that a fault strikes, UNKNOWN where it strikes none. */
function firstStruck({ frame }: Scene, { struck }: Fault): Int32Array {
  const { codes, count } = frame.text.terminal_id;
  const first = new Int32Array(count).fill(UNKNOWN);
  for (let i = struck.length - 1; i >= 0; i--) first[codes[struck[i]!]!] = struck[i]!;
  return first;
}

/** Whether a trouble begins when the release's does there: when that arrives, or when a host no longer bears it. The place was seen before. */
function beginsWithIt({ frame }: Scene, fault: Fault, startAt: Int32Array): boolean {
  const { time } = frame;
  const { codes } = frame.text.terminal_id;
  let start = frame.length;
  for (const row of fault.struck) {
    const own = startAt[codes[row]!]!;
    if (own !== UNKNOWN) start = Math.min(start, own);
  }
  if (start === frame.length || fault.rows[0]! >= start) return false;
  const late = time[fault.first]! - time[start]!;
  return late >= -SAME_START && late <= Math.max(SAME_START, SAME_START_SHARE * lengthOf(frame, fault));
}
