import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localise, localiseFailures } from '@duka/fleet/localise';
import type { LeafCase, RatioCase } from '@duka/sim';
import { driftCase, leafCsv, Rng, ratioCase, rippleCase, riskCase } from '@duka/sim';
import { readTable } from '../apps/cli/src/localise/table.ts';
import { findSources } from '../apps/cli/src/read/sources.ts';

/**
 * How often localisation names exactly the causes that were planted, by layer and number of causes, and how fast;
 * beside it what one would do by hand: rank the values of each attribute, or drill down where the deviation is.
 * Usage: node bench/localise.ts [--cases N] [--from SEED]
 */
const option = (name: string, usual: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : (process.argv[at + 1] ?? usual);
};
const cases = Number(option('cases', '20'));
const from = Number(option('from', '950001'));
const SIZES = [10, 12, 10, 18];
const LAYERS = [1, 2, 3];
const SEVERITY = { zeros: [0, 0.25], spread: [0, 0.1], anomalies: [1, 3], elements: [1, 3] } as const;

type Causes = readonly { readonly [attribute: string]: string }[];
type Way = (one: LeafCase) => Causes;
type Tally = { right: number; said: number; planted: number };

const byEngine: Way = (one) => localise(one).map(({ values }) => values);

/** Sum of forecast less value by value of one attribute, over leaves that `inside` lets through. */
function sumsBy({ attributes, real, predict }: LeafCase, at: number, inside: (leaf: number) => boolean): Float64Array {
  const { values, codes } = attributes[at]!;
  const sums = new Float64Array(values.length);
  codes.forEach((code, leaf) => {
    if (inside(leaf)) sums[code]! += predict[leaf]! - real[leaf]!;
  });
  return sums;
}

/** The attribute whose deviation is most uneven, and its values that deviate most, up to two thirds of the whole. */
const byRanking: Way = (one) => {
  let best: { uneven: number; causes: Causes } = { uneven: -1, causes: [] };
  one.attributes.forEach(({ name, values }, at) => {
    const sums = sumsBy(one, at, () => true).map(Math.abs);
    const all = sums.reduce((sum, value) => sum + value, 0);
    const order = [...sums.keys()].sort((a, b) => sums[b]! - sums[a]!);
    const uneven = sums.reduce((sum, value) => sum + Math.abs(value / all - 1 / values.length), 0);
    const causes: { [attribute: string]: string }[] = [];
    for (let covered = 0; covered < (2 / 3) * all && causes.length < order.length; ) {
      const value = order[causes.length]!;
      causes.push({ [name]: values[value]! });
      covered += sums[value]!;
    }
    if (uneven > best.uneven) best = { uneven, causes };
  });
  return best.causes;
};

/** The value with most deviation, then within it, as long as one value of another attribute holds four fifths. */
const byDrilling: Way = (one) => {
  const chosen = new Map<number, number>();
  const inside = (leaf: number) => [...chosen].every(([at, value]) => one.attributes[at]!.codes[leaf] === value);
  for (let whole = 0; chosen.size < one.attributes.length; ) {
    let best = { size: 0, at: -1, value: -1 };
    one.attributes.forEach((_, at) => {
      if (chosen.has(at)) return;
      sumsBy(one, at, inside).forEach((sum, value) => {
        if (Math.abs(sum) > best.size) best = { size: Math.abs(sum), at, value };
      });
    });
    if (best.at < 0 || (chosen.size > 0 && best.size < 0.8 * whole)) break;
    chosen.set(best.at, best.value);
    whole = best.size;
  }
  const pairs = [...chosen].map(([at, value]) => [one.attributes[at]!.name, one.attributes[at]!.values[value]!]);
  return pairs.length === 0 ? [] : [Object.fromEntries(pairs)];
};

const WAYS = { engine: byEngine, ranking: byRanking, drilling: byDrilling } as const;
type WayName = keyof typeof WAYS;
const times: number[] = [];
/** Processor time, microseconds: what the machine does beside does not count. */
let worked = 0;

const key = (cause: Causes[number]): string =>
  Object.entries(cause)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');

function count(tally: Tally, said: Causes, planted: Causes): void {
  const truth = new Set(planted.map(key));
  tally.right += said.filter((cause) => truth.has(key(cause))).length;
  tally.said += said.length;
  tally.planted += planted.length;
}

const f1 = ({ right, said, planted }: Tally): string =>
  (said + planted === 0 ? 1 : (2 * right) / (said + planted)).toFixed(3);
const empty = (): Tally => ({ right: 0, said: 0, planted: 0 });

/** Judges every way on `cases` cases; seeds differ by `label`. */
function judge(label: string, make: (rng: Rng) => LeafCase, timed: boolean): { [way in WayName]: Tally } {
  const tallies = { engine: empty(), ranking: empty(), drilling: empty() };
  for (let seed = from; seed < from + cases; seed++) {
    const one = make(new Rng(seed).fork(label));
    for (const way of Object.keys(WAYS) as WayName[]) {
      const began = performance.now();
      const before = process.cpuUsage();
      const said = WAYS[way](one);
      const { user, system } = process.cpuUsage(before);
      if (timed && way === 'engine') {
        times.push(performance.now() - began);
        worked += user + system;
      }
      count(tallies[way], said, one.truth);
    }
  }
  return tallies;
}

function print(name: string, { engine, ranking, drilling }: { [way in WayName]: Tally }): void {
  console.log(`${name.padEnd(36)}F1 ${f1(engine)}   by ranking ${f1(ranking)}   by drilling down ${f1(drilling)}`);
}

function byCell(
  name: string,
  make: (rng: Rng, layer: number, causes: number) => LeafCase,
  counts: readonly number[],
  timed = false,
): void {
  for (const layer of LAYERS) {
    for (const causes of counts) {
      const label = `${name}, layer ${layer}, causes ${causes}`;
      print(
        label,
        judge(label, (rng) => make(rng, layer, causes), timed),
      );
    }
  }
}

function ratios(name: string, rise: number): void {
  for (const [layer, causes] of [
    [1, 0],
    ...LAYERS.flatMap((one) => [1, 2].map((many) => [one, many] as const)),
  ] as const) {
    const tally = empty();
    for (let seed = from; seed < from + cases; seed++) {
      const one = ratioCase(new Rng(seed).fork(`ratio ${layer} ${causes}`), {
        sizes: [6, 8, 7, 3],
        layer,
        causes,
        excess: [0.08, 0.6],
        attempts: [1500, 12_000],
        rise,
      });
      count(tally, causesOfRatio(one), one.truth);
    }
    const said = causes === 0 ? `false causes ${tally.said} in ${cases} cases` : `F1 ${f1(tally)}`;
    console.log(`${`${name}, layer ${layer}, causes ${causes}`.padEnd(36)}${said}`);
  }
}

function causesOfRatio({ attributes, minutes, failed, total, at }: RatioCase): Causes {
  const age = minutes.map((minute) => (at - minute) / 60);
  return localiseFailures({ attributes, failed, total, age }).causes.map(({ values }) => values);
}

async function parsing(): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'duka-bench-'));
  try {
    const took: number[] = [];
    const path = join(folder, 'case.csv');
    const rippled = { sizes: SIZES, layer: 2, causes: 2, noise: 0.01, deviation: [0.15, 1] } as const;
    for (let seed = from; seed < from + cases; seed++) {
      writeFileSync(path, leafCsv(rippleCase(new Rng(seed), rippled)));
      const [source] = await findSources([path]);
      const began = performance.now();
      await readTable(source!, [
        { name: 'real', is: 'number' },
        { name: 'predict', is: 'number' },
      ]);
      took.push(performance.now() - began);
    }
    return took;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sayTimes(name: string, took: readonly number[]): void {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(1);
  console.log(`${name.padEnd(36)}${at(0.5)} ms a case (median), ${at(0.95)} ms (95th percentile), 21600 leaves`);
}

console.log(`cases a row ${cases}, seeds ${from}-${from + cases - 1}`);
for (const [name, noise, above] of [
  ['clean', 0.01, 0],
  ['noise 5 %', 0.05, 0],
  ['noise 12 %', 0.12, 0],
  ['all 3 % above', 0.01, 0.03],
] as const) {
  const make = (rng: Rng, layer: number, causes: number) =>
    rippleCase(rng, { sizes: SIZES, layer, causes, noise, deviation: [0.15, 1], above });
  byCell(name, make, [1, 2, 3], name === 'clean');
  const none = judge(`${name} none`, (rng) => make(rng, 1, 0), false);
  console.log(`${`${name}, nothing planted`.padEnd(36)}false causes ${none.engine.said} in ${cases} cases`);
}
const drifting = (rng: Rng, layer: number, causes: number) =>
  driftCase(rng, { sizes: SIZES, layer, causes, drift: 0.03 });
byCell('drift', drifting, [1, 2, 3]);
console.log(
  `${'drift, nothing planted'.padEnd(36)}false causes ${judge('drift none', (rng) => drifting(rng, 1, 0), false).engine.said} in ${cases} cases`,
);
print(
  'severity, all layers at once',
  judge(
    'S',
    (rng) =>
      riskCase(rng, {
        ...SEVERITY,
        sizes: [10, 12, 10, 8, 5],
        noise: [0, 0.25],
        severity: [0.2, 1],
        leavesOnly: false,
      }),
    false,
  ),
);
print(
  'severity, single leaves',
  judge(
    'L',
    (rng) =>
      riskCase(rng, {
        zeros: [0, 0.25],
        spread: [0, 0],
        anomalies: [1, 5],
        elements: [1, 1],
        sizes: [10, 24, 10, 15],
        noise: [0, 0.1],
        severity: [0.5, 1],
        leavesOnly: true,
      }),
    false,
  ),
);
ratios('ratio', 1);
ratios('ratio, all twice', 2);
sayTimes('reading a file', await parsing());
sayTimes('localising', times);
console.log(`${'localising, processor time'.padEnd(36)}${(worked / 1000 / times.length).toFixed(1)} ms a case (mean)`);
