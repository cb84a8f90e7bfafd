import { areSmallCounts, countMeasure } from './counts.ts';
import type { Cuboid } from './cuboids.ts';
import { cuboidsOf } from './cuboids.ts';
import { deviationMeasure, deviationsOf } from './deviation.ts';
import type { RatioTable } from './expectation.ts';
import { expectFailures } from './expectation.ts';
import type { Failures } from './failures.ts';
import { failureMeasure } from './failures.ts';
import type { Attribute, Leaves } from './leaves.ts';
import { orderLeaves } from './leaves.ts';
import type { Measure } from './measure.ts';
import { noiseOf } from './noise.ts';
import type { Lattice } from './parting.ts';
import { latticeOf } from './parting.ts';
import { evidenceOfRise, possibleRises, riseAmong, risen, struckAlike, timesAsMany } from './rise.ts';
import type { Found } from './search.ts';
import { Search } from './search.ts';
import { atLevel, possibleLevel, shiftOf, withShift } from './shift.ts';
import { wanderOf } from './wander.ts';

/** A combination of attribute values that explains a deviation, by attribute name, and how much of it (0 to 1). */
export type LocalCause = { readonly values: { readonly [attribute: string]: string }; readonly share: number };

/** A measure by leaves at one moment, with its forecast. Columns are of one length. */
export type LeafTable = {
  readonly attributes: readonly Attribute[];
  readonly real: ArrayLike<number>;
  readonly predict: ArrayLike<number>;
};

/** In units of the noise of a leaf: no forecast is without any bias. */
const LEAST_WANDER = 0.05;
/** Leaves of causes, as a share of all, that can mislead the estimate of the noise. */
const MUCH = 0.03;
/** And so many causes: some may be made of a few stray leaves. */
const MANY = 3;
const STRAYS = 3;

/** The combinations that explain how the values deviate from their forecast, best first; none where nothing deviates. */
export function localise({ attributes, real, predict }: LeafTable): readonly LocalCause[] {
  // Nothing expected and nothing seen says nothing.
  const leaves = orderLeaves(attributes, [real, predict], (row) => real[row]! > 0 || predict[row]! > 0);
  if (leaves.length === 0 || attributes.length === 0) return [];
  const cuboids = cuboidsOf(leaves);
  const lattice = latticeOf(leaves, cuboids);
  const nothing = new Uint8Array(leaves.length);
  const plain = explain(leaves);
  const level = possibleLevel(leaves);
  const { found, measure } = (level === 1 ? null : explainAt(level)) ?? plain;
  return found.map((cause) => named(cause, measure, cuboids, leaves));

  /** With a forecast at another level, if that says more than the causes do without, or as much in fewer words. */
  function explainAt(level: number): Explanation | null {
    const levelled = explain(atLevel(leaves, level));
    const explained = membersOf(levelled.found, leaves.length, 0);
    const rest = Int32Array.from(explained.keys()).filter((leaf) => explained[leaf] === 0);
    const evidence = new Float64Array(rest.length);
    plain.measure.fit(rest, evidence);
    const ofLevel = evidence.reduce((sum, one) => sum + one, 0) - PRICE_OF_MORE;
    const isSaid = levelled.gain + ofLevel > plain.gain || levelled.found.length < plain.found.length;
    return ofLevel > 0 && isSaid ? levelled : null;
  }

  /** Once to set aside what deviates, and where that is much, once more with the noise of what is left. */
  function explain(leaves: Leaves): Explanation {
    const measureOf = areSmallCounts(leaves) ? countMeasure : measureOfShares;
    const searchWith = (explained: Uint8Array) => explainedBy(lattice, measureOf(leaves, explained));
    const first = searchWith(nothing);
    const aside = membersOf(first.found, leaves.length, STRAYS);
    const isMuch = aside.reduce((sum, one) => sum + one, 0) > MUCH * leaves.length || first.found.length > MANY;
    return isMuch ? searchWith(aside) : first;
  }

  function measureOfShares(leaves: Leaves, explained: Uint8Array): Measure {
    const given = deviationsOf(leaves);
    const shifted = withShift(leaves, shiftOf(leaves, given, explained));
    const deviation = deviationsOf(shifted);
    const noise = noiseOf(shifted, deviation, explained, explained === nothing);
    const wander = Math.max(LEAST_WANDER * noise.typical, wanderOf(cuboids, deviation, noise, explained));
    return deviationMeasure(shifted, deviation, noise, wander);
  }
}

/** Beside the best cause, one with a smaller share of the failures beyond expectation is an echo of it. */
const LEAST_SHARE = 0.02;

/** Why more attempts fail: the combinations to blame, best first, and how many times as often all others fail, which is no value's fault. */
export type LocalFailures = { readonly causes: readonly LocalCause[]; readonly rise: number };

/** Why more attempts fail at the moment of age 0 than before it. */
export function localiseFailures(table: RatioTable): LocalFailures {
  const { leaves, failures } = expectFailures(table);
  if (leaves.length === 0 || table.attributes.length === 0) return { causes: [], rise: 1 };
  const cuboids = cuboidsOf(leaves);
  const lattice = latticeOf(leaves, cuboids);
  const plain = { ...explainedBy(lattice, failureMeasure(leaves, failures)), rise: 1 };
  const rises = possibleRises(leaves, failures).map((rise) => risen(failures, rise));
  const best = [plain, ...[...rises, struckAlike(failures)].flatMap(withRise)].reduce(saysMore);
  const explained = membersOf(best.found, leaves.length, 0);
  const ofTheRest = riseAmong(failures, (leaf) => explained[leaf] === 0);
  const { found, measure, rise } = [best, ...withRise(risen(failures, ofTheRest))].reduce(saysMore);
  const causes = found
    .filter(({ members }, at) => at === 0 || measure.share(members) >= LEAST_SHARE)
    .map((cause) => named(cause, measure, cuboids, leaves));
  return { causes, rise };

  function withRise(expected: Failures): readonly Risen[] {
    const rise = timesAsMany(expected, failures);
    if (rise <= 1) return [];
    const tried = explainedBy(lattice, failureMeasure(leaves, expected));
    return [{ ...tried, rise, gain: tried.gain + evidenceOfRise(failures, expected) - PRICE_OF_MORE }];
  }
}

/** Nats that it must gain to say one thing more: a cause, or that all deviate alike. */
const PRICE_OF_MORE = 5;

type Explanation = { readonly found: readonly Found[]; readonly measure: Measure; readonly gain: number };
type Risen = Explanation & { readonly rise: number };

/** Which leaves have causes of more than so many. */
function membersOf(found: readonly Found[], length: number, more: number): Uint8Array {
  const own = new Uint8Array(length);
  for (const { members } of found) if (members.length > more) for (const leaf of members) own[leaf] = 1;
  return own;
}

function explainedBy(lattice: Lattice, measure: Measure): Explanation {
  const found = new Search(lattice, measure).run();
  return { found, measure, gain: found.reduce((sum, { gain }) => sum + gain - PRICE_OF_MORE, 0) };
}

const saysMore = (one: Risen, other: Risen): Risen => (other.gain > one.gain ? other : one);

function named(
  { cuboid, group, members }: Found,
  measure: Measure,
  cuboids: readonly Cuboid[],
  { names, values, codes }: Leaves,
): LocalCause {
  const { attributes, sample } = cuboids[cuboid]!;
  const leaf = sample[group]!;
  return {
    values: Object.fromEntries(attributes.map((at) => [names[at]!, values[at]![codes[at]![leaf]!]!])),
    share: Math.min(1, measure.share(members)),
  };
}
