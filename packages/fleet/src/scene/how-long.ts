import { INTERFACES } from '@duka/model';
import type { Course } from './course.ts';
import { COURSE_OF_INNER } from './course.ts';
import { REASON_COUNT } from './observation.ts';
import type { Leaning } from './shares.ts';
import { drawnShares, sharesByReason } from './shares.ts';

/** Upper ends of the spans that durations fall into, ms; what takes longer is in the last span. */
const ENDS = [1000, 2000, 4000, 8000, 16_000, 40_000];
export const SPANS = ENDS.length + 1;

/** @returns the span of a duration in ms, -1 where it is not known */
export function spanOf(ms: number): number {
  if (!(ms >= 0)) return -1;
  let span = 0;
  while (span < ENDS.length && ms >= ENDS[span]!) span++;
  return span;
}

/** How long attempts take that come to no answer, by span: expert estimates. What is answered takes as long as what goes well. */
const TYPICAL: { readonly [C in Exclude<Course, 'whole'>]: readonly number[] } = {
  refused: [0.6, 0.2, 0.1, 0.05, 0.03, 0.01, 0.01],
  hung: [0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.3],
  unread: [0.2, 0.35, 0.25, 0.12, 0.05, 0.02, 0.01],
  no_card: [0.02, 0.05, 0.15, 0.23, 0.25, 0.2, 0.1],
  holder: [0.05, 0.1, 0.2, 0.35, 0.2, 0.08, 0.02],
  idle_holder: [0.01, 0.01, 0.03, 0.1, 0.15, 0.35, 0.35],
  unsent: [0.12, 0.2, 0.25, 0.23, 0.12, 0.06, 0.02],
  unanswered: [0.02, 0.03, 0.05, 0.1, 0.2, 0.4, 0.2],
};
/** What goes well counts as so many attempts. */
const USUAL = 10;
/** Terminals differ in what they count from. */
const LEANING: Leaning = { weight: { typical: 15, alike: 30 }, otherwise: { typical: 0.3, shown: 0.1 } };

/**
 * What a log shows of durations. Each holds counts by span: of what went well and of all that failed by interface, of failures that
 * tell their reason by interface and reason.
 */
export type Durations = { readonly well: Float64Array; readonly failed: Float64Array; readonly told: Float64Array };

export const noDurations = (): Durations => ({
  well: new Float64Array(INTERFACES.length * SPANS),
  failed: new Float64Array(INTERFACES.length * SPANS),
  told: new Float64Array(INTERFACES.length * REASON_COUNT * SPANS),
});

/**
 * Chance that a failure for a reason takes so long, `chance[(interface * reasons + reason) * spans + span]`: as the failures show that tell
 * their reason, drawn towards all that go the same course, and those towards what is typical of it.
 */
export function chancesOfSpans({ well, failed, told }: Durations): Float64Array {
  const chance = new Float64Array(told.length);
  const any = new Float64Array(SPANS).fill(1 / SPANS);
  INTERFACES.forEach((_, face) => {
    const ofFace = (of: Float64Array): Float64Array =>
      of.subarray((face * of.length) / INTERFACES.length, ((face + 1) * of.length) / INTERFACES.length);
    const whenWell = drawnShares(ofFace(well), any, USUAL);
    const whatever = drawnShares(ofFace(failed), whenWell, USUAL);
    const reasons = ofFace(told);
    const typicalOf = (reason: number): ArrayLike<number> => {
      const course = COURSE_OF_INNER[reason]!;
      return course === null ? whatever : course === 'whole' ? whenWell : TYPICAL[course];
    };
    chance.set(sharesByReason(reasons, SPANS, COURSE_OF_INNER, typicalOf, LEANING), face * REASON_COUNT * SPANS);
  });
  return chance;
}
