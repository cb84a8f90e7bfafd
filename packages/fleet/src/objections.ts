import { boundsOfGroup, rowTest } from './bounds.ts';
import { likeliestEpisode } from './episode.ts';
import { strikeFactor } from './evidence.ts';
import { evidenceInCommon } from './in-common.ts';
import { isInSample } from './sample.ts';
import type { Scales } from './scales.ts';
import type { Scene } from './scene.ts';
import type { Suspicion } from './suspicion.ts';
import type { NumberedTrials } from './trials.ts';
import { without } from './trials.ts';

/** Evidence that must remain when the worst sale, card or terminal is left out. */
const WITHOUT_WORST = Math.log(50);
const NOTHING_AGAINST = Math.log(0.8);
/** Share of attempts struck at which units are compared. */
const TYPICAL_STRIKE = 0.3;

/** A unit of a row, -1 for none, and all rows of a unit that went well or not, ascending. */
type Units = { readonly of: (row: number) => number; readonly rowsOf: (unit: number) => Int32Array };

/**
 * Whether a suspicion stands: no part is convicted on one card, no card on one sale, and nothing wider than a terminal on one
 * terminal, nor on several that each have a fault of their own: with the worst one left out there must still be evidence.
 *
 * @param ofTerminal logarithm of the most evidence against each terminal alone
 */
export function stands(scene: Scene, scales: Scales, ofTerminal: Float64Array, suspicion: Suspicion): boolean {
  const { group, pattern, log } = suspicion;
  const { sales, frame, places } = scene;
  const trials = scales.trials(group, group, pattern);
  const standsWithout = (units: Units, enough = WITHOUT_WORST): boolean => {
    const rest = withoutWorst(scene, suspicion, trials, units);
    return rest === null || scales.logEvidence(group, rest, pattern) >= enough;
  };
  if (!standsWithout({ of: (row) => sales.saleOf[row]!, rowsOf: () => new Int32Array(0) })) return false;
  if (group.kind === 'card') return true;
  if (!standsWithout({ of: (row) => sales.card[row]!, rowsOf: places.ofCard })) return false;
  if (!group.severalTerminals) return true;
  const terminals = { of: (row: number) => frame.text.terminal_id.codes[row]!, rowsOf: places.ofTerminal };
  // A habit shows wherever the operator works; at the other terminals there may be little of it, but nothing against it.
  if (group.kind === 'operator') return standsWithout(terminals, NOTHING_AGAINST);
  if (!standsWithout(terminals)) return false;
  const episode = likeliestEpisode(trials);
  const bounds = boundsOfGroup(scene, group);
  return evidenceInCommon(scene, bounds, group.sample, trials, episode, ofTerminal, log) >= WITHOUT_WORST;
}

/** The group without the unit that speaks most for the suspicion; null where none does. */
function withoutWorst(scene: Scene, { group }: Suspicion, trials: NumberedTrials, { of, rowsOf }: Units) {
  const { failed, frame } = scene;
  const { failures, hit, ratio } = trials;
  const weight = new Map<number, number>();
  for (let i = 0; i < failures; i++) {
    const unit = of(failed[trials.failed[i]!]!);
    if (unit < 0 || ratio[i]! <= 1) continue;
    weight.set(unit, (weight.get(unit) ?? 0) + Math.log(strikeFactor(TYPICAL_STRIKE, hit[i]!, ratio[i]!)));
  }
  let worst = -1;
  for (const [unit, sum] of weight) if (worst < 0 || sum > weight.get(worst)!) worst = unit;
  if (worst < 0) return null;
  const within = rowTest(scene, boundsOfGroup(scene, group), false);
  const terminal = frame.text.terminal_id.codes;
  const inGroup = (row: number) => within(row) && isInSample(terminal[row]!, group.sample);
  const dropped = new Set(rowsOf(worst).filter(inGroup));
  for (const failure of group.failed) if (of(failed[failure]!) === worst) dropped.add(failed[failure]!);
  return without(group, Int32Array.from(dropped).sort(), scene);
}
