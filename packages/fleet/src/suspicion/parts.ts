import { sharesOfPattern } from './scales.ts';
import type { Suspicion } from './suspicion.ts';
import { oddsOf } from './suspicion.ts';
import { facesHit } from './trials.ts';

/**
 * By how much the parts together must be better evidence than the whole. A pattern only sketches what a fault does: each failure of a true
 * whole may look somewhat more like a part.
 */
export const BETTER_APART = 0.15;

/** Whether a suspicion of the same group strikes a single one of the interfaces that the other strikes, and is worth something. */
export function isPartOf(part: Suspicion, whole: Suspicion): boolean {
  const faces = facesHit(sharesOfPattern(whole.pattern));
  const own = facesHit(sharesOfPattern(part.pattern));
  return faces.length > 1 && own.length === 1 && faces.includes(own[0]!) && oddsOf(part) > 0;
}

/** Of suspicions that strike a single interface, the strongest on each: their evidence adds up. The strongest of all comes first. */
export function strongestParts(parts: readonly Suspicion[]): readonly Suspicion[] {
  const best = new Map<number, Suspicion>();
  for (const part of parts) {
    const [face] = facesHit(sharesOfPattern(part.pattern));
    const known = best.get(face!);
    if (oddsOf(part) > 0 && (!known || oddsOf(part) > oddsOf(known))) best.set(face!, part);
  }
  return [...best.values()].sort((a, b) => oddsOf(b) - oddsOf(a));
}
