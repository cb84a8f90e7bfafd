import type { Fault, Scene } from '../scene/scene.ts';
import type { Mix } from './mix.ts';
import { logOwnReasons, mixOf } from './mix.ts';

/** Faults are akin where they share this much of their reasons on some interface, each with a few failures there. */
const AKIN = 0.2;
const FEWEST = 1.5;
/** Reasons differ where a fault's own mix explains its records better than the other's by so much, in all and a failure. */
const DIFFERS = 5;
const DIFFERS_A_FAILURE = 0.4;
/** How unevenly one fault may strike, and by how many standard deviations the counts may stray. */
const UNEVEN = 2;
const DEVIATIONS = 2;
/** What is part of a fault has this part of its failures where that strikes. */
const MOSTLY_THERE = 0.5;
/** A fault strikes some places harder than others, but not so many times. */
const FAR_HARDER = 10;
/** At least this part of a piece's failures must be on interfaces that the fault strikes: it cannot have done the others. */
const IN_COMMON = 0.75;

/**
 * Whether two faults look alike: their failures give the same reasons on some interface. The patterns that
 * the search knew them by do not matter: a fault often shows through several.
 */
export function akin(scene: Scene, a: Fault, b: Fault): boolean {
  const mixB = mixOf(scene, b);
  return mixOf(scene, a).some((x, face) => {
    const y = mixB[face]!;
    if (x.blame < FEWEST || y.blame < FEWEST) return false;
    if (x.told < FEWEST || y.told < FEWEST) return areRatesAlike(x, y, 1);
    return x.reasons.reduce((sum, share, f) => sum + Math.min(share, y.reasons[f]!), 0) >= AKIN;
  });
}

/** Whether a piece's failures give clearly other reasons than a fault's: its own mix explains them far better. */
export function differ(scene: Scene, own: readonly Mix[], its: readonly Mix[]): boolean {
  const blame = own.reduce((sum, mix) => sum + mix.blame, 0);
  return logOwnReasons(scene, own, its) > Math.max(DIFFERS, DIFFERS_A_FAILURE * blame);
}

/** Whether most failures of both tell reasons. */
export const isTold = (...both: readonly (readonly Mix[])[]): boolean =>
  both.every((mixes) => {
    const sum = (of: (mix: Mix) => number) => mixes.reduce((total, mix) => total + of(mix), 0);
    return sum((mix) => mix.told) >= Math.max(FEWEST, 0.5 * sum((mix) => mix.blame));
  });

/**
 * Whether the piece strikes the fault's interfaces as often as this part of its traffic would be struck. Interfaces that the fault's
 * pattern leaves alone tell nothing, but no more than a few of the failures may be there.
 */
export function strikesAlike(own: readonly Mix[], its: readonly Mix[], part: number): boolean {
  const struck = own.flatMap((mix, face) => (mix.blame < FEWEST ? [] : [[mix, its[face]!] as const]));
  const common = struck.filter(([, other]) => other.exposed > 0);
  const blame = (pairs: typeof struck) => pairs.reduce((sum, [mix]) => sum + mix.blame, 0);
  if (common.length === 0 || blame(common) < IN_COMMON * blame(struck)) return false;
  return common.every(([mix, other]) => other.blame >= FEWEST && areRatesAlike(mix, other, part));
}

/** Whether a fault strikes the interfaces on which most of a piece's failures are, and the piece not many times as hard. */
export function strikesThere(own: readonly Mix[], its: readonly Mix[]): boolean {
  const sum = (mixes: readonly Mix[]): number => mixes.reduce((total, { blame }) => total + blame, 0);
  const isThere = ({ blame, exposed }: Mix, other: Mix): boolean =>
    other.blame >= FEWEST && blame * other.exposed <= FAR_HARDER * exposed * other.blame;
  return sum(own.filter((mix, face) => isThere(mix, its[face]!))) >= MOSTLY_THERE * sum(own);
}

function areRatesAlike(own: Mix, its: Mix, part: number): boolean {
  const expected = (part * own.exposed * its.blame) / its.exposed;
  const error = Math.sqrt(1 / own.blame + 1 / its.blame);
  return Math.abs(Math.log(own.blame / expected)) < Math.log(UNEVEN) + DEVIATIONS * error;
}
