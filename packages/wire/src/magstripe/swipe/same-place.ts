import type { DropOut } from './profile.ts';

/** Two swipes agree on a place as well as this, in mm: the clock drifts while it coasts over what is lost. */
const NEAR_MM = 1.5;

/**
 * Of the drop-outs of each swipe, the share that every other swipe has at the same place; NaN where fewer than two
 * swipes have any. Places count from the start sentinel.
 */
export function samePlaceShare(swipes: readonly (readonly DropOut[])[]): number {
  const seen = swipes.filter((dropOuts) => dropOuts.length > 0);
  if (seen.length < 2) return Number.NaN;
  let again = 0;
  let all = 0;
  seen.forEach((dropOuts, at) => {
    for (const one of dropOuts) {
      const others = seen.filter((_, other) => other !== at);
      all += others.length;
      again += others.filter((other) => other.some((two) => isNear(one, two))).length;
    }
  });
  return again / all;
}

const isNear = (one: DropOut, two: DropOut): boolean =>
  one.fromMm <= two.toMm + NEAR_MM && two.fromMm <= one.toMm + NEAR_MM;
