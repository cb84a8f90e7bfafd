import { describe, expect, it } from 'vitest';
import { fitBaseline } from '../../src/expected/baseline.ts';
import { ofTheDay } from '../../src/expected/days.ts';
import { lastingDifferences } from '../../src/expected/differences.ts';
import { familiesOf } from '../../src/expected/families.ts';
import type { ByHand } from '../hand.ts';
import { many, sceneOf } from '../hand.ts';

const HOUR = 3_600_000;
/** The shops of a day are open for ten hours, from midnight in no special time zone. */
const OPEN = 10 * HOUR;
const A_DAY = 1500;

type Day = { readonly region: string; readonly every: number; readonly failure?: ByHand };

/** How many times likelier failures of each day are held to be, by region, to one decimal. */
function factorsOf(days: readonly (readonly Day[])[], ordinary = 1, terminals = 7) {
  const attempts = days.flatMap((regions, day) =>
    regions.flatMap(({ region, every, failure }) =>
      many(A_DAY, { region }, every, failure).map((attempt, i) => ({
        ...attempt,
        terminal_id: `T${region}${i % terminals}`,
        time: day * 24 * HOUR + 5 * HOUR + Math.floor((i * OPEN) / A_DAY),
      })),
    ),
  );
  const scene = sceneOf(attempts);
  const ownShare = new Float32Array(scene.failed.length).fill(ordinary);
  const families = familiesOf(scene, fitBaseline(scene, new Float32Array(scene.failed.length).fill(1)));
  const factors = ofTheDay(scene, families, lastingDifferences(scene, families, ownShare), ownShare);
  const found: Record<string, number[]> = {};
  scene.failed.forEach((row, failure) => {
    const region = scene.frame.sites.values.region[scene.attributes.of.region[scene.attributes.home[row]!]!]!;
    const day = Math.floor(scene.frame.time[row]! / (24 * HOUR));
    found[region] ??= [];
    found[region][day] = Number(factors[failure]!.toFixed(1));
  });
  return found;
}

const fair = (region: string): Day => ({ region, every: 30 });
const wet = (region: string): Day => ({ region, every: 10 });

describe('A day of bad weather', () => {
  it('makes failed reads likelier in its region, on that day', () => {
    const { rainy, dry } = factorsOf([
      [fair('rainy'), fair('dry')],
      [wet('rainy'), fair('dry')],
      [fair('rainy'), fair('dry')],
    ]);
    expect(rainy![1]).toBe(1.5);
    expect(Math.max(rainy![0]!, rainy![2]!, ...dry!)).toBeLessThan(1.3);
  });

  it('is not made by a terminal alone', () => {
    expect(factorsOf([[fair('a')], [wet('a')], [fair('a')]], 1, 1)).toEqual({ a: [1, 1, 1] });
  });

  it('is not made by faults that were found', () => {
    expect(factorsOf([[fair('a')], [wet('a')], [fair('a')]], 0.1)).toEqual({ a: [1, 1, 1] });
  });

  it('overheats printers', () => {
    const printed: ByHand = { stage: 'print', reason: 'overheat' };
    const { a } = factorsOf([
      [{ ...fair('a'), failure: printed }],
      [{ ...wet('a'), failure: printed }],
      [{ ...fair('a'), failure: printed }],
    ]);
    expect(a![1]).toBeGreaterThan(1.5);
  });

  it('is looked for on days on which something was tried, however far a wrong time lies', () => {
    const attempts = Array.from({ length: 990 }, (_, i) => ({ terminal_id: `T${i}`, region: `${i % 9}` }));
    const far: ByHand = {
      terminal_id: 'T1',
      time: Date.parse('9999-12-30T00:00:00Z'),
      outcome: 'failed',
      reason: 'mute',
    };
    const before1970: ByHand = { ...far, time: -1 };
    const scene = sceneOf([...attempts, far, before1970]);
    const ordinary = new Float32Array(2).fill(1);
    const families = familiesOf(scene, fitBaseline(scene, ordinary));
    const differences = lastingDifferences(scene, families, ordinary);
    expect(ofTheDay(scene, families, differences, ordinary)).toHaveLength(2);
  });

  it('loses no lines: they are somebody’s to mend', () => {
    const lost: ByHand = { stage: 'online', reason: 'link_lost' };
    expect(factorsOf([[{ ...fair('a'), failure: lost }], [{ ...wet('a'), failure: lost }]])).toEqual({ a: [1, 1] });
  });
});
