import { alarmWalk, groupChances, overWalk, runLengthTo, thresholdFor } from './walk.ts';

/** One jump that is looked for: the odds of failure are multiplied by `odds`. */
export type Arm = {
  readonly odds: number;
  readonly weight: number;
  /** Evidence at which a change of this size counts as over, nats. */
  readonly over: number;
};

/** What a stream is watched for, and at which `level` of the arms' joint evidence it is said to have changed. */
export type ChangeDesign = { readonly arms: readonly Arm[]; readonly level: number };

export type FalseAlarms = {
  /** Mean number of attempts to a false alarm where nothing changes (the average run length, ARL). */
  readonly every: number;
  /** Mean number of attempts to a false all-clear while the trouble lasts. */
  readonly overEvery?: number;
};

/**
 * To find a jump of known size soonest: Page's CUSUM, optimal in Lorden's sense (Moustakides, 1986). `ordinary` are chances
 * of failure as they occur in the stream, one or a sample.
 */
export function designKnown(
  ordinary: ArrayLike<number>,
  odds: number,
  { every, overEvery = every }: FalseAlarms,
): ChangeDesign {
  const chances = groupChances(ordinary);
  const threshold = thresholdFor(alarmWalk(chances, odds), every);
  const over = thresholdFor(overWalk(chances, odds), overEvery);
  return { arms: [{ odds, weight: 1, over }], level: Math.expm1(threshold) };
}

/** Jumps that an unknown one is looked for among: each is at most a factor of 1.6 from where the next does as well. */
const JUMPS = [1.5, 2.5, 5, 12] as const;

/**
 * To find a jump of unknown size: several CUSUMs, alarm where Σ weight × (e^evidence − 1) reaches the level. A weight is
 * inverse to the odds, for small jumps take longest and can spare least. Each arm's run length is exact; alarms of different arms
 * are counted as if each came alone, which is so for few false alarms; for many, see `TOGETHER`.
 */
export function designUnknown(ordinary: ArrayLike<number>, { every, overEvery = every }: FalseAlarms): ChangeDesign {
  const chances = groupChances(ordinary);
  const total = JUMPS.reduce((sum, odds) => sum + 1 / odds, 0);
  const arms = JUMPS.map((odds) => ({
    odds,
    weight: 1 / odds / total,
    over: thresholdFor(overWalk(chances, odds), overEvery),
  }));
  const walks = JUMPS.map((odds) => alarmWalk(chances, odds));
  const failures = every * chances.reduce((sum, { chance, weight }) => sum + weight * chance, 0);
  const wanted = every * (1 + TOGETHER / failures);
  let level = 0.01 * wanted;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const rate = arms.reduce((sum, { weight }, i) => sum + 1 / runLengthTo(walks[i]!, Math.log1p(level / weight)), 0);
    // The run length is all but proportional to the level.
    level *= wanted * rate;
    if (Math.abs(Math.log(wanted * rate)) < CLOSE) break;
  }
  return { arms, level };
}

const MOST_ROUNDS = 30;
/**
 * Where few ordinary failures lie between false alarms, arms that are each half convinced raise one together: as simulated, some
 * two failures too soon.
 */
const TOGETHER = 2;
const CLOSE = 0.002;
