import { boundsOfGroup } from '../scene/bounds.ts';
import type { Scene } from '../scene/scene.ts';
import type { Episode } from '../suspicion/episode.ts';
import { likeliestEpisode } from '../suspicion/episode.ts';
import type { Scales } from '../suspicion/scales.ts';
import type { Suspicion } from '../suspicion/suspicion.ts';
import type { NumberedTrials } from '../suspicion/trials.ts';
import { terminalUnits, withoutUnits } from '../suspicion/units.ts';
import type { InCommon } from './in-common.ts';
import { evidenceInCommon } from './in-common.ts';

/** By so much more evidence in common, a logarithm, an episode is preferred to that of all. */
const CLEARLY = 10;
/** So many terminals may have troubles of their own in a wide one. */
const MOST_APART = 3;

/**
 * When a wide suspicion struck: when it struck the terminals that have it in common. An outage of an hour is not one of a week because
 * two of its terminals had troubles of their own then: the episode is looked for without the terminals that stand apart most, and
 * that one holds which has the most evidence in common.
 *
 * @param ofTerminal logarithm of the most evidence against each terminal alone
 * @param trials of the suspicion's group; the episode indexes their failures
 * @returns with `common`, the evidence that the terminals have in common
 */
export function episodeInCommon(
  scene: Scene,
  scales: Scales,
  ofTerminal: Float64Array,
  { group, pattern, log }: Suspicion,
  trials: NumberedTrials,
): { readonly episode: Episode; readonly common: InCommon } {
  const bounds = boundsOfGroup(scene, group);
  const hear = (episode: Episode) => ({
    episode,
    common: evidenceInCommon(scene, bounds, group.sample, trials, episode, ofTerminal, log),
  });
  let heard = hear(likeliestEpisode(trials));
  let best = heard;
  const apart: number[] = [];
  while (apart.length < MOST_APART) {
    const next = heard.common.apart;
    if (next === null || apart.includes(next)) break;
    apart.push(next);
    const rest = scales.trials(group, withoutUnits(scene, group, apart, terminalUnits(scene)), pattern);
    if (rest.failures === 0) break;
    const { first, last } = likeliestEpisode(rest);
    const place = (failure: number): number => (failure < 0 ? failure : trials.failed.indexOf(rest.failed[failure]!));
    heard = hear({ first: place(first), last: place(last) });
    if (heard.common.log > best.common.log + CLEARLY) best = heard;
  }
  return best;
}
