import { COURSE_OF_INNER } from './course.ts';
import { REASON_COUNT } from './observation.ts';
import { drawnShares, flattened, sumOfRows } from './shares.ts';

/** What is lit when an attempt has failed: the first of these colours, or none of them. */
const COLOURS = ['red', 'yellow', 'blue'] as const;
export const LIGHTS = COLOURS.length + 1;
const LIT = COLOURS.map((colour) => new RegExp(`${colour}:(?:on|blink)`));

/** @returns the light that an indicator shows, -1 where none is given */
export function lightOf(indicator: string | null): number {
  if (indicator === null) return -1;
  const lit = LIT.findIndex((pattern) => pattern.test(indicator));
  return lit < 0 ? COLOURS.length : lit;
}

/** What is so of all failures counts as so many of each course, what is so of a course as so many of each reason; so much may be otherwise. */
const WEIGHT = { all: 15, course: 30 };
const OTHERWISE = 0.1;

/**
 * Chance that a failure for a reason shows a light, `chance[reason * lights + light]`. Makers give lights meanings of their own: only a log
 * tells what they are, and where no failure tells its reason, all reasons are alike.
 * @param told counts of the failures that tell their reason, laid out likewise
 */
export function chancesOfLights(told: Float64Array): Float64Array {
  const chance = new Float64Array(REASON_COUNT * LIGHTS);
  const any = new Float64Array(LIGHTS).fill(1 / LIGHTS);
  const all = drawnShares(
    sumOfRows(told, LIGHTS, () => true),
    any,
    1,
  );
  COURSE_OF_INNER.forEach((course, reason) => {
    const sameCourse = sumOfRows(told, LIGHTS, (other) => COURSE_OF_INNER[other] === course);
    const alike = drawnShares(sameCourse, all, WEIGHT.all);
    const own = drawnShares(told.subarray(reason * LIGHTS, (reason + 1) * LIGHTS), alike, WEIGHT.course);
    chance.set(flattened(own, OTHERWISE), reason * LIGHTS);
  });
  return chance;
}
