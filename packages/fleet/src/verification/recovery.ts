import { logSum } from '../numbers/log-sum.ts';
import { moreReads } from './more-reads.ts';

/**
 * One way not to have recovered: besides its ordinary failures, this share of reads fails by the trouble; in the way that the
 * trouble had before, or in `anyWay` as reads do fail.
 */
export type Rival = { readonly share: number; readonly weight: number; readonly anyWay?: boolean };

/**
 * "Recovered" against "not recovered" by a sequential probability ratio (Wald, 1945). The evidence is the logarithm of how
 * many times likelier the reads are if the trouble lasts, the rivals weighed; the verdict falls where it leaves the bounds.
 */
export type RecoveryTest = {
  readonly rivals: readonly Rival[];
  /** At or above this: not recovered. */
  readonly upper: number;
  /** At or below this: recovered. */
  readonly lower: number;
};

/** Chances of a wrong verdict: "recovered" while the trouble lasts, "not recovered" where it is gone. */
export type VerdictErrors = { readonly wronglyRecovered: number; readonly wronglyNot: number };

export function recoveryTest(rivals: readonly Rival[], { wronglyRecovered, wronglyNot }: VerdictErrors): RecoveryTest {
  return {
    rivals,
    upper: Math.log((1 - wronglyRecovered) / wronglyNot),
    lower: Math.log(wronglyRecovered / (1 - wronglyNot)),
  };
}

/**
 * One entry a read: its chance of failing where all is well, whether it failed (1) or not (0), and of a failure how many times
 * likelier its complaint is where the trouble struck than among all reads that are well; 1 / ordinary where left out.
 */
export type Reads = {
  readonly ordinary: ArrayLike<number>;
  readonly failed: ArrayLike<number>;
  readonly lift?: ArrayLike<number>;
};

/** How many times likelier such an outcome is where so many reads are struck than where all is well. */
export function struckRatio(
  { ordinary, failed, lift }: Reads,
  read: number,
  { share, anyWay }: Omit<Rival, 'weight'>,
): number {
  if (failed[read] !== 1) return 1 - share;
  const own = lift === undefined || anyWay ? 1 / ordinary[read]! : lift[read]!;
  return 1 - share + share * own;
}

export type Verdict = 'recovered' | 'not_recovered' | 'more_reads';

export type Recovery = {
  readonly verdict: Verdict;
  readonly reads: number;
  readonly failures: number;
  /** Index of the read at which the verdict fell. */
  readonly decided: number | null;
  /** Index of the read at which a trouble that had recovered was seen to be back. */
  readonly relapsed: number | null;
  /** Natural logarithm, when the verdict fell, else now; above 0 speaks for "not recovered". */
  readonly logLikelihoodRatio: number;
  /** Where the verdict is still open: how many more reads it takes if the trouble is gone. */
  readonly more: MoreReads | null;
};

/** `fewest` where none of them fails; `mean` is null where it would take too many to count. */
export type MoreReads = { readonly mean: number | null; readonly fewest: number };

/** Mean number of good reads to a false "it is back" after a recovery, at least (Lorden, 1971). */
const RELAPSE_EVERY = 10_000;

/** @param usual chance that a read fails as it did in the trouble where all is well; the mean of `ordinary` if left out */
export function testRecovery(test: RecoveryTest, reads: Reads, usual = meanOf(reads.ordinary)): Recovery {
  const { failed } = reads;
  const evidence = new Evidence(test.rivals);
  let verdict: Verdict = 'more_reads';
  let decided: number | null = null;
  let relapsed: number | null = null;
  let ratio = 0;
  let failures = 0;
  for (let read = 0; read < failed.length; read++) {
    if (failed[read] === 1) failures++;
    if (relapsed !== null || verdict === 'not_recovered') continue;
    const now = evidence.add(reads, read);
    if (verdict === 'recovered') {
      if (now <= 0) evidence.forget();
      if (now < Math.log(RELAPSE_EVERY)) continue;
      relapsed = read;
      verdict = 'not_recovered';
      ratio = now;
      continue;
    }
    ratio = now;
    if (now > test.lower && now < test.upper) continue;
    verdict = now <= test.lower ? 'recovered' : 'not_recovered';
    decided = read;
    evidence.forget();
  }
  const more = verdict === 'more_reads' ? moreReads(test, evidence.logs, usual) : null;
  return { verdict, reads: failed.length, failures, decided, relapsed, logLikelihoodRatio: ratio, more };
}

/** ln (weight × likelihood ratio) of each rival. */
class Evidence {
  readonly #rivals: readonly Rival[];
  readonly logs: Float64Array;

  constructor(rivals: readonly Rival[]) {
    this.#rivals = rivals;
    this.logs = Float64Array.from(rivals, ({ weight }) => Math.log(weight));
  }

  /** One more read; returns ln of the rivals' joint likelihood ratio. */
  add(reads: Reads, read: number): number {
    this.#rivals.forEach((rival, i) => {
      this.logs[i]! += Math.log(struckRatio(reads, read, rival));
    });
    return logSum(this.logs);
  }

  forget(): void {
    this.#rivals.forEach(({ weight }, i) => {
      this.logs[i] = Math.log(weight);
    });
  }
}

/** 0.05 where there are none. */
function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return values.length > 0 ? sum / values.length : 0.05;
}
