import { logSum } from '../numbers/log-sum.ts';
import { WEAR_LIMITS } from './limits.ts';
import type { Story } from './stories.ts';
import { LASTING, WEARING } from './stories.ts';

/** One day of a terminal on an interface; `day` counts from any day on, `expected` are the failures of parts that are well. */
export type WearDay = {
  readonly day: number;
  readonly attempts: number;
  readonly failures: number;
  readonly expected: number;
};

export type WearQuestion = {
  /** Share of reads that fail by the part, at which it should have been looked after. */
  readonly limit?: number;
  /** Days ahead that are of interest. */
  readonly horizon?: number;
};

/** From and to a day, as a fraction; null where it is beyond the horizon. */
export type DayRange = readonly [from: number | null, to: number | null];

export type WearForecast = {
  /** Whether the limit is more likely than not passed already, within the horizon, or later if at all. */
  readonly outlook: 'passed' | 'within_horizon' | 'not_within_horizon';
  /** Chance that the limit is passed within the horizon, and that it is passed already. */
  readonly chance: number;
  readonly chancePassed: number;
  /** Chance that it wears, rather than staying as it is. */
  readonly wearing: number;
  /** Share of reads that fail by the part on the last day, if it wears: the posterior's median. */
  readonly share: number;
  /** If it wears, the day on which the limit is passed: as likely before it as after it. */
  readonly day: number | null;
  readonly range80: DayRange;
  readonly range95: DayRange;
};

const USUAL_HORIZON = 90;
/** Parts that are asked about and wear. Expert estimate. */
const WEARS = 0.5;

/**
 * When a part that wears will fail too often: the posterior of a few stories (its share of failed reads doubles again and again, or
 * grows steadily) over their share today and their pace, beside the story that it stays as it is. An inspection belongs
 * before the early end of the range.
 * @throws RangeError where there is no day
 */
export function forecastWear(days: readonly WearDay[], question: WearQuestion = {}): WearForecast {
  const { limit = WEAR_LIMITS.charged, horizon = USUAL_HORIZON } = question;
  if (days.length === 0) throw new RangeError('a forecast needs a day');
  const today = days.reduce((last, { day }) => Math.max(last, day), Number.NEGATIVE_INFINITY);
  const stories = [...WEARING, ...LASTING];
  const weights = posterior(stories, days, today);
  const reached = (within: number) => sumOf(weights, (i) => stories[i]!.reaches(limit) <= within);
  const chance = reached(horizon);
  const chancePassed = reached(0);
  const own = weights.subarray(0, WEARING.length);
  const passing = quantiles(
    WEARING.map(({ reaches }) => reaches(limit)),
    own,
  );
  const at = (part: number): number | null => {
    const ahead = passing(part);
    return ahead > horizon ? null : today + ahead;
  };
  const share = quantiles(
    WEARING.map(({ now }) => now),
    own,
  );
  return {
    outlook: chancePassed > 0.5 ? 'passed' : chance > 0.5 ? 'within_horizon' : 'not_within_horizon',
    chance,
    chancePassed,
    wearing: sumOf(own, () => true),
    share: share(0.5),
    day: at(0.5),
    range80: [at(0.1), at(0.9)],
    range95: [at(0.025), at(0.975)],
  };
}

/** Sums to 1. */
function posterior(stories: readonly Story[], days: readonly WearDay[], today: number): Float64Array {
  const logs = Float64Array.from(stories, ({ share, weight }, i) => {
    const prior = i < WEARING.length ? WEARS : 1 - WEARS;
    return Math.log(prior * weight) + logLikelihood(days, today, share);
  });
  const all = logSum(logs);
  return logs.map((log) => Math.exp(log - all));
}

function sumOf(weights: Float64Array, counts: (i: number) => boolean): number {
  return weights.reduce((sum, weight, i) => (counts(i) ? sum + weight : sum), 0);
}

/** Up to what the stories have in common. A read fails by the part, or else in the ordinary way. */
function logLikelihood(days: readonly WearDay[], today: number, shareOn: (daysFromNow: number) => number): number {
  let log = 0;
  for (const { day, attempts, failures, expected } of days) {
    if (attempts === 0) continue;
    const share = shareOn(day - today);
    const ordinary = Math.min(0.9, Math.max(1e-4, expected / attempts));
    log += failures * Math.log(ordinary + (1 - ordinary) * share) + (attempts - failures) * Math.log1p(-share);
  }
  return log;
}

/** The value below which this part of the weight lies, between two stories' values in proportion. */
function quantiles(values: readonly number[], weights: Float64Array): (part: number) => number {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const total = sumOf(weights, () => true);
  return (part) => {
    let passed = 0;
    let before: { readonly value: number; readonly middle: number } | null = null;
    for (const i of order) {
      const middle = passed + weights[i]! / 2;
      if (middle >= part * total) {
        if (before === null) return values[i]!;
        return before.value + ((part * total - before.middle) / (middle - before.middle)) * (values[i]! - before.value);
      }
      passed += weights[i]!;
      before = { value: values[i]!, middle };
    }
    return values[order.at(-1)!]!;
  };
}
