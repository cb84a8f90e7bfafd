import type { SwipeCause } from './causes.ts';
import { SWIPE_CAUSE_IDS } from './causes.ts';
import type { Feature, Features } from './features.ts';
import { LIKELIHOODS, SAME_PLACE, TEMPER } from './likelihoods.ts';
import { FEATURES, gradeOf, QUESTIONS, SAME_PLACE_EDGES } from './questions.ts';

/** One answer and what it says for the first cause: log10 of its chance there over that under the other causes. */
export type SwipeEvidence = {
  readonly feature: Feature | 'samePlace';
  readonly value: number;
  readonly weight: number;
};

export type Verdict = {
  /** Likely first. Causes count as equally likely beforehand. */
  readonly causes: readonly { readonly cause: SwipeCause; readonly probability: number }[];
  /** For the first cause, the weightiest first. */
  readonly evidence: readonly SwipeEvidence[];
};

type Said = { readonly feature: SwipeEvidence['feature']; readonly value: number; readonly logs: readonly number[] };

/**
 * What the swipes of one card on one head suffer from: naive Bayes over graded features, with likelihoods counted on
 * simulated swipes and tempered, since features are not independent. `swipes` holds the features of each channel of
 * each swipe; `samePlace` the share of drop-outs that came again at the same place, NaN where that was not seen.
 */
export function judge(swipes: readonly (readonly Features[])[], samePlace: number): Verdict {
  const said: Said[] = [];
  const count = swipes.length;
  for (const feature of FEATURES) {
    const { edges } = QUESTIONS[feature];
    const sums = SWIPE_CAUSE_IDS.map(() => 0);
    const values: number[] = [];
    for (const channels of swipes) {
      for (const features of channels) {
        const grade = gradeOf(edges, features[feature]);
        values.push(features[feature]);
        SWIPE_CAUSE_IDS.forEach((cause, at) => {
          sums[at]! += Math.log10(LIKELIHOODS[feature][cause][grade]!) / channels.length;
        });
      }
    }
    const known = values.filter((value) => !Number.isNaN(value));
    const value = known.length === 0 ? Number.NaN : known.reduce((sum, one) => sum + one, 0) / known.length;
    said.push({ feature, value, logs: sums.map((sum) => (sum * TEMPER) / Math.sqrt(count)) });
  }
  if (!Number.isNaN(samePlace)) {
    const grade = gradeOf(SAME_PLACE_EDGES, samePlace);
    const logs = SWIPE_CAUSE_IDS.map((cause) => Math.log10(SAME_PLACE[cause][grade]!) * TEMPER);
    said.push({ feature: 'samePlace', value: samePlace, logs });
  }
  return verdictOf(said);
}

function verdictOf(said: readonly Said[]): Verdict {
  const totals = SWIPE_CAUSE_IDS.map((_, at) => said.reduce((sum, { logs }) => sum + logs[at]!, 0));
  const most = Math.max(...totals);
  const shares = totals.map((total) => 10 ** (total - most));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const causes = SWIPE_CAUSE_IDS.map((cause, at) => ({ cause, probability: shares[at]! / whole })).toSorted(
    (a, b) => b.probability - a.probability,
  );
  const first = SWIPE_CAUSE_IDS.indexOf(causes[0]!.cause);
  const evidence = said
    .map(({ feature, value, logs }) => ({ feature, value, weight: logs[first]! - logOfMean(logs, first) }))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { causes, evidence };
}

/** log10 of the mean chance under all causes but one. */
function logOfMean(logs: readonly number[], but: number): number {
  const others = logs.filter((_, at) => at !== but);
  return Math.log10(others.reduce((sum, log) => sum + 10 ** log, 0) / others.length);
}
