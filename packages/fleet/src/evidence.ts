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

function walk({ length, hit, ratio }: Trials, level: number): { log: number; crossed: number } {
  const struck = new Float64Array(LEVELS).fill(FROM_START / LEVELS);
  const start = (1 - FROM_START) / length;
  const end = 1 / length;
  let waiting = 1 - FROM_START;
  let over = 0;
  let scale = 0;
  let log = 0;
  for (let i = 0; i < length; i++) {
    const a = hit[i]!;
    const r = ratio[i]!;
    const begin = start / LEVELS;
    let sum = 0;
    let ended = 0;
    for (let k = 0; k < LEVELS; k++) {
      const stopping = struck[k]! * end;
      ended += stopping;
      const value = (struck[k]! - stopping + (i > 0 ? begin : 0) * Math.exp(-scale)) * strikeFactor(STRIKE_RATES[k]!, a, r);
      struck[k] = value;
      sum += value;
    }
    over += ended;
    if (i > 0) waiting -= start;
    const inside = sum + over;
    if (inside > 1e200) {
      for (let k = 0; k < LEVELS; k++) struck[k]! /= 1e200;
      over /= 1e200;
      scale += Math.log(1e200);
    }
    if (level !== Number.POSITIVE_INFINITY || i === length - 1) {
      log = Math.log((inside > 1e200 ? inside / 1e200 : inside) + Math.max(0, waiting) * Math.exp(-scale)) + scale;
      if (log >= level) return { log, crossed: i };
    }
  }
  return { log, crossed: -1 };
}

export type Episode = {
  /** First and last attempt of the trouble; `over` is false where it lasts to the end of the log. */
  readonly first: number;
  readonly last: number;
  readonly over: boolean;
  /** Share of attempts struck while it lasted, by maximum likelihood. */
  readonly rate: number;
};

/** The likeliest start and end of the trouble (Viterbi), and the share struck in between. */
export function likeliestEpisode(trials: Trials): Episode {
  const { length, hit, ratio } = trials;
  const logStart = Math.log((1 - FROM_START) / length);
  const logEnd = Math.log(1 / length);
  let best = { log: Number.NEGATIVE_INFINITY, first: 0, last: length - 1, over: false };
  for (const q of STRIKE_RATES) {
    let inside = Number.NEGATIVE_INFINITY;
    let since = 0;
    for (let i = 0; i < length; i++) {
      const begin = i === 0 ? Math.log(FROM_START) : logStart;
      if (begin > inside) {
        inside = begin;
        since = i;
      }
      inside += Math.log(strikeFactor(q, hit[i]!, ratio[i]!));
      const lasting = i === length - 1;
      const log = lasting ? inside : inside + logEnd;
      if (log > best.log) best = { log, first: since, last: i, over: !lasting };
    }
  }
  return { first: best.first, last: best.last, over: best.over, rate: struckShare(trials, best.first, best.last) };
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
