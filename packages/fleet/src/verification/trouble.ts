import { INTERFACES } from '@duka/model';
import type { Experiences } from './experiences.ts';
import type { Ordinary } from './ordinary.ts';

/** The trouble's own complaints are known only roughly: this part of it looks like ordinary failures. */
const UNSPECIFIC = 0.1;

/** How a trouble shows, by index into INTERFACES. */
export type TroubleLook = {
  /** How many times likelier each complaint is where the trouble struck than among all reads that are well. */
  readonly lift: Float64Array;
  /** Chance of a read that is well to fail with one of the complaints that speak for the trouble. */
  readonly alike: number;
};

/** Learns from the experiences of the trouble what is complained of more than ordinarily. */
export function troubleLook(
  all: Experiences,
  trouble: Int32Array,
  ordinary: readonly Ordinary[],
): readonly TroubleLook[] {
  return INTERFACES.map((_, face) => {
    const { total, byComplaint } = ordinary[face]!;
    const seen = new Float64Array(byComplaint.length);
    let reads = 0;
    for (const i of trouble) {
      if (all.face[i] !== face) continue;
      reads++;
      if (all.failed[i] === 1) seen[all.complaint[i]!]!++;
    }
    const excess = seen.map((count, complaint) => count - reads * byComplaint[complaint]!);
    const sum = excess.reduce((most, one) => most + Math.max(0, one), 0);
    const lift = byComplaint.map((rate, complaint) => {
      const own = sum > 0 ? Math.max(0, excess[complaint]!) / sum : rate / total;
      return (1 - UNSPECIFIC) * (own / rate) + UNSPECIFIC / total;
    });
    const alike = byComplaint.reduce((chance, rate, complaint) => chance + (lift[complaint]! > 1 ? rate : 0), 0);
    return { lift, alike: alike > 0 ? alike : total };
  });
}
