import type { InnerReason } from '@duka/knowledge/signatures';
import { TYPICAL_FAILURES } from '@duka/knowledge/signatures';
import type { Interface } from '@duka/model';

/** Failures for a reason in thousand attempts, where the knowledge names none. */
const UNHEARD_OF = 0.002;

/** Chance that a first attempt of a fleet in order fails for a reason. */
export function typicalRate(face: Interface, reason: InnerReason): number {
  const rates: { readonly [R in InnerReason]?: number } = TYPICAL_FAILURES[face];
  return (rates[reason] ?? UNHEARD_OF) / 1000;
}
