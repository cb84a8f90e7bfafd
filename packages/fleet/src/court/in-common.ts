import { INTERFACES } from '@duka/model';
import { logMean } from '../numbers/log-sum.ts';
import type { Bounds } from '../scene/bounds.ts';
import { homeTest } from '../scene/bounds.ts';
import type { Stay } from '../scene/places.ts';
import { lowerBound } from '../scene/places.ts';
import type { Scene } from '../scene/scene.ts';
import type { Episode } from '../suspicion/episode.ts';
import type { Trials } from '../suspicion/evidence.ts';
import { STRIKE_RATES, strikeFactor } from '../suspicion/evidence.ts';
import { OWN_FAULT } from '../suspicion/priors.ts';
import { isInSample } from '../suspicion/sample.ts';
import { logClean, logStruck } from '../suspicion/struck.ts';
import type { NumberedTrials } from '../suspicion/trials.ts';

const FACES = INTERFACES.length;
const MOST_UNEVEN = 2.5;
/** By so much more, as a logarithm, a fault of its own explains a terminal that stands apart. */
const FAR_APART = 20;

/** What a wide fault's terminals have in common, and who of them stands apart. */
export type InCommon = {
  /** What is left of the evidence for the wide fault, as a logarithm. */
  readonly log: number;
  /** What the others say of it while it struck the terminal that adds most: they need not find out when. */
  readonly ofOthers: number;
  /** The terminal that a fault of its own explains best, against the common one; null where none is far better explained so. */
  readonly apart: number | null;
};

/**
 * Whether a wide trouble is common to its terminals, or only the sum of some that each have their own fault. Each terminal may
 * speak for the wide fault only as far as that explains it better than "nothing is wrong here, or, one time in a hundred, a
 * fault of its own": one that is explained by its own fault says nothing, and one that was spared speaks against it.
 * How many of the scope's successes were whose is taken from the terminals' stays (see Places), in proportion.
 *
 * @param sample number of the sample of terminals that the trials are of
 * @param ofTerminal logarithm of the most evidence against each terminal alone
 * @param log logarithm of the e-value of the wide fault
 */
export function evidenceInCommon(
  scene: Scene,
  bounds: Bounds,
  sample: number,
  whole: NumberedTrials,
  episode: Episode,
  ofTerminal: Float64Array,
  log: number,
): InCommon {
  const trials = during(whole, episode);
  const fits = STRIKE_RATES.map((rate) => logStruck(trials, rate));
  const fit = Math.max(...fits);
  const best = STRIKE_RATES[fits.indexOf(fit)]!;
  const alike = STRIKE_RATES.flatMap((rate, k) => (isAlike(rate, best) ? [k] : []));
  let common = 0;
  let largest = 0;
  let most = FAR_APART;
  let apart: number | null = null;
  for (const [terminal, logs] of likelihoodsOfTerminals(scene, bounds, sample, trials, STRIKE_RATES)) {
    const shared = alike.map((k) => logs[k]!);
    const own = OWN_FAULT * Math.exp(Math.min(600, ofTerminal[terminal]!, Math.max(0, ...logs)));
    const adds = Math.log(((1 - OWN_FAULT) * Math.exp(Math.min(600, logMean(shared))) + own) / (1 - OWN_FAULT + own));
    common += adds;
    largest = Math.max(largest, adds);
    const gap = Math.max(ofTerminal[terminal]!, ...logs) - Math.max(0, ...shared);
    if (gap <= most) continue;
    most = gap;
    apart = terminal;
  }
  // What the unknown start and end cost the whole, they cost here too.
  return { log: common - Math.max(0, fit - log), ofOthers: common - largest, apart };
}

/** A wide fault may strike one terminal so many times as often as another. */
const isAlike = (a: number, b: number): boolean => Math.max(a / b, b / a) <= MOST_UNEVEN;

/** The trials of the episode alone. */
function during(whole: NumberedTrials, { first, last }: Episode): NumberedTrials {
  const from = Math.max(0, first);
  const to = last < 0 ? whole.failures - 1 : last;
  const failures = to - from + 1;
  const gaps = whole.gaps.slice(from * FACES, (to + 2) * FACES);
  if (first >= 0) gaps.fill(0, 0, FACES);
  if (last >= 0) gaps.fill(0, failures * FACES);
  const slice = <A extends Float64Array | Int32Array>(list: A): A => list.slice(from, to + 1) as A;
  const length = failures + gaps.reduce((sum, count) => sum + count, 0);
  return {
    failures,
    hit: slice(whole.hit),
    ratio: slice(whole.ratio),
    failed: slice(whole.failed),
    gaps,
    shares: whole.shares,
    length,
  };
}

/** Of each terminal, the logarithm of its attempts' likelihood ratio at each share of attempts struck. */
function likelihoodsOfTerminals(
  scene: Scene,
  bounds: Bounds,
  sample: number,
  trials: NumberedTrials,
  rates: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const logs = new Map<number, number[]>();
  const of = (terminal: number): number[] => {
    const known = logs.get(terminal) ?? rates.map(() => 0);
    logs.set(terminal, known);
    return known;
  };
  for (let i = 0; i < trials.failures; i++) {
    const own = of(scene.terminalOfFailed[trials.failed[i]!]!);
    rates.forEach((q, k) => {
      own[k]! += Math.log(strikeFactor(q, trials.hit[i]!, trials.ratio[i]!));
    });
  }
  const clean = rates.map((q) => logClean(trials, q));
  for (const { terminal, counts } of successesOfStays(scene, bounds, sample, trials)) {
    const own = of(terminal);
    clean.forEach((logs, k) => {
      for (let f = 0; f < FACES; f++) if (counts[f]! > 0) own[k]! += counts[f]! * logs[f]!;
    });
  }
  return logs;
}

/** The successes during the trouble, shared out among the terminals' stays. */
function successesOfStays(scene: Scene, bounds: Bounds, sample: number, trials: NumberedTrials) {
  const { rows, stays } = scene.places.terminals();
  // Issuers and cards are no matter of homes: their part is taken in proportion.
  const inScope = homeTest(scene, bounds, false);
  const from = trials.gaps.subarray(0, FACES).some((count) => count > 0) ? 0 : scene.failed[trials.failed[0]!]!;
  const open = trials.gaps.subarray(trials.failures * FACES, (trials.failures + 1) * FACES).some((count) => count > 0);
  const to = open ? scene.frame.length : scene.failed[trials.failed[trials.failures - 1]!]!;
  const inside: { readonly terminal: number; readonly counts: Float64Array }[] = [];
  const all = new Float64Array(FACES);
  for (const stay of stays) {
    if (!isInSample(stay.terminal, sample) || !inScope(stay.home)) continue;
    const share = partWithin(rows, stay, from, to);
    if (share === 0) continue;
    const counts = new Float64Array(FACES);
    for (let f = 0; f < FACES; f++) {
      counts[f] = stay.faces[f]! * share;
      all[f]! += counts[f]!;
    }
    inside.push({ terminal: stay.terminal, counts });
  }
  const scale = successesOf(trials).map((count, f) => (all[f]! > 0 && trials.shares[f]! > 0 ? count / all[f]! : 0));
  for (const { counts } of inside) for (let f = 0; f < FACES; f++) counts[f]! *= scale[f]!;
  return inside;
}

/** The part of a stay's attempts from one row to another. */
function partWithin(rows: Int32Array, stay: Stay, from: number, to: number): number {
  if (rows[stay.from]! >= from && rows[stay.to - 1]! <= to) return 1;
  const first = lowerBound(rows, stay.from, stay.to, from);
  return (lowerBound(rows, first, stay.to, to + 1) - first) / (stay.to - stay.from);
}

function successesOf({ gaps }: Trials): Float64Array {
  const sums = new Float64Array(FACES);
  for (let at = 0; at < gaps.length; at++) sums[at % FACES]! += gaps[at]!;
  return sums;
}
