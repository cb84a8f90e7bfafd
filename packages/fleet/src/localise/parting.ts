import type { Cuboid } from './cuboids.ts';
import type { Leaves } from './leaves.ts';
import type { Measure } from './measure.ts';

/** A group of a finer cuboid: a group's leaves with one value of a further attribute. */
type Part = { readonly cuboid: number; readonly group: number; readonly attribute: number; readonly value: number };
/** The strongest part of a parting; `gain` is the evidence of all parts that fit, less the prices of naming them. */
type Parted = Part & { readonly gain: number; readonly hasExceptions: boolean };

/** A whole with so few parts that do not belong, as a share of those that do, is a whole with exceptions. */
const MOST_EXCEPTIONS = 0.25;
const MOST_IN_COVER = 5;

/** Cuboids, what it costs to name a group of each, and how to find a cuboid by its attributes. */
export type Lattice = {
  readonly leaves: Leaves;
  readonly cuboids: readonly Cuboid[];
  readonly prices: Float64Array;
  readonly places: ReadonlyMap<string, number>;
};

/** Naming a cause costs its layer, its cuboid in the layer and its values in the cuboid: as many nats as there are choices. */
export function latticeOf(leaves: Leaves, cuboids: readonly Cuboid[]): Lattice {
  const inLayer = new Map<number, number>();
  for (const { attributes } of cuboids) inLayer.set(attributes.length, (inLayer.get(attributes.length) ?? 0) + 1);
  const prices = Float64Array.from(
    cuboids,
    ({ attributes, groups }) =>
      Math.log(leaves.codes.length) + Math.log(inLayer.get(attributes.length)!) + Math.log(groups),
  );
  return { leaves, cuboids, prices, places: new Map(cuboids.map(({ attributes }, at) => [attributes.join(), at])) };
}

/** The part to go on with where parts of a group say more than the whole, which gains `keep`; else null. */
export function betterPart(
  lattice: Lattice,
  measure: Measure,
  cuboid: number,
  members: Int32Array,
  evidence: Float64Array,
  keep: number,
): { readonly cuboid: number; readonly group: number } | null {
  const parted = bestParting(lattice, cuboid, members, evidence);
  if (parted === null) return null;
  if (!parted.hasExceptions && parted.gain > keep) return parted;
  return coverGain(lattice, measure, cuboid, members, evidence) > keep ? parted : null;
}

/** Of all ways to part the leaves by one more attribute the one that gains most, and its best part. */
function bestParting(lattice: Lattice, cuboid: number, members: Int32Array, evidence: Float64Array): Parted | null {
  let best: Parted | null = null;
  eachParting(lattice, cuboid, members, evidence, (sums, price, part) => {
    let [gain, fit, unfit] = [0, 0, 0];
    sums.forEach((sum) => {
      if (sum > price) {
        gain += sum - price;
        fit++;
      } else if (sum < 0) {
        unfit++;
      }
    });
    if (gain > (best?.gain ?? 0)) best = { ...part(), gain, hasExceptions: unfit <= MOST_EXCEPTIONS * fit };
  });
  return best;
}

/** What a few parts gain, of any attributes, taken one after the other: each leaf is worth what the part says of it that says it best. */
function coverGain(
  lattice: Lattice,
  measure: Measure,
  cuboid: number,
  members: Int32Array,
  evidence: Float64Array,
): number {
  const said = new Float64Array(members.length);
  let gain = 0;
  let rest = Int32Array.from(members.keys());
  for (let taken = 0; taken < MOST_IN_COVER && rest.length > 0; taken++) {
    let best: { readonly gain: number; readonly price: number; readonly part: Part } | null = null;
    const leaves = rest.map((at) => members[at]!);
    const left = Float64Array.from(rest, (at) => evidence[at]!);
    eachParting(lattice, cuboid, leaves, left, (sums, price, part) => {
      const most = sums.reduce((one, other) => Math.max(one, other), 0);
      if (most - price > (best?.gain ?? 0)) best = { gain: most - price, price, part: part() };
    });
    if (best === null) break;
    const { price, part } = best as { price: number; part: Part };
    const codes = lattice.leaves.codes[part.attribute]!;
    const isOwn = (at: number): boolean => codes[members[at]!] === part.value;
    gain += addSaid(measure, members, Int32Array.from(members.keys()).filter(isOwn), said) - price;
    rest = rest.filter((at) => !isOwn(at));
  }
  return gain;
}

/**
 * What is said of leaves by what fits some of them best together, where that is more than what was said before, or nothing was.
 * @param part places in `members`
 * @param said evidence by place, which is raised
 * @returns by how much it is raised in all
 */
export function addSaid(measure: Measure, members: Int32Array, part: Int32Array, said: Float64Array): number {
  const own = new Float64Array(part.length);
  measure.fit(
    part.map((at) => members[at]!),
    own,
  );
  let sum = 0;
  part.forEach((at, i) => {
    const more = said[at] === 0 ? own[i]! : Math.max(0, own[i]! - said[at]!);
    said[at]! += more;
    sum += more;
  });
  return sum;
}

/** For each further attribute, the evidence by its values, what a value costs, and its strongest part. */
function eachParting(
  { leaves, cuboids, prices, places }: Lattice,
  cuboid: number,
  members: Int32Array,
  evidence: Float64Array,
  visit: (sums: Float64Array, price: number, strongest: () => Part) => void,
): void {
  const { attributes } = cuboids[cuboid]!;
  leaves.codes.forEach((codes, attribute) => {
    if (attributes.includes(attribute)) return;
    const place = places.get([...attributes, attribute].sort((x, y) => x - y).join());
    if (place === undefined) return;
    const sums = new Float64Array(leaves.values[attribute]!.length);
    members.forEach((leaf, at) => {
      sums[codes[leaf]!]! += evidence[at]!;
    });
    visit(sums, prices[place]!, () => {
      const value = sums.reduce((best, sum, at) => (sum > sums[best]! ? at : best), 0);
      const leaf = members.find((one) => codes[one] === value) ?? members[0]!;
      return { cuboid: place, group: cuboids[place]!.groupOf[leaf]!, attribute, value };
    });
  });
}
