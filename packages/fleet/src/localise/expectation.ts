import type { Failures } from './failures.ts';
import type { Attribute, Leaves } from './leaves.ts';
import { orderLeaves } from './leaves.ts';

/**
 * Failed and all attempts by row. `age` is how many time steps a row lies before the moment that is looked at: 0 is
 * that moment; what is later counts for nothing.
 */
export type RatioTable = {
  readonly attributes: readonly Attribute[];
  readonly failed: ArrayLike<number>;
  readonly total: ArrayLike<number>;
  readonly age: ArrayLike<number>;
};

/** Steps after which a minute counts half. */
const HALF_LIFE = 20;
/** What a leaf's values let expect is worth as many attempts of its own. */
const GUESS_WEIGHT = 25;
/** So many attempts at the usual rate are believed of each value beforehand. */
const VALUE_WEIGHT = 40;
/** Values of different attributes go together: of what each says alone, so much is kept. */
const DAMPING = 0.75;
const LEAST_CHANCE = 1e-4;
const MOST_CHANCE = 0.95;
/** Failures that a leaf's past needs to say how much it scatters. The wildest do not count: they may have had an incident before. */
const FEWEST_FAILURES = 5;
const KEPT = 0.6;

/** The leaves that have attempts at the moment, and what the time before lets expect of them. */
export function expectFailures({ attributes, failed, total, age }: RatioTable): {
  readonly leaves: Leaves;
  readonly failures: Failures;
} {
  const column = (value: (row: number) => number) => Float64Array.from({ length: age.length }, (_, row) => value(row));
  const now = (row: number): number => (age[row] === 0 ? 1 : 0);
  const past = (row: number): number => (age[row]! > 0 ? 1 : 0);
  const weight = (row: number): number => (age[row]! > 0 ? 0.5 ** (age[row]! / HALF_LIFE) : 0);
  const all = orderLeaves(
    attributes,
    [
      column((row) => now(row) * failed[row]!),
      column((row) => now(row) * total[row]!),
      column((row) => weight(row) * failed[row]!),
      column((row) => weight(row) * total[row]!),
      column((row) => past(row) * failed[row]!),
      column((row) => past(row) * total[row]!),
      column((row) => (past(row) * failed[row]! ** 2) / total[row]!),
      column(past),
    ],
    (row) => age[row]! >= 0 && total[row]! > 0,
  );
  const chance = chancesOf(all);
  const leaves = orderLeaves(
    all.names.map((name, at) => ({ name, values: all.values[at]!, codes: all.codes[at]! })),
    [all.measures[0]!, all.measures[1]!, chance, all.measures[3]!],
    (leaf) => all.measures[1]![leaf]! > 0,
  );
  const [failedNow, totalNow, chanceNow, before] = leaves.measures as Quadruple;
  const scatter = scatterOf(all);
  // Chances differ from minute to minute, and are known only as well as the attempts before can tell.
  const dispersion = chanceNow.map(
    (p, leaf) => 1 + scatter * p * totalNow[leaf]! + totalNow[leaf]! / (before[leaf]! + GUESS_WEIGHT),
  );
  return { leaves, failures: { failed: failedNow, total: totalNow, chance: chanceNow, dispersion } };
}

/** A leaf's own past, as far as it goes, and else what its values have in common with others. */
function chancesOf({ length, values, codes, measures }: Leaves): Float64Array {
  const failed = measures[2]!;
  const total = measures[3]!;
  const usual = (sum(failed) + 0.5) / (sum(total) + 1);
  const factors = codes.map((column, attribute) => {
    const [seen, tried] = [new Float64Array(values[attribute]!.length), new Float64Array(values[attribute]!.length)];
    for (let leaf = 0; leaf < length; leaf++) {
      seen[column[leaf]!]! += failed[leaf]!;
      tried[column[leaf]!]! += total[leaf]!;
    }
    return seen.map((count, value) => (count + VALUE_WEIGHT * usual) / (tried[value]! + VALUE_WEIGHT) / usual);
  });
  return Float64Array.from({ length }, (_, leaf) => {
    const factor = codes.reduce((product, column, attribute) => product * factors[attribute]![column[leaf]!]!, 1);
    const guess = Math.min(MOST_CHANCE, usual * factor ** DAMPING);
    const chance = (failed[leaf]! + GUESS_WEIGHT * guess) / (total[leaf]! + GUESS_WEIGHT);
    return Math.min(MOST_CHANCE, Math.max(LEAST_CHANCE, chance));
  });
}

/**
 * How much the chances of the leaves scattered from minute to minute: their variance in units of their square. It is what Pearson's chi-square a
 * degree of freedom has beyond one, for each failure of a minute: leaves of few failures hide it, large ones do not.
 */
function scatterOf({ length, measures }: Leaves): number {
  const [failed, total, squares, rows] = measures.slice(4) as Quadruple;
  const told: { readonly beyond: number; readonly failures: number; readonly weight: number }[] = [];
  for (let leaf = 0; leaf < length; leaf++) {
    if (failed[leaf]! < FEWEST_FAILURES || rows[leaf]! < 2 || failed[leaf]! >= total[leaf]!) continue;
    const p = failed[leaf]! / total[leaf]!;
    const chiSquare = (squares[leaf]! - 2 * p * failed[leaf]! + p * p * total[leaf]!) / (p * (1 - p));
    const weight = rows[leaf]! - 1;
    told.push({ beyond: chiSquare / weight - 1, failures: failed[leaf]! / rows[leaf]!, weight });
  }
  told.sort((a, b) => a.beyond / a.failures - b.beyond / b.failures);
  const kept = told.slice(0, Math.ceil(KEPT * told.length));
  const beyond = sum(kept.map((one) => one.beyond * one.weight));
  return Math.max(0, beyond / Math.max(1e-9, sum(kept.map((one) => one.failures * one.weight))));
}

type Quadruple = [Float64Array, Float64Array, Float64Array, Float64Array];

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
