import type { Scope } from '@duka/model';
import { designUnknown } from '../change/design.ts';
import { ChangeDetector } from '../change/detector.ts';
import type { Frame } from '../log/frame.ts';
import type { Experiences } from './experiences.ts';
import { experiencesOf } from './experiences.ts';
import type { Ordinary } from './ordinary.ts';
import { ordinaryRates } from './ordinary.ts';
import type { MoreReads, Reads, Verdict, VerdictErrors } from './recovery.ts';
import { recoveryTest, testRecovery } from './recovery.ts';
import { rivalsFrom } from './rivals.ts';
import type { TroubleLook } from './trouble.ts';
import { troubleLook } from './trouble.ts';

export type RepairQuestion = {
  /** Ms since 1970. */
  readonly repairedAt: number;
  /** Since when it failed; where it is left out, the change is looked for. */
  readonly since?: number;
  readonly errors?: VerdictErrors;
};

/** Counts are of first tries, see `experiencesOf`. `alike` are the failures whose complaints are the trouble's rather than ordinary. */
export type ReadCount = {
  readonly reads: number;
  readonly failures: number;
  readonly alike: number;
  readonly expectedFailures: number;
};

/** Times in ms since 1970. */
export type RepairAnswer = {
  readonly verdict: Verdict;
  readonly after: ReadCount;
  readonly before: ReadCount & { readonly since: number; readonly until: number };
  readonly decidedAt: number | null;
  readonly relapsedAt: number | null;
  readonly logLikelihoodRatio: number;
  readonly more: MoreReads | null;
};

/** There is nothing to verify: no attempt lies in the scope, or none of those before the repair shows a trouble. */
export type NothingToVerify = { readonly verdict: null; readonly missing: 'attempts' | 'trouble' };

/** A repair that did nothing passes for one in a hundred times; one that helped is doubted five times in a hundred. */
const USUAL_ERRORS: VerdictErrors = { wronglyRecovered: 0.01, wronglyNot: 0.05 };

/**
 * Whether a repair helped, by the reads after it: against how bad it was in the time before, and how reads go elsewhere in the
 * fleet and went in the scope before the trouble. Without reads after the repair nothing is said of it.
 */
export function verifyRepair(frame: Frame, scope: Scope, question: RepairQuestion): RepairAnswer | NothingToVerify {
  const { repairedAt, errors = USUAL_ERRORS } = question;
  const all = experiencesOf(frame, scope);
  const inside = indices(all, (i) => all.inside[i] === 1);
  if (inside.length === 0) return { verdict: null, missing: 'attempts' };
  const elsewhere = ordinaryRates(all, (i) => all.inside[i] === 0);
  const before = inside.filter((i) => all.time[i]! < repairedAt);
  const period =
    question.since === undefined
      ? troubleBefore(all, before, elsewhere, repairedAt)
      : { since: question.since, until: repairedAt };
  if (period === null) return { verdict: null, missing: 'trouble' };
  const rates = ordinaryRates(all, (i) => all.inside[i] === 0 || all.time[i]! < period.since);
  const failing = before.filter((i) => all.time[i]! >= period.since && all.time[i]! < period.until);
  if (failing.length === 0) return { verdict: null, missing: 'trouble' };
  const look = troubleLook(all, failing, rates);
  const ill = readsOf(all, failing, rates, look);
  const after = inside.filter((i) => all.time[i]! >= repairedAt);
  const reads = oneIsNotEnough(readsOf(all, after, rates, look));
  const alike = meanOf(Float64Array.from(after.length > 0 ? after : failing, (i) => look[all.face[i]!]!.alike));
  const found = testRecovery(recoveryTest(rivalsFrom(ill), errors), reads, alike);
  return {
    verdict: found.verdict,
    after: countOf(reads),
    before: { ...period, ...countOf(ill) },
    decidedAt: found.decided === null ? null : all.time[after[found.decided]!]!,
    relapsedAt: found.relapsed === null ? null : all.time[after[found.relapsed]!]!,
    logLikelihoodRatio: found.logLikelihoodRatio,
    more: found.more,
  };
}

/** A false alarm once in so many times the attempts that there are, and in no fewer than these. */
const TIMES_THE_LOG = 20;
const FEWEST_ATTEMPTS = 2000;

/** When it last failed before the repair: the change that the detector found, and where it was over already. */
function troubleBefore(all: Experiences, before: Int32Array, rates: readonly Ordinary[], repairedAt: number) {
  if (before.length === 0) return null;
  const ordinary = Float64Array.from(before, (i) => rates[all.face[i]!]!.total);
  const every = Math.max(FEWEST_ATTEMPTS, TIMES_THE_LOG * before.length);
  const detector = new ChangeDetector(designUnknown(ordinary, { every }));
  for (let i = 0; i < before.length; i++) detector.update(ordinary[i]!, all.failed[before[i]!] === 1);
  const { phase, since, until } = detector.read();
  if (phase === 'ordinary') return null;
  const timeOf = (read: number | null) => (read === null ? undefined : all.time[before[read]!]);
  return { since: timeOf(since)!, until: timeOf(until) ?? repairedAt };
}

const indices = ({ time }: Experiences, wanted: (i: number) => boolean): Int32Array =>
  Int32Array.from(time.keys()).filter(wanted);

const readsOf = (
  { face, failed, complaint }: Experiences,
  chosen: Int32Array,
  rates: readonly Ordinary[],
  look: readonly TroubleLook[],
): Required<Reads> => ({
  ordinary: Float64Array.from(chosen, (i) => rates[face[i]!]!.total),
  failed: Uint8Array.from(chosen, (i) => failed[i]!),
  lift: Float64Array.from(chosen, (i) => look[face[i]!]!.lift[complaint[i]!] ?? 0),
});

/** One failure after the repair must not decide (Wald's upper bound lies at a factor of 20): it may be one bad card. */
const MOST_LIFT = 15;

const oneIsNotEnough = (reads: Required<Reads>): Required<Reads> => ({
  ...reads,
  lift: Float64Array.from(reads.lift, (lift) => Math.min(MOST_LIFT, lift)),
});

const sumOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
};

const meanOf = (values: ArrayLike<number>): number => sumOf(values) / values.length;

const countOf = ({ ordinary, failed, lift }: Required<Reads>): ReadCount => ({
  reads: failed.length,
  failures: sumOf(failed),
  alike: Array.from(failed).filter((one, read) => one === 1 && lift[read]! > 1).length,
  expectedFailures: sumOf(ordinary),
});
