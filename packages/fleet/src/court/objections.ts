import { UNKNOWN } from '../log/dictionary.ts';
import type { Exposed } from '../scene/group.ts';
import { isWide } from '../scene/group.ts';
import type { Scene } from '../scene/scene.ts';
import type { Episode } from '../suspicion/episode.ts';
import { likeliestEpisode } from '../suspicion/episode.ts';
import { strikeFactor } from '../suspicion/evidence.ts';
import type { Scales } from '../suspicion/scales.ts';
import type { Suspicion } from '../suspicion/suspicion.ts';
import type { NumberedTrials } from '../suspicion/trials.ts';
import type { Units } from '../suspicion/units.ts';
import { terminalUnits, withoutUnits } from '../suspicion/units.ts';
import { episodeInCommon } from './episode-in-common.ts';
import { regularsCard } from './regulars-card.ts';

/** Evidence that must remain when the worst sale, card or terminal is left out. */
const WITHOUT_WORST = Math.log(50);
/**
 * The same of the sales of a card, a person or a terminal: often there are only two or three during a trouble, and that a customer tries again
 * and again is in the baseline already.
 */
const OTHER_SALES = Math.log(3);
/** Evidence of the other terminals of a wide scope that suffices, if it is not enough to find out by itself when the trouble was. */
const OTHERS_CONFIRM = 6;
const NOTHING_AGAINST = Math.log(0.8);
/** Share of attempts struck at which units are compared. */
const TYPICAL_STRIKE = 0.3;

/**
 * When a suspicion struck, if it stands: no part is convicted on one card, no card on one sale, and nothing wider than a terminal on one
 * terminal, nor on several that each have a fault of their own: with the worst one left out there must still be evidence.
 *
 * @param ofTerminal logarithm of the most evidence against each terminal alone
 * @param trials of its group
 * @returns null where it does not stand
 */
export function standingEpisode(
  scene: Scene,
  scales: Scales,
  ofTerminal: Float64Array,
  suspicion: Suspicion,
  trials: NumberedTrials,
): Episode | null {
  const { group, pattern } = suspicion;
  const { sales, places } = scene;
  const standsWithout = (units: Units, enough = WITHOUT_WORST): boolean => {
    const rest = withoutWorst(scene, suspicion, trials, units);
    return rest === null || scales.logEvidence(group, rest, pattern) >= enough;
  };
  const likeliest = (stands: boolean) => (stands ? likeliestEpisode(trials) : null);
  const bySale: Units = { of: (row) => sales.saleOf[row]!, rowsOf: () => new Int32Array(0) };
  const sale = standsWithout(bySale, isWide(group) ? WITHOUT_WORST : OTHER_SALES);
  if (!sale && !isWide(group)) return null;
  if (group.kind === 'card') return likeliest(true);
  if (!standsWithout({ of: (row) => sales.card[row]!, rowsOf: places.ofCard })) return null;
  // Whoever forges lets the same card fall back to its stripe again and again.
  const isPlace = !isWide(group) && group.kind !== 'operator';
  if (isPlace && isRegulars(scene, scales, suspicion, trials)) return null;
  if (!group.severalTerminals) return likeliest(true);
  // A habit shows wherever the operator works; at the other terminals there may be little of it, but nothing against it.
  if (group.kind === 'operator') return likeliest(standsWithout(terminalUnits(scene), NOTHING_AGAINST));
  const { episode, common } = episodeInCommon(scene, scales, ofTerminal, suspicion, trials);
  if (common.log < WITHOUT_WORST) return null;
  return (sale && standsWithout(terminalUnits(scene))) || common.ofOthers >= OTHERS_CONFIRM ? episode : null;
}

/** Whether hardly anything is left without the card of a regular and the reads that failed without telling theirs. */
function isRegulars(scene: Scene, scales: Scales, { group, pattern }: Suspicion, trials: NumberedTrials): boolean {
  const { card } = scene.sales;
  const regular = regularsCard(scene, trials, (at) => scales.isTypical(trials, at));
  if (regular === UNKNOWN) return false;
  const mayBeHis = (row: number): number => (card[row] === regular || card[row] === UNKNOWN ? regular : UNKNOWN);
  const rest = withoutUnits(scene, group, [regular], { of: mayBeHis, rowsOf: scene.places.ofCard });
  return scales.logEvidence(group, rest, pattern) < WITHOUT_WORST;
}

/** The group without the unit that speaks most for the suspicion; null where none does. */
function withoutWorst(
  scene: Scene,
  { group }: Suspicion,
  trials: NumberedTrials,
  { of, rowsOf }: Units,
): Exposed | null {
  const { failed } = scene;
  const { failures, hit, ratio } = trials;
  const weight = new Map<number, number>();
  for (let i = 0; i < failures; i++) {
    const unit = of(failed[trials.failed[i]!]!);
    if (unit < 0 || ratio[i]! <= 1) continue;
    weight.set(unit, (weight.get(unit) ?? 0) + Math.log(strikeFactor(TYPICAL_STRIKE, hit[i]!, ratio[i]!)));
  }
  let worst = -1;
  for (const [unit, sum] of weight) if (worst < 0 || sum > weight.get(worst)!) worst = unit;
  return worst < 0 ? null : withoutUnits(scene, group, [worst], { of, rowsOf });
}
