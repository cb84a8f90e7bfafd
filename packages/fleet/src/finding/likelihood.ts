import { PROFILES } from '@duka/knowledge/signatures';
import type { CauseId } from '@duka/model';
import { CAUSE_IDS, INTERFACES } from '@duka/model';
import type { Searched } from '../court/search.ts';
import { patternRatios, patternShares } from '../expected/baseline.ts';
import { logMean } from '../numbers/log-sum.ts';
import { factorOf } from '../scene/blame.ts';
import { rowsFromTo } from '../scene/places.ts';
import { CONTEXTS } from '../scene/sales.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { logStruck, struckShare } from '../suspicion/struck.ts';
import { exposed, makeRoom, trialsOf } from '../suspicion/trials.ts';

const ALL_PROFILES = CAUSE_IDS.flatMap((cause) => PROFILES[cause]);
const SHARES = patternShares(ALL_PROFILES);

export type CauseLikelihoods = { readonly [C in CauseId]: number };

/**
 * How well each cause's mix of reasons and interfaces fits the attempts during a fault: the logarithm of the likelihood
 * ratio to "ordinary", at each cause's best share of attempts struck. Attempts that the cause leaves alone but that
 * failed all the same speak against it. Of a cause with several profiles it is the mean of their likelihoods.
 */
export function causeLikelihoods(scene: Scene, searched: Searched): (fault: Fault) => CauseLikelihoods {
  const { classes, failed: rows, cell } = scene;
  const ratios = patternRatios(classes, searched.baseline, ALL_PROFILES, 1);
  return (fault) => {
    const part = exposed(rowsFromTo(fault.rows, fault.first, fault.last), scene);
    const others = Float64Array.from(part.failed, (at) => searched.explained[at]! / factorOf(fault.blame, rows[at]!));
    const cells = part.failed.map((at) =>
      fault.kind === 'card' ? cell[at]! - (cell[at]! % CONTEXTS.length) : cell[at]!,
    );
    const room = makeRoom(part.failed.length);
    const logOf = (profile: number): number => {
      const shares = SHARES.subarray(profile * INTERFACES.length, (profile + 1) * INTERFACES.length);
      const own = ratios[profile]!;
      for (let i = 0; i < cells.length; i++) room.ratio[i] = own[cells[i]!]! / others[i]!;
      const trials = trialsOf(part, scene, shares, room);
      return logStruck(trials, struckShare(trials));
    };
    let profile = 0;
    const logs = CAUSE_IDS.map((id) => logMean(PROFILES[id].map(() => logOf(profile++))));
    return Object.fromEntries(CAUSE_IDS.map((id, i) => [id, logs[i]!])) as CauseLikelihoods;
  };
}
