import type { Rng } from '../rng.ts';
import type { Corner } from './grid.ts';
import { cornerAt, fullGrid, leavesOf, named, nested, someOf } from './grid.ts';
import type { LeafAttribute, RatioCase } from './types.ts';

type RatioOptions = {
  readonly sizes: readonly number[];
  readonly layer: number;
  readonly causes: number;
  /** Share of otherwise good attempts that a cause makes fail, about; each leaf has a share of its own near it. */
  readonly excess: readonly [number, number];
  /** Attempts a minute of all leaves together, range. */
  readonly attempts: readonly [number, number];
  /** By so much everything fails more often in the last minute, which is no value's fault. */
  readonly rise?: number;
};

const TRIES = 2000;
const FEWEST_EXCESS = 12;

/**
 * Failures and attempts a minute: traffic is skewed and grows, most leaves are tiny and often silent, rates differ by
 * leaf and wander, and an incident strikes the leaves of its cause to different degrees; it may be some minutes old.
 */
export function ratioCase(rng: Rng, { sizes, layer, causes, excess, attempts, rise = 1 }: RatioOptions): RatioCase {
  const grid = fullGrid(sizes);
  const length = grid[0]!.codes.length;
  const history = 8 + rng.below(40);
  const began = history - (rng.chance(0.3) ? rng.below(3) : 0);
  const traffic = trafficOf(rng, grid, rng.logBetween(...attempts));
  const rate = ratesOf(rng, grid);
  const shares = new Float64Array(length);
  const corners: Corner[] = [];
  const [uneven, spared, restless] = [rng.between(0.2, 0.8), rng.between(0, 0.1), rng.between(0, 0.2)];
  for (let attempt = 0; attempt < TRIES && corners.length < causes; attempt++) {
    const corner = cornerAt(grid, someOf(rng, layer, sizes.length), heaviest(rng, traffic));
    const leaves = leavesOf(corner, grid, () => true);
    const size = rng.between(...excess);
    const struck = leaves.reduce((sum, leaf) => sum + traffic[leaf]!, 0) * size;
    const dominated = leaves.some((leaf) => traffic[leaf]! * size > 0.7 * struck);
    if (struck < FEWEST_EXCESS || dominated || corners.some((other) => nested(corner, other))) continue;
    corners.push(corner);
    for (const leaf of leaves) shares[leaf] = rng.chance(spared) ? 0 : Math.min(0.95, size * rng.lognormal(1, uneven));
  }
  const rows: { leaf: number; minute: number; failed: number; total: number }[] = [];
  for (let minute = 0; minute <= history; minute++) {
    const level = (0.4 + (0.6 * minute) / history) * rng.lognormal(1, 0.1);
    const mood = grid.map(({ values }) => values.map(() => rng.lognormal(1, restless)));
    for (let leaf = 0; leaf < length; leaf++) {
      const total = rng.poisson(traffic[leaf]! * level);
      if (total === 0) continue;
      const usual = Math.min(
        0.9,
        grid.reduce(
          (product, { codes }, at) => product * mood[at]![codes[leaf]!]!,
          rate[leaf]! * rng.lognormal(1, 0.3),
        ),
      );
      const share = minute >= began ? shares[leaf]! : 0;
      const ordinary = Math.min(0.9, minute === history ? rise * usual : usual);
      const chance = ordinary + (1 - ordinary) * share;
      let failed = 0;
      for (let at = 0; at < total; at++) if (rng.chance(chance)) failed++;
      rows.push({ leaf, minute: 1_600_000_020 + 60 * minute, failed, total });
    }
  }
  return {
    attributes: grid.map(({ name, values, codes }) => ({
      name,
      values,
      codes: Int32Array.from(rows, ({ leaf }) => codes[leaf]!),
    })),
    minutes: Int32Array.from(rows, ({ minute }) => minute),
    failed: Float64Array.from(rows, ({ failed }) => failed),
    total: Float64Array.from(rows, ({ total }) => total),
    at: 1_600_000_020 + 60 * history,
    truth: corners.map((corner) => named(corner, grid)),
  };
}

/** Attempts a minute of each leaf. */
function trafficOf(rng: Rng, grid: readonly LeafAttribute[], all: number): Float64Array {
  const weights = grid.map(({ values }) => values.map(() => rng.lognormal(1, 1.1)));
  const traffic = grid[0]!.codes.map(() => 0);
  const shares = Float64Array.from(traffic, (_, leaf) =>
    rng.chance(0.3)
      ? 0
      : grid.reduce((product, { codes }, at) => product * weights[at]![codes[leaf]!]!, rng.lognormal(1, 0.6)),
  );
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => (all * share) / sum);
}

function ratesOf(rng: Rng, grid: readonly LeafAttribute[]): Float64Array {
  const usual = rng.logBetween(0.005, 0.05);
  const factors = grid.map(({ values }) => values.map(() => rng.lognormal(1, 0.5)));
  return Float64Array.from(grid[0]!.codes, (_, leaf) =>
    Math.min(
      0.6,
      grid.reduce((product, { codes }, at) => product * factors[at]![codes[leaf]!]!, usual * rng.lognormal(1, 0.3)),
    ),
  );
}

/** A leaf by its traffic: incidents that are noticed strike where the traffic is. */
function heaviest(rng: Rng, traffic: Float64Array): number {
  let rest = rng.unit() * traffic.reduce((sum, value) => sum + value, 0);
  for (let leaf = 0; leaf < traffic.length; leaf++) {
    rest -= traffic[leaf]!;
    if (rest < 0) return leaf;
  }
  return traffic.length - 1;
}
