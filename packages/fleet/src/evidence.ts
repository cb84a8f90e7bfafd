/**
 * The test of one suspicion: "from some attempt on, perhaps until another, a fault of this pattern struck a share q of
 * the attempts of this scope". Its e-value is the likelihood ratio against "nothing is wrong", averaged over start, end
 * and q with weights fixed beforehand. Under the null every such ratio is a non-negative martingale that starts at 1,
 * so its mean is at most 1 at any time one cares to look (Ville 1939; Shafer 2021, "Testing by betting").
 *
 * The average over all starts and ends is a walk through three states (not yet, struck, over), as in a hidden
 * Markov chain, and so takes one pass: Shiryaev's recursion with an end.
 */

/** Shares of attempts that a fault may strike. */
export const STRIKE_RATES = [0.04, 0.1, 0.22, 0.45, 0.8] as const;
const LEVELS = STRIKE_RATES.length;
/** Chance that the trouble was there before the log begins. */
const FROM_START = 0.2;

/**
 * Some troubles come in bursts (the first sales of a shift, a line that drops out every evening): a second chain goes to and
 * fro between calm and struck. It has this part of the weight, and these chances of a burst to begin and to end at an attempt.
 */
const BURSTS = { weight: 0.25, begin: 0.01, end: 0.15, rates: [0.45, 0.85] } as const;

/**
 * The scope's attempts in order of time, as the test sees them. `hit` is how strongly the pattern hits the attempt's
 * interface (0 to 1); `ratio` is P(record | struck) / P(record | ordinary), 0 for an attempt that went well.
 */
export type Trials = { readonly length: number; readonly hit: Float32Array; readonly ratio: Float32Array };

/** How an attempt's likelihood changes when a fault strikes a share q of such attempts. */
export const strikeFactor = (q: number, hit: number, ratio: number): number => 1 - q * hit + q * hit * ratio;

/** The natural logarithm of the e-value after the last attempt. */
export function logEvidence(trials: Trials): number {
  return walk(trials, Number.POSITIVE_INFINITY).log;
}

/** The first attempt at which the logarithm of the e-value reaches `level`; -1 where it never does. */
export function firstCrossing(trials: Trials, level: number): number {
  return walk(trials, level).crossed;
}

const HUGE = 1e200;

function walk({ length, hit, ratio }: Trials, level: number): { log: number; crossed: number } {
  const lasting = 1 - BURSTS.weight;
  const struck = new Float64Array(LEVELS).fill((lasting * FROM_START) / LEVELS);
  const bursts = new Float64Array(BURSTS.rates.length);
  const begin = (lasting * (1 - FROM_START)) / length;
  const end = 1 / length;
  let waiting = lasting * (1 - FROM_START);
  let calm: number = BURSTS.weight;
  let over = 0;
  /** All masses but `waiting` are divided by exp(scale), which `unit` inverts. */
  let scale = 0;
  let unit = 1;
  let log = 0;
  for (let i = 0; i < length; i++) {
    const a = hit[i]!;
    const r = ratio[i]!;
    const starting = i > 0 ? (begin / LEVELS) * unit : 0;
    let inside = 0;
    for (let k = 0; k < LEVELS; k++) {
      const mass = struck[k]!;
      const ended = mass * end;
      over += ended;
      inside += struck[k] = (mass - ended + starting) * (1 - STRIKE_RATES[k]! * a * (1 - r));
    }
    if (i > 0) waiting -= begin;
    const bursting = (calm * BURSTS.begin) / BURSTS.rates.length;
    calm -= bursting * BURSTS.rates.length;
    for (let k = 0; k < BURSTS.rates.length; k++) {
      const mass = bursts[k]!;
      calm += mass * BURSTS.end;
      inside += bursts[k] = (mass * (1 - BURSTS.end) + bursting) * (1 - BURSTS.rates[k]! * a * (1 - r));
    }
    inside += over + calm;
    if (inside > HUGE) {
      for (let k = 0; k < LEVELS; k++) struck[k]! /= HUGE;
      for (let k = 0; k < BURSTS.rates.length; k++) bursts[k]! /= HUGE;
      over /= HUGE;
      calm /= HUGE;
      inside /= HUGE;
      scale += Math.log(HUGE);
      unit = Math.exp(-scale);
    }
    if (level !== Number.POSITIVE_INFINITY || i === length - 1) {
      log = Math.log(inside + Math.max(0, waiting) * unit) + scale;
      if (log >= level) return { log, crossed: i };
    }
  }
  return { log, crossed: -1 };
}

/**
 * About the most that logEvidence can reach, without looking at the successes one by one: the best stretch of failures, or the
 * best run of bursts. An average over paths is at most its best path; for bursts, of which many paths are nearly as good, half
 * of the price of each is let off.
 *
 * @param failures the attempts that failed, as trials
 * @param between for each failure and rate, the logarithm of the factor of all successes since the failure before
 */
export function evidenceBound(failures: Trials, between: Float64Array): number {
  const begin = Math.log(BURSTS.begin / BURSTS.rates.length) / 2;
  const end = Math.log(BURSTS.end) / 2;
  let best = 0;
  for (let k = 0; k < LEVELS; k++) {
    let stretch = 0;
    let burst = Number.NEGATIVE_INFINITY;
    let calm = 0;
    for (let i = 0; i < failures.length; i++) {
      const gap = between[i * LEVELS + k]!;
      const gain = Math.log(strikeFactor(STRIKE_RATES[k]!, failures.hit[i]!, failures.ratio[i]!));
      stretch = Math.max(0, stretch + gap) + gain;
      burst = Math.max(burst + gap, calm + begin) + gain;
      calm = Math.max(calm, burst + end);
      best = Math.max(best, stretch, calm);
    }
  }
  return best;
}

export type Episode = {
  /** First and last attempt of the trouble; `over` is false where it lasts to the end of the log. */
  readonly first: number;
  readonly last: number;
  readonly over: boolean;
  /** Share of attempts struck while it lasted, by maximum likelihood. */
  readonly rate: number;
};

/** The likeliest start and end of the trouble (Viterbi, over both chains), and the share struck in between. */
export function likeliestEpisode(trials: Trials): Episode {
  const lasting = lastingEpisode(trials);
  const bursts = burstEpisode(trials);
  const { first, last, over } = bursts.log > lasting.log ? bursts : lasting;
  return { first, last, over, rate: struckShare(trials, first, last) };
}

type Path = { readonly log: number; readonly first: number; readonly last: number; readonly over: boolean };

function lastingEpisode({ length, hit, ratio }: Trials): Path {
  const logBegin = Math.log((1 - FROM_START) / length);
  const logEnd = Math.log(1 / length);
  let best: Path = { log: Number.NEGATIVE_INFINITY, first: 0, last: length - 1, over: false };
  for (const q of STRIKE_RATES) {
    let inside = Number.NEGATIVE_INFINITY;
    let since = 0;
    for (let i = 0; i < length; i++) {
      const begin = i === 0 ? Math.log(FROM_START) : logBegin;
      if (begin > inside) {
        inside = begin;
        since = i;
      }
      inside += Math.log(strikeFactor(q, hit[i]!, ratio[i]!));
      const toTheEnd = i === length - 1;
      const log = toTheEnd ? inside : inside + logEnd;
      if (log > best.log) best = { log, first: since, last: i, over: !toTheEnd };
    }
  }
  return { ...best, log: best.log + Math.log((1 - BURSTS.weight) / LEVELS) };
}

/** From the first burst to the last. Over, where the calm since then is longer than any between bursts. */
function burstEpisode({ length, hit, ratio }: Trials): Path {
  type Way = { readonly log: number; readonly first: number; readonly last: number; readonly longestCalm: number };
  const nowhere: Way = { log: Number.NEGATIVE_INFINITY, first: -1, last: -1, longestCalm: 0 };
  let calm: Way = { ...nowhere, log: 0 };
  let bursts = BURSTS.rates.map(() => nowhere);
  const logStay = Math.log(1 - BURSTS.begin);
  const logBegin = Math.log(BURSTS.begin / BURSTS.rates.length);
  const logEnd = Math.log(BURSTS.end);
  const logGoOn = Math.log(1 - BURSTS.end);
  for (let i = 0; i < length; i++) {
    const before = calm;
    const opened: Way = {
      log: before.log + logBegin,
      first: before.first < 0 ? i : before.first,
      last: i,
      longestCalm: before.first < 0 ? 0 : Math.max(before.longestCalm, i - before.last),
    };
    const best = bursts.reduce((a, b) => (b.log > a.log ? b : a));
    calm =
      best.log + logEnd > before.log + logStay
        ? { ...best, log: best.log + logEnd }
        : { ...before, log: before.log + logStay };
    bursts = bursts.map((way, k) => {
      const from = way.log + logGoOn > opened.log ? { ...way, log: way.log + logGoOn, last: i } : opened;
      return { ...from, log: from.log + Math.log(strikeFactor(BURSTS.rates[k]!, hit[i]!, ratio[i]!)) };
    });
  }
  const best = bursts.reduce((a, b) => (b.log > a.log ? b : a), calm);
  const log = best.log + Math.log(BURSTS.weight);
  if (best.first < 0) return { log: Number.NEGATIVE_INFINITY, first: 0, last: length - 1, over: false };
  const over = length - 1 - best.last > Math.max(20, 1.5 * best.longestCalm);
  return { log, first: best.first, last: over ? best.last : length - 1, over };
}

/** Maximum likelihood of q over the attempts from first to last, by expectation–maximisation. */
export function struckShare({ hit, ratio }: Trials, first: number, last: number): number {
  let q = 0.3;
  for (let round = 0; round < 30; round++) {
    let struck = 0;
    let exposed = 0;
    for (let i = first; i <= last; i++) {
      const a = hit[i]!;
      if (a === 0) continue;
      exposed += a;
      const r = ratio[i]!;
      if (r > 0) struck += (q * a * r) / strikeFactor(q, a, r);
    }
    q = exposed > 0 ? Math.min(0.98, Math.max(0.001, struck / exposed)) : 0.001;
  }
  return q;
}
