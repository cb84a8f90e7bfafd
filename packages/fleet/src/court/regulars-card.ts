import { UNKNOWN } from '../log/dictionary.ts';
import type { Scene } from '../scene/scene.ts';
import type { NumberedTrials } from '../suspicion/trials.ts';

/** So many sales in which a read failed must have told their card in the end, before they say whose the others are. */
const FEWEST_SALES = 4;
/** This part of them is one card's where the trouble is that card's. */
const MOSTLY = 0.7;
/** No regular makes more of what is tried at a place than this: where more fails meanwhile, it is not for a card. */
const MOST_TRIED = 0.6;

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
  const typical = Array.from({ length: trials.failures }, (_, at) => at).filter(isTypical);
  if (typical.length < FEWEST_SALES) return UNKNOWN;
  if (typical.length > MOST_TRIED * triedFrom(trials, typical[0]!, typical.at(-1)!)) return UNKNOWN;
  const salesOf = new Map<number, Set<number>>();
  const all = new Set<number>();
  for (const at of typical) {
    const row = failed[trials.failed[at]!]!;
    const card = sales.card[row]!;
    if (card === UNKNOWN) continue;
    const sale = sales.saleOf[row]!;
    all.add(sale);
    const own = salesOf.get(card) ?? new Set();
    salesOf.set(card, own.add(sale));
  }
  if (all.size < FEWEST_SALES) return UNKNOWN;
  const [card, own] = [...salesOf].reduce((most, one) => (one[1].size > most[1].size ? one : most));
  return own.size >= MOSTLY * all.size ? card : UNKNOWN;
}

/** Attempts from one failure to another, both counted. */
function triedFrom({ gaps, shares }: NumberedTrials, first: number, last: number): number {
  const between = gaps.subarray((first + 1) * shares.length, (last + 1) * shares.length);
  return between.reduce((sum, count) => sum + count, last - first + 1);
}
