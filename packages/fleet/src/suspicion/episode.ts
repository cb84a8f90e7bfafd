import type { Trials } from './evidence.ts';
import { BURSTS, FROM_START, RATE_WEIGHTS, STRIKE_RATES, strikeFactor } from './evidence.ts';
import { logClean, logGap } from './struck.ts';

export type Episode = {
  /** First and last failure of the trouble; `first` -1 where it was there before the log, `last` -1 where it lasts to its end. */
  readonly first: number;
  readonly last: number;
};

/**
 * Where nearly all attempts fail for so many failures, and these have this part of the evidence of all bursts, it is no burst but an
 * outage: the others may be of another trouble, and are heard later.
 */
const OUTAGE = { rate: 0.8, failures: 40, part: 0.8 };

/** The likeliest start and end of the trouble (Viterbi, over both chains). It begins and ends with a failure. */
export function likeliestEpisode(trials: Trials): Episode {
  const lasting = lastingEpisode(trials);
  const bursts = burstEpisode(trials);
  const isOutage = lasting.rate >= OUTAGE.rate && failuresOf(trials, lasting) >= OUTAGE.failures;
  if (isOutage && lasting.log > OUTAGE.part * bursts.log) return lasting;
  return bursts.log > lasting.log ? bursts : lasting;
}

const failuresOf = ({ failures }: Trials, { first, last }: Episode): number =>
  (last < 0 ? failures : last + 1) - Math.max(0, first);

type Path = Episode & { readonly log: number };
/** Of which such a share of attempts is struck. */
type Stretch = Path & { readonly rate: number };

function lastingEpisode(trials: Trials): Stretch {
  const logEnd = Math.log(1 / trials.length);
  let best: Stretch = { log: Number.NEGATIVE_INFINITY, first: -1, last: -1, rate: 0 };
  STRIKE_RATES.forEach((q, k) => {
    const clean = logClean(trials, q);
    const weight = (1 - BURSTS.weight) * RATE_WEIGHTS[k]!;
    const logBegin = Math.log((weight * (1 - FROM_START)) / trials.length);
    let inside = Math.log(weight * FROM_START);
    let since = -1;
    for (let i = 0; i < trials.failures; i++) {
      inside += logGap(trials, i, clean);
      if (logBegin > inside) {
        inside = logBegin;
        since = i;
      }
      inside += Math.log(strikeFactor(q, trials.hit[i]!, trials.ratio[i]!));
      if (inside + logEnd > best.log) best = { log: inside + logEnd, first: since, last: i, rate: q };
    }
    inside += logGap(trials, trials.failures, clean);
    if (inside > best.log) best = { log: inside, first: since, last: -1, rate: q };
  });
  return best;
}

/** A run of bursts, each of which begins and ends with a failure. Places count attempts. */
type Bursts = {
  readonly log: number;
  readonly first: number;
  readonly last: number;
  readonly lastPlace: number;
  readonly longestCalm: number;
};

/**
 * From the first burst to the last. A calm between bursts must be paid for, one before the first or after the last is none of the trouble's:
 * else each stray failure of a quiet week would be one more burst. Over, where the calm since then is longer than any between bursts.
 */
function burstEpisode(trials: Trials): Path {
  const nowhere: Bursts = { log: Number.NEGATIVE_INFINITY, first: -1, last: -1, lastPlace: -1, longestCalm: 0 };
  const logStay = Math.log(1 - BURSTS.begin);
  const logBegin = Math.log((BURSTS.weight * (1 - FROM_START)) / trials.length / BURSTS.rates.length);
  const logAgain = Math.log(BURSTS.begin / BURSTS.rates.length);
  const logEnd = Math.log(BURSTS.end);
  const logGoOn = Math.log(1 - BURSTS.end);
  const logOver = Math.log(1 / trials.length);
  const clean = BURSTS.rates.map((rate) => logClean(trials, rate));
  const better = (a: Bursts, b: Bursts) => (b.log > a.log ? b : a);
  const plus = (way: Bursts, log: number): Bursts => ({ ...way, log: way.log + log });
  let calm = nowhere;
  let over = nowhere;
  let bursts = BURSTS.rates.map(() => nowhere);
  let place = 0;
  const throughGap = (i: number): void => {
    const n = gapLength(trials, i);
    if (n === 0) return;
    const ended = plus(bursts.reduce(better), logEnd);
    calm = better(plus(calm, n * logStay), plus(ended, (n - 1) * logStay));
    over = better(over, plus(ended, logOver));
    bursts = bursts.map((way, k) => plus(way, n * logGoOn + logGap(trials, i, clean[k]!)));
    place += n;
  };
  for (let i = 0; i < trials.failures; i++) {
    throughGap(i);
    const again = {
      ...plus(calm, logAgain),
      longestCalm: Math.max(calm.longestCalm, place - calm.lastPlace),
    };
    const opened = { ...better({ ...nowhere, first: i, log: logBegin }, again), last: i, lastPlace: place };
    const ended = plus(bursts.reduce(better), logEnd);
    calm = better(plus(calm, logStay), ended);
    over = better(over, plus(ended, logOver));
    bursts = bursts.map((way, k) => {
      const from = way.log + logGoOn > opened.log ? { ...plus(way, logGoOn), last: i, lastPlace: place } : opened;
      return plus(from, Math.log(strikeFactor(BURSTS.rates[k]!, trials.hit[i]!, trials.ratio[i]!)));
    });
    place++;
  }
  throughGap(trials.failures);
  const inBurst = bursts.reduce(better);
  const best = better(better(inBurst, calm), over);
  if (best.first < 0) return { log: Number.NEGATIVE_INFINITY, first: -1, last: -1 };
  const isOver = best !== inBurst && place - 1 - best.lastPlace > Math.max(20, 1.5 * best.longestCalm);
  return { log: best.log, first: best.first, last: isOver ? best.last : -1 };
}

function gapLength({ gaps, shares }: Trials, gap: number): number {
  let sum = 0;
  for (let face = 0; face < shares.length; face++) if (shares[face]! > 0) sum += gaps[gap * shares.length + face]!;
  return sum;
}
