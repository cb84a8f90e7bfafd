import type { Trials } from './evidence.ts';
import { strikeFactor } from './evidence.ts';

/** The logarithm of the factor of one success on each interface. */
export const logClean = ({ shares }: Trials, q: number): Float64Array => shares.map((share) => Math.log(1 - q * share));

/** The same of all successes of a gap. */
export function logGap({ gaps }: Trials, gap: number, clean: Float64Array): number {
  let sum = 0;
  for (let face = 0; face < clean.length; face++) {
    const count = gaps[gap * clean.length + face]!;
    if (count > 0) sum += count * clean[face]!;
  }
  return sum;
}

/** Maximum likelihood of the share q of attempts struck, by expectation–maximisation. */
export function struckShare(trials: Trials): number {
  const { failures, hit, ratio, gaps, shares } = trials;
  let exposed = 0;
  for (let at = 0; at < (failures + 1) * shares.length; at++) exposed += gaps[at]! * shares[at % shares.length]!;
  for (let i = 0; i < failures; i++) exposed += hit[i]!;
  let q = 0.3;
  for (let round = 0; round < 30; round++) {
    let struck = 0;
    for (let i = 0; i < failures; i++) struck += (q * hit[i]! * ratio[i]!) / strikeFactor(q, hit[i]!, ratio[i]!);
    q = exposed > 0 ? Math.min(0.98, Math.max(0.001, struck / exposed)) : 0.001;
  }
  return q;
}

/** The logarithm of the likelihood ratio of all attempts where a share q of them was struck. */
export function logStruck(trials: Trials, q: number): number {
  const clean = logClean(trials, q);
  let log = 0;
  for (let gap = 0; gap <= trials.failures; gap++) log += logGap(trials, gap, clean);
  for (let i = 0; i < trials.failures; i++) log += Math.log(strikeFactor(q, trials.hit[i]!, trials.ratio[i]!));
  return log;
}
