import { UNKNOWN } from '../log/dictionary.ts';
import type { Scene } from '../scene/scene.ts';
import type { NumberedTrials } from '../suspicion/trials.ts';

/** So many sales in which a read failed must have told their card in the end, before they say whose the others are. */
const FEWEST_SALES = 4;
/** This part of them is one card's where the trouble is that card's. */
const MOSTLY = 0.7;

/**
 * The card whose reads most likely fail at a place: where a read that failed does not know its card, only sales that go on tell. If
 * a part of the terminal fails, they tell now one card and now another; if they tell the same one again and again, the other sales are
 * its as well. UNKNOWN where there is no such card.
 *
 * @param isTypical whether a failure of the trials, by its place there, is of the kind that the part would cause
 */
export function regularsCard(
  { failed, sales }: Scene,
  trials: NumberedTrials,
  isTypical: (at: number) => boolean,
): number {
  const salesOf = new Map<number, Set<number>>();
  const all = new Set<number>();
  for (let i = 0; i < trials.failures; i++) {
    const row = failed[trials.failed[i]!]!;
    const card = sales.card[row]!;
    if (card === UNKNOWN || !isTypical(i)) continue;
    const sale = sales.saleOf[row]!;
    all.add(sale);
    const own = salesOf.get(card) ?? new Set();
    salesOf.set(card, own.add(sale));
  }
  if (all.size < FEWEST_SALES) return UNKNOWN;
  const [card, own] = [...salesOf].reduce((most, one) => (one[1].size > most[1].size ? one : most));
  return own.size >= MOSTLY * all.size ? card : UNKNOWN;
}
