import { PATTERN_IDS } from '@duka/knowledge/signatures';
import type { Group } from '../scene/group.ts';
import { partOf } from './sample.ts';

/** That a fault of this pattern, by its place in PATTERN_IDS, sits in this group. Logarithms are natural. */
export type Suspicion = {
  readonly group: Group;
  readonly pattern: number;
  readonly logPrior: number;
  /** Its evidence when it was last weighed, or a bound of it. */
  log: number;
  /** The convictions before its evidence was last weighed; -1 where `log` is but a bound. */
  heard: number;
  convicted: number;
  /** Weighed while it lay in the heap, so that its place there is no longer right. */
  moved: boolean;
  /** The number of convictions when it last waited for its parts; -1 where it never did. */
  waitedAt: number;
  /** The last known evidence of all patterns against its group, weighted by their priors. */
  total: number;
};

/** Evidence and prior, as a natural logarithm. */
export const oddsOf = ({ log, logPrior }: Suspicion): number => log + logPrior;

/** All patterns together are at most so much better evidence than the best of them. */
export const ALL_ALIKE = Math.log(PATTERN_IDS.length);

/**
 * How strong the evidence would be if all terminals of the scope were looked at, and not only a sample: so that a part of a scope
 * of which more was looked at does not come before the whole.
 */
export const strengthOf = ({ group, log, logPrior }: Suspicion): number =>
  Math.max(log, log / partOf(group.sample)) + logPrior;
