import type { Rng } from '../rng.ts';
import type { LeafAttribute, PlantedCause } from './types.ts';

/** A cause before it has names: for each attribute a value, or -1 where any will do. */
export type Corner = readonly number[];

/** All combinations of `sizes[k]` values of the attributes a, b, c, … with the values a1, a2, … */
export function fullGrid(sizes: readonly number[]): readonly LeafAttribute[] {
  const count = sizes.reduce((product, size) => product * size, 1);
  let stride = count;
  return sizes.map((size, at) => {
    const name = String.fromCharCode('a'.charCodeAt(0) + at);
    stride /= size;
    const step = stride;
    const codes = Int32Array.from({ length: count }, (_, leaf) => Math.floor(leaf / step) % size);
    return { name, values: Array.from({ length: size }, (_, value) => `${name}${value + 1}`), codes };
  });
}

const covers = (corner: Corner, attributes: readonly LeafAttribute[], leaf: number): boolean =>
  corner.every((value, at) => value < 0 || attributes[at]!.codes[leaf] === value);

/** The leaves of a corner that `alive` says something of. */
export function leavesOf(corner: Corner, attributes: readonly LeafAttribute[], alive: (leaf: number) => boolean) {
  const found: number[] = [];
  const length = attributes[0]?.codes.length ?? 0;
  for (let leaf = 0; leaf < length; leaf++) if (alive(leaf) && covers(corner, attributes, leaf)) found.push(leaf);
  return found;
}

/** A combination of the values that `leaf` has, in the attributes of `chosen`. */
export const cornerAt = (attributes: readonly LeafAttribute[], chosen: readonly number[], leaf: number): Corner =>
  attributes.map(({ codes }, at) => (chosen.includes(at) ? codes[leaf]! : -1));

/** Every leaf of one is a leaf of the other. */
export const nested = (a: Corner, b: Corner): boolean =>
  a.every((value, at) => value < 0 || value === b[at]) || b.every((value, at) => value < 0 || value === a[at]);

export const named = (corner: Corner, attributes: readonly LeafAttribute[]): PlantedCause =>
  Object.fromEntries(
    corner.flatMap((value, at) => (value < 0 ? [] : [[attributes[at]!.name, attributes[at]!.values[value]!]])),
  );

export function someOf(rng: Rng, count: number, from: number): readonly number[] {
  const all = Array.from({ length: from }, (_, at) => at);
  for (let at = 0; at < count; at++) {
    const other = at + rng.below(from - at);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all.slice(0, count).sort((a, b) => a - b);
}

/**
 * No data tells a combination from the coarser one without an attribute where both have the same leaves: a cause is
 * planted only where each of its attributes shuts leaves out.
 */
export function isTellable(
  corner: Corner,
  attributes: readonly LeafAttribute[],
  alive: (leaf: number) => boolean,
  fewest: number,
): boolean {
  const own = leavesOf(corner, attributes, alive).length;
  if (own < fewest) return false;
  return corner.every((value, at) => {
    if (value < 0) return true;
    const coarser = corner.map((other, place) => (place === at ? -1 : other));
    return leavesOf(coarser, attributes, alive).length >= own + Math.max(2, 0.2 * own);
  });
}
