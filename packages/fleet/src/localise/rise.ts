import { ratiosByValues } from './by-values.ts';
import type { Failures } from './failures.ts';
import type { Leaves } from './leaves.ts';

/** Parts of an attribute's traffic that a cause may leave alone: the values that fail least say how much more all fail. */
const SPARED_PARTS = [0.25, 0.5];
const ROUNDS = 8;

/**
 * By how much the odds of failing may have risen everywhere, which is no value's fault: what the values of some attribute that fail least
 * have in common.
 *
 * @returns factors of the odds to be tried
 */
export function possibleRises(leaves: Leaves, { failed, total, chance }: Failures): readonly number[] {
  const expected = chance.map((p, leaf) => p * total[leaf]!);
  return SPARED_PARTS.map((part) => Math.min(...ratiosByValues(leaves, failed, expected, part)));
}

/** The factor of the odds at which as many of some leaves' attempts were expected to fail as did. */
export function riseAmong(failures: Failures, isAsked: (leaf: number) => boolean): number {
  const { failed, total } = failures;
  const seen = failed.reduce((sum, count, leaf) => (isAsked(leaf) ? sum + count : sum), 0);
  let rise = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const { chance } = risen(failures, rise);
    const expected = chance.reduce((sum, p, leaf) => (isAsked(leaf) ? sum + total[leaf]! * p : sum), 0);
    rise *= seen / Math.max(1e-9, expected);
  }
  return rise;
}

/** The same failures where the odds of each leaf were so many times higher. */
export const risen = (failures: Failures, rise: number): Failures => ({
  ...failures,
  chance: failures.chance.map((p) => (rise * p) / (1 - p + rise * p)),
});

const MOST_SHARE = 0.98;

/** The same where the same share of all good attempts fails everywhere, as when the host is down for all; none fail more if none did. */
export function struckAlike(failures: Failures): Failures {
  const { failed, total, chance } = failures;
  let [more, room] = [0, 0];
  chance.forEach((p, leaf) => {
    more += failed[leaf]! - total[leaf]! * p;
    room += total[leaf]! * (1 - p);
  });
  const share = Math.min(MOST_SHARE, Math.max(0, more / Math.max(1e-9, room)));
  return { ...failures, chance: chance.map((p) => p + (1 - p) * share) };
}

/** How many times as many failures are expected of some chances as of others. */
export function timesAsMany({ total, chance }: Failures, { chance: before }: Failures): number {
  const sum = (of: Float64Array): number => of.reduce((all, p, leaf) => all + p * total[leaf]!, 0);
  return sum(chance) / Math.max(1e-9, sum(before));
}

/** What is gained by expecting some chances instead of others, in nats. */
export function evidenceOfRise({ failed, total, chance, dispersion }: Failures, { chance: risen }: Failures): number {
  let sum = 0;
  for (let leaf = 0; leaf < failed.length; leaf++) {
    const [p, q] = [chance[leaf]!, risen[leaf]!];
    const ratio = failed[leaf]! * Math.log(q / p) + (total[leaf]! - failed[leaf]!) * Math.log((1 - q) / (1 - p));
    sum += ratio / dispersion[leaf]!;
  }
  return sum;
}
