import type { Cuboid } from './cuboids.ts';
import type { Measure } from './measure.ts';
import type { Said } from './needful.ts';
import { needful } from './needful.ts';
import type { Lattice } from './parting.ts';
import { addSaid, betterPart } from './parting.ts';

/** A combination of attribute values, the leaves that it explains, and its evidence beyond what it costs to say. */
export type Found = {
  readonly cuboid: number;
  readonly group: number;
  readonly members: Int32Array;
  readonly gain: number;
};

const MOST_CAUSES = 30;
const MOST_REFUSED = 40;
/** Nats that a cause must gain beyond the price of naming it. */
const LEAST_GAIN = 5;
/** And as many for each time that its share of the whole deviation is e times smaller. */
const PER_SMALLNESS = 0.5;
const SMALLEST = 1e-6;
/** What is left of an outer cause without the inner one, as a share of the inner one. */
const ECHO = 0.25;

/**
 * The causes that together say most for least: the group with most evidence is taken, narrowed or widened to what
 * says it best, its leaves are set aside, and so on; at the end, causes that are parts of one are joined.
 */
export class Search {
  readonly #lattice: Lattice;
  readonly #measure: Measure;
  readonly #sums: readonly { readonly a: Float64Array; readonly b: Float64Array; readonly out: Uint8Array }[];
  readonly #explained: Uint8Array;

  constructor(lattice: Lattice, measure: Measure) {
    this.#lattice = lattice;
    this.#measure = measure;
    this.#sums = lattice.cuboids.map((cuboid) => sumsOf(cuboid, measure));
    this.#explained = new Uint8Array(lattice.leaves.length);
  }

  run(): readonly Found[] {
    const found: Found[] = [];
    for (let refused = 0; found.length < MOST_CAUSES && refused < MOST_REFUSED; ) {
      const start = this.#strongest();
      if (start === null) break;
      const cause = this.#settle(start.cuboid, start.group);
      if (cause === null || cause.gain < this.#needed(cause) || !this.#isBeyondWander(cause)) {
        this.#sums[start.cuboid]!.out[start.group] = 1;
        refused++;
        continue;
      }
      found.push(cause);
      this.#setAside(cause.members);
    }
    return this.#unnested(this.#needful(this.#joined(found)));
  }

  #strongest(): { cuboid: number; group: number } | null {
    let best = LEAST_GAIN;
    let found: { cuboid: number; group: number } | null = null;
    const measure = this.#measure;
    this.#sums.forEach(({ a, b, out }, cuboid) => {
      const price = this.#lattice.prices[cuboid]!;
      for (let group = 0; group < a.length; group++) {
        if (out[group] === 1) continue;
        const gain = measure.screen(a[group]!, b[group]!) - price;
        if (gain > best && measure.bound(a[group]!, b[group]!) > price + LEAST_GAIN) {
          best = gain;
          found = { cuboid, group };
        }
      }
    });
    return found;
  }

  #settle(cuboid: number, group: number): Found | null {
    let [at, inGroup] = [cuboid, group];
    for (let step = 0; step <= this.#lattice.leaves.codes.length; step++) {
      const members = this.#unexplained(at, inGroup);
      if (members.length === 0) return null;
      const evidence = this.#evidenceOf(members);
      const keep = total(evidence) - this.#lattice.prices[at]!;
      const part = betterPart(this.#lattice, this.#measure, at, members, evidence, keep);
      if (part === null) return this.#widened({ cuboid: at, group: inGroup, members, gain: keep });
      [at, inGroup] = [part.cuboid, part.group];
    }
    return null;
  }

  /** The coarser cause, as long as it says more, or the same of the same leaves. */
  #widened(cause: Found): Found {
    let best = cause;
    for (let step = 0; step < this.#lattice.leaves.codes.length; step++) {
      const wider = this.#parentsOf(best).flatMap(({ cuboid, group }) => {
        const members = this.#unexplained(cuboid, group);
        const evidence = this.#evidenceOf(members);
        const gain = total(evidence) - this.#lattice.prices[cuboid]!;
        if (members.length === best.members.length)
          return [{ cuboid, group, members, gain: Math.max(gain, best.gain) }];
        if (gain <= best.gain) return [];
        const part = betterPart(this.#lattice, this.#measure, cuboid, members, evidence, gain);
        return part === null ? [{ cuboid, group, members, gain }] : [];
      });
      const widest = wider.reduce((one, other) => (other.gain >= one.gain ? other : one), best);
      if (widest === best) return best;
      best = widest;
    }
    return best;
  }

  #parentsOf({ cuboid, members }: Found): readonly { cuboid: number; group: number }[] {
    const { attributes } = this.#lattice.cuboids[cuboid]!;
    if (attributes.length === 1) return [];
    return attributes.map((without) => {
      const place = this.#lattice.places.get(attributes.filter((one) => one !== without).join())!;
      return { cuboid: place, group: this.#lattice.cuboids[place]!.groupOf[members[0]!]! };
    });
  }

  /** Causes that one coarser cause says better together. */
  #joined(found: readonly Found[]): readonly Found[] {
    let causes = [...found];
    for (let step = 0; step < found.length; step++) {
      let best: { gain: number; wider: Found; parts: readonly Found[] } | null = null;
      for (const cause of causes) {
        for (const { cuboid, group } of this.#parentsOf(cause)) {
          const { groupOf } = this.#lattice.cuboids[cuboid]!;
          const parts = causes.filter(({ members }) => members.every((leaf) => groupOf[leaf] === group));
          if (parts.length < 2) continue;
          const free = [...this.#unexplained(cuboid, group), ...parts.flatMap(({ members }) => [...members])];
          const members = Int32Array.from(free).sort();
          const own = total(this.#evidenceOf(members)) - this.#lattice.prices[cuboid]!;
          const gain = own - this.#gainTogether(parts, members);
          if (gain > (best?.gain ?? 0)) best = { gain, wider: { cuboid, group, members, gain: own }, parts };
        }
      }
      if (best === null) break;
      const { wider, parts } = best;
      this.#setAside(wider.members);
      causes = [...causes.filter((cause) => !parts.includes(cause)), wider];
    }
    return causes.sort((x, y) => y.gain - x.gain || x.cuboid - y.cuboid || x.group - y.group);
  }

  #needful(found: readonly Found[]): readonly Found[] {
    if (found.length < 2) return found;
    const said = found.map(({ cuboid, group }): Said => {
      const members = leavesOf(this.#lattice.cuboids[cuboid]!, group);
      return { members, evidence: this.#evidenceOf(members), price: this.#lattice.prices[cuboid]! };
    });
    return needful(said, this.#lattice.leaves.length, LEAST_GAIN).map((at) => found[at]!);
  }

  /** What causes gain among some leaves, each leaf being worth what the cause says of it that says it best. */
  #gainTogether(causes: readonly Found[], members: Int32Array): number {
    const said = new Float64Array(members.length);
    const places = Int32Array.from(members.keys());
    return causes.reduce((sum, { cuboid, group }) => {
      const { groupOf } = this.#lattice.cuboids[cuboid]!;
      const own = places.filter((at) => groupOf[members[at]!] === group);
      return sum + addSaid(this.#measure, members, own, said) - this.#lattice.prices[cuboid]!;
    }, 0);
  }

  /** A stray leaf makes up next to nothing of what is wrong; there are more of them than any price allows for. */
  #needed({ members }: Found): number {
    const share = Math.min(1, Math.max(SMALLEST, this.#measure.share(members)));
    return LEAST_GAIN - PER_SMALLNESS * Math.log(share);
  }

  /** A cause within another one is a part of it that is struck harder; or the outer one is but an echo of the inner. */
  #unnested(causes: readonly Found[]): readonly Found[] {
    const share = ({ members }: Found): number => this.#measure.share(members);
    const holds = (outer: Found, inner: Found): boolean => {
      const { groupOf } = this.#lattice.cuboids[outer.cuboid]!;
      return outer !== inner && inner.members.every((leaf) => groupOf[leaf] === outer.group);
    };
    const left = new Set<Found>();
    for (const outer of causes) {
      for (const inner of causes) {
        if (!holds(outer, inner)) continue;
        left.add(share(outer) < ECHO * share(inner) ? outer : inner);
      }
    }
    return causes.filter((cause) => !left.has(cause));
  }

  #isBeyondWander({ cuboid, members }: Found): boolean {
    let [a, b] = [0, 0];
    for (const leaf of members) {
      a += this.#measure.a[leaf]!;
      b += this.#measure.b[leaf]!;
    }
    return this.#measure.bound(a, b) > this.#lattice.prices[cuboid]! + LEAST_GAIN;
  }

  #unexplained(cuboid: number, group: number): Int32Array {
    return leavesOf(this.#lattice.cuboids[cuboid]!, group).filter((leaf) => this.#explained[leaf] === 0);
  }

  #evidenceOf(members: Int32Array): Float64Array {
    const evidence = new Float64Array(members.length);
    this.#measure.fit(members, evidence);
    return evidence;
  }

  #setAside(members: Int32Array): void {
    this.#lattice.cuboids.forEach(({ groupOf }, cuboid) => {
      const { a, b } = this.#sums[cuboid]!;
      for (const leaf of members) {
        if (this.#explained[leaf] === 1) continue;
        a[groupOf[leaf]!]! -= this.#measure.a[leaf]!;
        b[groupOf[leaf]!]! -= this.#measure.b[leaf]!;
      }
    });
    for (const leaf of members) this.#explained[leaf] = 1;
  }
}

function sumsOf({ groupOf, groups }: Cuboid, measure: Measure) {
  const a = new Float64Array(groups);
  const b = new Float64Array(groups);
  for (let leaf = 0; leaf < groupOf.length; leaf++) {
    a[groupOf[leaf]!]! += measure.a[leaf]!;
    b[groupOf[leaf]!]! += measure.b[leaf]!;
  }
  return { a, b, out: new Uint8Array(groups) };
}

function leavesOf({ groupOf }: Cuboid, group: number): Int32Array {
  const leaves: number[] = [];
  for (let leaf = 0; leaf < groupOf.length; leaf++) if (groupOf[leaf] === group) leaves.push(leaf);
  return Int32Array.from(leaves);
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
