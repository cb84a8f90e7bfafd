import { logSum } from '../numbers/log-sum.ts';
import type { MoreReads, RecoveryTest } from './recovery.ts';

/** Reads that are looked ahead, and the chance of a test that is still open there which is let go. */
const MOST_READS = 50_000;
const LET_GO = 1e-9;

/**
 * How many more reads the test takes where all is well, exactly: the evidence after n more reads with k failures among them is the
 * same in whatever order they came, so the chance of each (n, k) with the test still open is carried forward.
 * @param logs ln (weight × likelihood ratio) of each rival so far
 * @param ordinary chance that a read fails as it did in the trouble; other failures count as good reads here
 */
export function moreReads({ rivals, upper, lower }: RecoveryTest, logs: Float64Array, ordinary: number): MoreReads {
  const good = rivals.map(({ share }) => Math.log1p(-share));
  const bad = rivals.map(({ share }) => Math.log1p((share * (1 - ordinary)) / ordinary));
  const now = new Float64Array(rivals.length);
  const ratio = (reads: number, failures: number): number => {
    for (let i = 0; i < now.length; i++) now[i] = logs[i]! + failures * bad[i]! + (reads - failures) * good[i]!;
    return logSum(now);
  };
  let fewest = 1;
  while (fewest < MOST_READS && ratio(fewest, 0) > lower) fewest++;

  // The chances of `least`, `least` + 1 … failures with the test still open; both ends only rise as reads go on.
  let chances = [1];
  let least = 0;
  let most = 0;
  let left = 1;
  let mean = 0;
  for (let reads = 1; reads <= MOST_READS && left > LET_GO; reads++) {
    mean += left;
    const next = new Array<number>(chances.length + 1).fill(0);
    chances.forEach((chance, i) => {
      next[i]! += chance * (1 - ordinary);
      next[i + 1]! += chance * ordinary;
    });
    const before = least;
    while (least <= before + chances.length && ratio(reads, least) <= lower) least++;
    while (most <= before + chances.length && ratio(reads, most + 1) < upper) most++;
    chances = next.slice(least - before, Math.max(0, most + 1 - before));
    left = chances.reduce((sum, chance) => sum + chance, 0);
  }
  return { mean: left > LET_GO ? null : mean, fewest };
}
