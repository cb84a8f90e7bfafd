import type { FleetFinding } from '@duka/fleet';
import type { Feature } from '@duka/knowledge/signatures';
import { FEATURES } from '@duka/knowledge/signatures';
import type { CauseProbability } from '@duka/model';

/** Chance that a finding with hardly more evidence than it takes is real and whole. */
const JUST_FOUND = 0.7;
/** By so much more evidence, as a natural logarithm, the doubt shrinks to a third. */
const SHRINKS_IN = 8;

/** A cause at a place where it seldom sits is often a piece of something wider. From this chance of the seat on, nothing speaks against it. */
const SEAT_ENOUGH = 0.1;
const SEAT_NEVER = 0.5;

/**
 * The causes' probabilities with the chance that there is such a fault at all, at this place and no wider: what the diagnosis
 * takes for granted. What is missing to one is the chance that the finding is false or a piece of another. The numbers are
 * estimated from simulated fleets in the ranges for tuning.
 */
export function standing(found: FleetFinding, causes: readonly CauseProbability[]): readonly CauseProbability[] {
  const real = 1 - (1 - JUST_FOUND) * Math.exp(-Math.max(0, found.logOdds) / SHRINKS_IN);
  return causes
    .map(({ cause, probability }) => ({ cause, probability: probability * real * whole(found, cause) }))
    .sort((a, b) => b.probability - a.probability || (a.cause < b.cause ? -1 : 1));
}

function whole({ features }: FleetFinding, cause: CauseProbability['cause']): number {
  const seats: Feature = FEATURES.seat;
  // There is nothing wider that it could be a piece of.
  if (features.seat === undefined || features.seat === 'everywhere') return 1;
  const odds = seats.given[cause] ?? seats.otherwise;
  const chance = odds[seats.values.indexOf(features.seat)]! / odds.reduce((sum, one) => sum + one, 0);
  return SEAT_NEVER + (1 - SEAT_NEVER) * Math.min(1, chance / SEAT_ENOUGH);
}
