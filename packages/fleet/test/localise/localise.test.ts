import { readFileSync } from 'node:fs';
import type { Attribute } from '@duka/fleet/localise';
import { localise, localiseFailures } from '@duka/fleet/localise';
import { Rng, ratioCase, rippleCase } from '@duka/sim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Row = { readonly values: readonly string[]; readonly real: number; readonly predict: number };

/** Each combination of 4 shops, 5 models and 6 releases; `lost` says which share of a leaf is missing. */
function table(lost: (shop: string, model: string, release: string) => number): readonly Row[] {
  const rows: Row[] = [];
  for (let leaf = 0; leaf < 120; leaf++) {
    const values = [`s${leaf % 4}`, `m${Math.floor(leaf / 4) % 5}`, `r${Math.floor(leaf / 20)}`];
    const predict = 100 + 7 * leaf;
    // Up to 3 % off, to either side, without order.
    const noise = ((leaf * 37) % 61) / 1000 - 0.03;
    rows.push({ values, predict, real: predict * (1 + noise) * (1 - lost(values[0]!, values[1]!, values[2]!)) });
  }
  return rows;
}

const NAMES = ['shop', 'model', 'release'];

function columnsOf(rows: readonly Row[], order: readonly number[]): readonly Attribute[] {
  return order.map((at) => {
    const values = [...new Set(rows.map((row) => row.values[at]!))];
    return { name: NAMES[at]!, values, codes: rows.map((row) => values.indexOf(row.values[at]!)) };
  });
}

const find = (rows: readonly Row[], order: readonly number[] = [0, 1, 2]) =>
  localise({
    attributes: columnsOf(rows, order),
    real: rows.map(({ real }) => real),
    predict: rows.map(({ predict }) => predict),
  }).map(({ values }) => values);

describe('localise', () => {
  it('names the one value that fell', () => {
    expect(find(table((shop) => (shop === 's2' ? 0.4 : 0)))).toEqual([{ shop: 's2' }]);
  });

  it('names a combination, not its parts', () => {
    const rows = table((shop, model) => (shop === 's1' && model === 'm3' ? 0.5 : 0));
    expect(find(rows)).toEqual([{ model: 'm3', shop: 's1' }]);
  });

  it('names what rose', () => {
    expect(find(table((_, model) => (model === 'm4' ? -0.8 : 0)))).toEqual([{ model: 'm4' }]);
  });

  it('tells causes of different layers and sizes apart', () => {
    const rows = table((shop, model, release) => (release === 'r5' ? 0.3 : shop === 's0' && model === 'm0' ? 0.9 : 0));
    expect(find(rows)).toEqual(expect.arrayContaining([{ release: 'r5' }, { model: 'm0', shop: 's0' }]));
    expect(find(rows)).toHaveLength(2);
  });

  it('names a single leaf', () => {
    const rows = table((...leaf) => (leaf.join() === 's3,m2,r1' ? 1 : 0));
    expect(find(rows)).toEqual([{ model: 'm2', release: 'r1', shop: 's3' }]);
  });

  it('names nothing where all is as forecast, and where there is nothing', () => {
    expect(find(table(() => 0))).toEqual([]);
    expect(find([])).toEqual([]);
    expect(find(table(() => 0).map((row) => ({ ...row, real: 0, predict: 0 })))).toEqual([]);
  });

  it('adds up rows that name the same leaf', () => {
    const halves = table((shop) => (shop === 's2' ? 0.4 : 0)).flatMap((row) => [
      { ...row, real: 0, predict: row.predict },
      { ...row, predict: 0 },
    ]);
    expect(find(halves)).toEqual([{ shop: 's2' }]);
  });

  it('says how much of the deviation a cause makes up', () => {
    const rows = table((shop) => (shop === 's2' ? 0.4 : 0));
    const [cause] = localise({
      attributes: columnsOf(rows, [0, 1, 2]),
      real: rows.map(({ real }) => real),
      predict: rows.map(({ predict }) => predict),
    });
    expect(cause?.share).toBeGreaterThan(0.9);
    expect(cause?.share).toBeLessThanOrEqual(1);
  });

  /** A leaf for each of 10 shops, 12 models and 8 releases. */
  const leaves = (leaf: (values: readonly [string, string, string]) => Omit<Row, 'values'>): readonly Row[] =>
    Array.from({ length: 960 }, (_, at) => {
      const values = [`s${at % 10}`, `m${Math.floor(at / 10) % 12}`, `r${Math.floor(at / 120)}`] as const;
      return { values, ...leaf(values) };
    });

  it('names the cause where the whole table is above its forecast', () => {
    const rng = new Rng(6);
    const rows = leaves(([shop, model]) => {
      const predict = 50 + 400 * rng.unit();
      const lost = shop === 's2' && model === 'm3' ? 0.3 : 0;
      return { predict, real: predict * 1.03 * (1 - lost) * (1 + 0.01 * rng.normal()) };
    });
    expect(find(rows)).toEqual([{ model: 'm3', shop: 's2' }]);
  });

  it('names the values that fell where most of the table did, and the rest is as forecast', () => {
    const rng = new Rng(8);
    const rows = leaves(([shop]) => {
      const predict = 50 + 400 * rng.unit();
      const lost = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7'].includes(shop) ? 0.2 : 0;
      return { predict, real: predict * (1 - lost) * (1 + 0.01 * rng.normal()) };
    });
    expect(
      find(rows)
        .map(({ shop }) => shop)
        .sort(),
    ).toEqual(['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7']);
  });

  // Made by a simulator that knows neither this engine nor packages/sim: two causes share a value and, where they cross, leaves.
  it('tells two causes that cross from the one value that holds both', () => {
    const [head, ...lines] = readFileSync(new URL('crossing.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const cells = lines.map((line) => line.split(','));
    const attributes = head!
      .split(',')
      .slice(0, -2)
      .map((name, at) => {
        const values = [...new Set(cells.map((row) => row[at]!))];
        return { name, values, codes: cells.map((row) => values.indexOf(row[at]!)) };
      });
    const [real, predict] = [-2, -1].map((at) => cells.map((row) => Number(row.at(at))));
    const found = localise({ attributes, real: real!, predict: predict! }).map(({ values }) => values);
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        { b: 'b35', c: 'c8' },
        { a: 'a5', c: 'c8' },
        { a: 'a4', d: 'd1' },
      ]),
    );
  });

  /** Poisson's, by Knuth's method. */
  function countOf(mean: number, rng: Rng): number {
    let count = -1;
    for (let product = 1; product > Math.exp(-mean); count++) product *= rng.unit();
    return count;
  }

  it('names the cause among counts of few, and nothing where there is none', () => {
    for (const seed of [1, 2, 3]) {
      const counts = (times: (shop: string, model: string) => number) => {
        const rng = new Rng(seed);
        return leaves(([shop, model]) => {
          const predict = 0.2 + 2 * rng.unit();
          return { predict, real: countOf(predict * times(shop, model), rng) };
        });
      };
      expect(find(counts(() => 1))).toEqual([]);
      expect(find(counts((shop, model) => (shop === 's3' && model === 'm5' ? 8 : 1)))).toEqual([
        { model: 'm5', shop: 's3' },
      ]);
    }
  });

  it('names what is new: of it nothing was forecast', () => {
    const rng = new Rng(4);
    const rows = leaves(([, , release]) => {
      const mean = 1 + 8 * rng.unit();
      return { predict: release === 'r7' ? 0 : mean, real: countOf(mean, rng) };
    });
    expect(find(rows)).toEqual([{ release: 'r7' }]);
  });

  it('takes no strays for causes: of few attempts a ratio is often 0', () => {
    for (const seed of [1, 2, 3]) {
      const rng = new Rng(seed);
      const rows = leaves(([shop, model]) => {
        const usual = (shop === 's1' && model === 'm4' ? 0.5 : 0.9) + 0.02 * rng.normal();
        return { predict: 0.9, real: rng.chance(0.03) ? 0 : usual };
      });
      expect(find(rows)).toEqual([{ model: 'm4', shop: 's1' }]);
    }
  });

  it('gives the same for any order of rows and columns', () => {
    const sizes = [4, 5, 6];
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        (seed, layer, causes) => {
          const rng = new Rng(seed);
          const one = rippleCase(rng, { sizes, layer, causes, noise: 0.05, deviation: [0.1, 1] });
          const rows = Array.from(one.real, (_, at) => at);
          for (let at = rows.length - 1; at > 0; at--) {
            const other = rng.below(at + 1);
            [rows[at], rows[other]] = [rows[other]!, rows[at]!];
          }
          // Values are numbered by when they first occur, as a reader does.
          const shuffled = one.attributes.toReversed().map(({ name, values, codes }) => {
            const seen = [...new Set(rows.map((row) => codes[row]!))];
            const own = rows.map((row) => seen.indexOf(codes[row]!));
            return { name, values: seen.map((code) => values[code]!), codes: own };
          });
          const again = localise({
            attributes: shuffled,
            real: rows.map((row) => one.real[row]!),
            predict: rows.map((row) => one.predict[row]!),
          });
          expect(again).toEqual(localise(one));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes any numbers', () => {
    const number = fc.oneof(fc.constant(0), fc.constant(-0), fc.double({ min: -1e12, max: 1e12, noNaN: true }));
    const row = fc.record({
      values: fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 3, maxLength: 3 }),
      real: number,
      predict: number,
    });
    fc.assert(fc.property(fc.array(row, { maxLength: 40 }), (rows) => Array.isArray(find(rows))));
  });

  it('names no value where all of a sparse table is a fifth below its forecast, and else the cause alone', () => {
    const sizes = [12, 9, 20];
    const leaves = Array.from({ length: 12 * 9 * 20 }, (_, leaf) => leaf);
    const attributes = sizes.map((size, at) => ({
      name: 'abc'[at]!,
      values: Array.from({ length: size }, (_, value) => `v${value}`),
      codes: leaves.map((leaf) =>
        at === 0 ? leaf % 12 : at === 1 ? Math.floor(leaf / 12) % 9 : Math.floor(leaf / 108),
      ),
    }));
    const rng = new Rng(3);
    const usual = leaves.map(() => rng.logBetween(0.3, 9));
    const real = usual.map((mean) => rng.poisson(mean));
    const predict = usual.map((mean) => mean * 1.28);
    expect(localise({ attributes, real, predict })).toEqual([]);
    const lost = real.map((count, leaf) => (attributes[1]!.codes[leaf] === 4 ? Math.floor(count / 3) : count));
    expect(localise({ attributes, real: lost, predict }).map(({ values }) => values)).toEqual([{ b: 'v4' }]);
  });

  it('comes to an end with many attributes of many values', () => {
    const rng = new Rng(5);
    const attributes = Array.from({ length: 12 }, (_, at) => ({
      name: `column${at}`,
      values: Array.from({ length: 1000 }, (_one, value) => `v${value}`),
      codes: Array.from({ length: 3000 }, () => rng.below(1000)),
    }));
    const predict = Array.from({ length: 3000 }, () => 100);
    const real = predict.map((value) => value * (1 + 0.05 * rng.normal()));
    expect(localise({ attributes, real, predict })).toEqual([]);
  });
});

describe('localiseFailures', () => {
  it('names what has failures in common, and nothing where no more fail than before', () => {
    const options = { sizes: [4, 5, 3], layer: 2, excess: [0.4, 0.5], attempts: [4000, 4000] } as const;
    for (const causes of [0, 1]) {
      const one = ratioCase(new Rng(11), { ...options, causes });
      const age = one.minutes.map((minute) => (one.at - minute) / 60);
      expect(localiseFailures({ ...one, age }).causes.map(({ values }) => values)).toEqual(one.truth);
    }
  });

  it('names no value where all fail twice as often, and the cause alone where one strikes at the same time', () => {
    const options = { sizes: [4, 5, 3], layer: 2, excess: [0.4, 0.5], attempts: [20_000, 20_000] } as const;
    for (const causes of [0, 1]) {
      const one = ratioCase(new Rng(14), { ...options, causes });
      const age = one.minutes.map((minute) => (one.at - minute) / 60);
      const failed = one.failed.map((count, row) => (age[row] === 0 ? Math.min(one.total[row]!, 2 * count) : count));
      const { causes: found, rise } = localiseFailures({ ...one, failed, age });
      expect(found.map(({ values }) => values)).toEqual(one.truth);
      expect(rise).toBeGreaterThan(1.5);
    }
  });

  it.each([1, 0.9, 0.5])('names no value where %d of what goes well fails everywhere', (share) => {
    const options = { sizes: [4, 5, 3], layer: 1, causes: 0, excess: [0.4, 0.5], attempts: [20_000, 20_000] } as const;
    const one = ratioCase(new Rng(14), options);
    const age = one.minutes.map((minute) => (one.at - minute) / 60);
    const failed = one.failed.map((n, row) => (age[row] === 0 ? Math.round(n + share * (one.total[row]! - n)) : n));
    const { causes, rise } = localiseFailures({ ...one, failed, age });
    expect(causes).toEqual([]);
    expect(rise).toBeGreaterThan(5);
  });

  it('leaves out what holds parts of two causes and says nothing of its own', () => {
    const options = { sizes: [6, 5], layer: 1, causes: 2, excess: [0.2, 0.5], attempts: [20_000, 20_000] } as const;
    const one = ratioCase(new Rng(5), options);
    const age = one.minutes.map((minute) => (one.at - minute) / 60);
    const found = localiseFailures({ ...one, age }).causes.map(({ values }) => values);
    expect(found).toHaveLength(one.truth.length);
    expect(found).toEqual(expect.arrayContaining([...one.truth]));
  });

  it('looks at the time before only: what comes later counts for nothing', () => {
    const one = ratioCase(new Rng(12), {
      sizes: [4, 5, 3],
      layer: 1,
      causes: 1,
      excess: [0.4, 0.5],
      attempts: [4000, 4000],
    });
    const age = one.minutes.map((minute) => (one.at - minute) / 60);
    const later = { failed: [...one.failed], total: [...one.total], age: [...age] };
    one.minutes.forEach((minute, row) => {
      if (minute !== one.at) return;
      later.failed.push(one.total[row]!);
      later.total.push(one.total[row]!);
      later.age.push(-1);
    });
    const attributes = one.attributes.map(({ codes, ...rest }) => ({
      ...rest,
      codes: [...codes, ...codes.filter((_, row) => one.minutes[row] === one.at)],
    }));
    expect(localiseFailures({ attributes, ...later })).toEqual(localiseFailures({ ...one, age }));
  });

  /** Ten minutes and the moment, for each pair of two attributes; `counts` gives failed and total of a minute. */
  function minutes(sizes: readonly [number, number], counts: (a: number, b: number, age: number) => [number, number]) {
    const rows = Array.from({ length: sizes[0] * sizes[1] * 11 }, (_, row) => {
      const leaf = Math.floor(row / 11);
      const [a, b, age] = [leaf % sizes[0], Math.floor(leaf / sizes[0]), row % 11];
      const [failed, total] = counts(a, b, age);
      return { a, b, age, failed, total };
    }).filter(({ total }) => total > 0);
    const attribute = (name: 'a' | 'b') => {
      const values = [...new Set(rows.map((row) => `${row[name]}`))];
      return { name, values, codes: rows.map((row) => values.indexOf(`${row[name]}`)) };
    };
    const { causes } = localiseFailures({
      attributes: [attribute('a'), attribute('b')],
      failed: rows.map(({ failed }) => failed),
      total: rows.map(({ total }) => total),
      age: rows.map(({ age }) => age),
    });
    return causes.map(({ values }) => values);
  }

  it('names both causes where one has thousands of failures in few leaves', () => {
    const found = minutes([4, 5], (a, b, age) => {
      const total = a === 1 ? 4000 : 500 + 4 * b;
      const share = age > 0 ? 0.03 : [0.03, 0.6, 0.25, 0.03][a]!;
      return [Math.round(total * share), total];
    });
    expect(found).toEqual([{ a: '1' }, { a: '2' }]);
  });

  it('takes what scatters from minute to minute for no cause, though small leaves do not show it', () => {
    const found = minutes([6, 5], (a, b, age) => {
      const isLarge = a === 1;
      const wild = 0.04 * (1 + 0.6 * (((age * 7 + b * 3) % 11) / 5 - 1));
      const share = isLarge ? (age > 0 ? wild : 0.075) : 0.04;
      const total = isLarge ? 2000 : 40;
      return [Math.round(total * share + (isLarge ? 0 : ((age * 3 + a + b) % 3) - 1)), total];
    });
    expect(found).toEqual([]);
  });

  it('takes for no cause what hardly anybody tried before', () => {
    const found = minutes([4, 5], (a, b, age) => {
      if (a === 3) return age > 0 ? [0, age < 4 ? 2 : 0] : [24, 300];
      return [4, 100 + b];
    });
    expect(found).toEqual([]);
  });

  it('names nothing where there is nothing', () => {
    expect(localiseFailures({ attributes: [], failed: [], total: [], age: [] })).toEqual({ causes: [], rise: 1 });
  });
});
