import { PROFILES } from '@duka/knowledge/signatures';
import type { CauseId, Interface } from '@duka/model';
import { CAUSE_IDS, INTERFACES } from '@duka/model';
import type { Ratios } from './baseline.ts';
import { patternRatios, patternShares } from './baseline.ts';
import { strikeFactor, struckShare } from './evidence.ts';
import type { Fault, Scene } from './scene.ts';
import type { Searched } from './search.ts';

const ALL_PROFILES = CAUSE_IDS.map((cause) => PROFILES[cause]);
const SHARES = patternShares(ALL_PROFILES);

export type CauseLikelihoods = { readonly [C in CauseId]: number };

/**
 * How well each cause's mix of reasons and interfaces fits the attempts during a fault: the logarithm of the likelihood
 * ratio to "ordinary", at each cause's best share of attempts struck. Attempts that the cause leaves alone but that
 * failed all the same speak against it.
 */
export function causeLikelihoods(scene: Scene, searched: Searched): (fault: Fault) => CauseLikelihoods {
  const { frame, observations, sales } = scene;
  const ratios: Ratios = patternRatios(observations, searched.baseline, ALL_PROFILES, 1);
  const order = frame.text.interface.values.map((name) => INTERFACES.indexOf(name as Interface));
  return (fault) => {
    const rows = fault.rows.filter((row) => row >= fault.first && row <= fault.last);
    const hit = new Float32Array(rows.length);
    const ratio = new Float32Array(rows.length);
    const logs = CAUSE_IDS.map((_, cause) => {
      rows.forEach((row, i) => {
        const observed = observations.classOf[row]!;
        hit[i] = SHARES[cause * INTERFACES.length + order[frame.text.interface.codes[row]!]!]!;
        const context = fault.kind === 'card' ? 0 : sales.context[row]!;
        const others = searched.explained[row]! / (fault.blame.get(row)?.factor ?? 1);
        ratio[i] = observed < 0 || hit[i] === 0 ? 0 : ratios(observed, context, cause) / others;
      });
      const trials = { length: rows.length, hit, ratio };
      const q = struckShare(trials, 0, rows.length - 1);
      let log = 0;
      for (let i = 0; i < rows.length; i++) log += Math.log(strikeFactor(q, hit[i]!, ratio[i]!));
      return log;
    });
    return Object.fromEntries(CAUSE_IDS.map((id, i) => [id, logs[i]!])) as CauseLikelihoods;
  };
}
