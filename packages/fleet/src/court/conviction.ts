import type { Pattern } from '@duka/knowledge/signatures';
import { PATTERN_IDS, PATTERNS } from '@duka/knowledge/signatures';
import type { Baseline } from '../expected/baseline.ts';
import type { Ledger } from '../expected/ledger.ts';
import { boundsOfGroup, rowsWithin } from '../scene/bounds.ts';
import type { Group } from '../scene/group.ts';
import { isWide } from '../scene/group.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import type { Episode } from '../suspicion/episode.ts';
import { likeliestEpisode } from '../suspicion/episode.ts';
import { firstCrossing } from '../suspicion/evidence.ts';
import type { Scales } from '../suspicion/scales.ts';
import { sharesOfPattern } from '../suspicion/scales.ts';
import type { Suspicion } from '../suspicion/suspicion.ts';
import type { NumberedTrials } from '../suspicion/trials.ts';
import type { FaultFit } from './fault-fit.ts';
import { fitFault } from './fault-fit.ts';
import { refine } from './refine.ts';
import { strayBlame } from './strays.ts';

/** What those who judge know. */
type Known = {
  readonly scene: Scene;
  readonly baseline: Baseline;
  readonly scales: Scales;
  readonly ledger: Ledger;
};

/**
 * The fault behind a suspicion, fitted as it is, and its scope narrowed to what it really strikes. What it did goes
 * into the ledger.
 *
 * @param trials of the suspicion's group
 * @param episode when it struck
 * @param gain what all patterns together add to the evidence, as a logarithm
 * @param needed evidence and prior that suffice, as a logarithm
 */
export function convict(
  known: Known,
  { group, pattern, logPrior, log }: Suspicion,
  trials: NumberedTrials,
  episode: Episode,
  gain: number,
  needed: number,
): Fault {
  const { scene, baseline, scales, ledger } = known;
  const crossed = firstCrossing(trials, needed - gain - logPrior);
  const bounds = boundsOfGroup(scene, group);
  const rows = rowsWithin(scene, bounds);
  const shares = sharesOfPattern(pattern);
  const isHit = (row: number): boolean => shares[scene.face[row]!]! > 0;
  const struckIn = (rows: Int32Array, of: NumberedTrials, episode: Episode): Int32Array =>
    during(
      rows.filter(isHit),
      of.failed.map((failure) => scene.failed[failure]!),
      episode,
    );
  const struck = struckIn(rows, trials, episode);
  const profile: Pattern = PATTERNS[PATTERN_IDS[pattern]!];
  const context = contextOf(scene, group);
  const explainedTo = scales.explainedTo(group.kind);
  const fitTo = (struck: Int32Array) => fitFault(scene, baseline, profile, struck, context, explainedTo);
  const fit = fitTo(struck);
  const whole: Fault = {
    kind: group.kind,
    pattern: PATTERN_IDS[pattern]!,
    rows,
    bounds,
    over: episode.last >= 0,
    detected: scene.failed[trials.failed[crossed < 0 ? trials.failures - 1 : crossed]!]!,
    logEvidence: log,
    logPrior: logPrior + gain,
    ...asFitted(struck, fit),
  };
  ledger.convictions++;
  const takeBack = ledger.remember(fit.blame);
  ledger.expect(fit.blame);
  const { explained, ownShare } = ledger;
  const narrow = isWide(group) ? refine(scene, { faults: [], baseline, explained, ownShare }, whole) : whole;
  if (narrow === whole) {
    if (isWide(group) || group.kind === 'operator') expectStrays(known, whole, fit);
    return whole;
  }
  // What lies outside of its true scope is not its work, but perhaps another's.
  takeBack();
  const within = scales.trialsWithin(narrow.rows, pattern);
  const episodeThere = likeliestEpisode(within);
  const struckThere = struckIn(narrow.rows, within, episodeThere);
  const refit = fitTo(struckThere);
  const fault = { ...narrow, over: episodeThere.last >= 0, ...asFitted(struckThere, refit) };
  ledger.expect(refit.blame);
  expectStrays(known, fault, refit);
  return fault;
}

const asFitted = (struck: Int32Array, { rate, blame }: FaultFit) => ({
  struck,
  first: struck[0]!,
  last: struck.at(-1)!,
  rate,
  blame,
  excess: blame.share.reduce((sum, share) => sum + share, 0),
});

/** A card is judged by all that it did: see Scales.cellOf. */
function contextOf({ sales }: Scene, { kind }: Group): (row: number) => number {
  return kind === 'card' ? () => 0 : (row) => sales.context[row]!;
}

/** What a fault did to attempts that do not say whether they lie in its scope is expected as well. */
function expectStrays({ scene, baseline, ledger }: Known, { bounds, first, last, over }: Fault, fit: FaultFit): void {
  const span = { first, last: over ? last : scene.frame.length - 1 };
  ledger.expect(strayBlame(scene, baseline, bounds, span, fit, ledger.explained));
}

/** Of ascending rows those from the first failure of an episode to its last. */
function during(rows: Int32Array, failures: Int32Array, { first, last }: Episode): Int32Array {
  const from = first < 0 ? 0 : rows.indexOf(failures[first]!);
  const to = last < 0 ? rows.length : rows.indexOf(failures[last]!) + 1;
  return rows.slice(from, to);
}
