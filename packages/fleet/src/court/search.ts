import type { Baseline } from '../expected/baseline.ts';
import { fitBaseline } from '../expected/baseline.ts';
import { ofTheDay } from '../expected/days.ts';
import { lastingDifferences } from '../expected/differences.ts';
import { familiesOf } from '../expected/families.ts';
import { withoutOutliers } from '../expected/first-guess.ts';
import { Habits } from '../expected/habits.ts';
import { Ledger } from '../expected/ledger.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { isLargeFleet } from '../scene/scene.ts';
import { findGroups } from '../suspicion/groups.ts';
import { hearSuspicions } from './court.ts';

export type Searched = {
  readonly faults: readonly Fault[];
  readonly baseline: Baseline;
  /** Chance that a failure was ordinary, given the faults found; by its number. */
  readonly ownShare: Float32Array;
  /** P(record | faults found) / P(record | baseline), by the failure's number. */
  readonly explained: Float64Array;
};

/**
 * Finds faults one after the other, the best explained first: each finding's failures are then expected, and what is left is
 * searched again. Suspicions are weighed by how common they are; the k-th one is accepted where its weighted e-value
 * reaches 1 / (k × fdr) (e-BH: Wang & Ramdas 2022, which holds under any dependence). In a small fleet it is done twice: the
 * second baseline is fitted without the failures that the first search found a cause for. In a large one no fault weighs enough to
 * bend a baseline from which outliers were taken.
 *
 * @param fdr bound on the expected share of findings that are false, 0 to 1
 */
export function searchFaults(scene: Scene, fdr: number): Searched {
  const groups = findGroups(scene);
  const hear = (ownShare: Float32Array) => {
    const baseline = fitBaseline(scene, ownShare);
    const families = familiesOf(scene, baseline);
    const differences = lastingDifferences(scene, families, ownShare);
    const habits = new Habits(scene, families, differences, ownShare);
    const ofDay = ofTheDay(scene, families, differences, ownShare);
    const expected = differences.ofFailures.map((factor, failure) => factor * ofDay[failure]!);
    const ledger = new Ledger(scene, expected);
    const faults = hearSuspicions(scene, groups, baseline, habits, ledger, fdr);
    return { faults, baseline, ownShare: ledger.ownShare, explained: ledger.explained };
  };
  const guess = withoutOutliers(scene);
  return hear(isLargeFleet(scene) ? guess : hear(guess).ownShare);
}
