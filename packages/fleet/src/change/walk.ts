import { logRatio, raised } from './raised.ts';
import type { Step } from './run-length.ts';
import { meanRunLength } from './run-length.ts';

/** Ordinary chances of failure that occur in a stream, and the part of its attempts that has each. */
export type Chances = readonly { readonly chance: number; readonly weight: number }[];

const MOST_GROUPS = 8;
/** Where failures are rarer, a single one would be an alarm: such chances are taken for this one, so that alarms are rarer than asked for. */
const LEAST_CHANCE = 0.001;

/** A sample of ordinary chances as a few groups of like ones. @throws RangeError where it is empty or holds a 0 or 1 */
export function groupChances(ordinary: ArrayLike<number>): Chances {
  const given = Float64Array.from(ordinary).sort();
  if (given.length === 0 || !(given[0]! > 0) || !(given.at(-1)! < 1))
    throw new RangeError('a design needs ordinary chances above 0 and below 1');
  const sorted = given.map((chance) => Math.max(LEAST_CHANCE, chance));
  const wanted = sorted[0] === sorted.at(-1) ? 1 : Math.min(MOST_GROUPS, sorted.length);
  return Array.from({ length: wanted }, (_, group) => {
    const part = sorted.subarray((group * sorted.length) / wanted, ((group + 1) * sorted.length) / wanted);
    return { chance: part.reduce((sum, chance) => sum + chance, 0) / part.length, weight: part.length / sorted.length };
  });
}

/**
 * The walk of a CUSUM's statistic on a lattice: `size` is one lattice step in nats, `steps` are those of one attempt. With one
 * ordinary chance the lattice is the statistic's own, and exact.
 */
export type Walk = { readonly size: number; readonly steps: readonly Step[] };

/**
 * Lattice steps that one failure is worth at least: where the lattice is not the statistic's own, and where it is. Its own takes more the
 * rarer failures are, and time goes with the square: it is left where failures would be worth more than `MOST_OWN`.
 */
const FINE = 60;
const OWN = 40;
const MOST_OWN = 300;

/** The evidence that chances have been raised, while they are as they were. */
export function alarmWalk(chances: Chances, odds: number): Walk {
  return walkOf(
    chances.map(({ chance, weight }) => ({
      chance,
      weight,
      up: logRatio(chance, odds, true),
      down: -logRatio(chance, odds, false),
    })),
  );
}

/** The evidence that raised chances are as they were again, while they are still raised. */
export function overWalk(chances: Chances, odds: number): Walk {
  const { size } = alarmWalk(chances, odds);
  const moves = chances.flatMap(({ chance, weight }) => {
    const bad = raised(chance, odds);
    return [
      { move: -logRatio(chance, odds, true), chance: weight * bad },
      { move: -logRatio(chance, odds, false), chance: weight * (1 - bad) },
    ];
  });
  return { size, steps: onLattice(moves, size) };
}

type Group = { readonly chance: number; readonly weight: number; readonly up: number; readonly down: number };

function walkOf(groups: readonly Group[]): Walk {
  const [first, ...others] = groups;
  const smallest = Math.min(...groups.map(({ up }) => up));
  const own = first && others.length === 0 ? first.down / Math.ceil((OWN * first.down) / first.up) : 0;
  const size = own * MOST_OWN > smallest ? own : smallest / FINE;
  const moves = groups.flatMap(({ chance, weight, up, down }) => [
    { move: up, chance: weight * chance },
    { move: -down, chance: weight * (1 - chance) },
  ]);
  return { size, steps: onLattice(moves, size) };
}

/** A move between lattice points is shared among the nearest three so that its mean and variance stay. */
function onLattice(
  moves: readonly { readonly move: number; readonly chance: number }[],
  size: number,
): readonly Step[] {
  const shares = new Map<number, number>();
  for (const { move, chance } of moves) {
    const nearest = Math.round(move / size);
    const rest = move / size - nearest;
    for (const [by, share] of [
      [nearest - 1, (rest * (rest - 1)) / 2],
      [nearest, 1 - rest * rest],
      [nearest + 1, (rest * (rest + 1)) / 2],
    ] as const) {
      if (Math.abs(share) > 1e-9) shares.set(by, (shares.get(by) ?? 0) + share * chance);
    }
  }
  return [...shares].map(([by, chance]) => ({ by, chance }));
}

/** Lattice points from 0 that a walk may have below its threshold before the search for one ends. */
const MOST_POINTS = 60_000;

/** The lowest threshold, in nats, that is reached but once in so many attempts. It lies between two lattice points. */
export function thresholdFor({ size, steps }: Walk, every: number): number {
  let low = 0;
  let high = 8;
  while (high < MOST_POINTS && meanRunLength(steps, high) < every) {
    low = high;
    high = Math.ceil(high * 1.6);
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (meanRunLength(steps, middle) < every) low = middle;
    else high = middle;
  }
  return (high - 0.5) * size;
}

/** Mean number of attempts until the statistic reaches this many nats, between lattice points by its logarithm. */
export function runLengthTo({ size, steps }: Walk, threshold: number): number {
  const points = Math.max(1, threshold / size + 0.5);
  const low = Math.floor(points);
  const below = Math.log(meanRunLength(steps, low));
  const rest = points - low;
  return Math.exp(rest < 1e-9 ? below : below + rest * (Math.log(meanRunLength(steps, low + 1)) - below));
}
