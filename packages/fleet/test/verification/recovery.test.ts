import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RecoveryTest } from '../../src/verification/recovery.ts';
import { recoveryTest, testRecovery } from '../../src/verification/recovery.ts';
import { rivalsFrom } from '../../src/verification/rivals.ts';
import { Random } from '../crossed/random.ts';

const COLUMNS = ['p0', 'p1', 'alpha', 'beta', 'lnA', 'lnB', 'alphaExact', 'betaExact', 'asnP0', 'asnP1'] as const;
type SprtRow = { readonly [C in (typeof COLUMNS)[number]]: number };

/** Error rates and mean sample numbers of Wald's test of p0 against p1, exact. */
const ROWS: readonly SprtRow[] = readFileSync(new URL('bernoulli-sprt-exact.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const values = line.split(',').map(Number);
    return Object.fromEntries(COLUMNS.map((name, i) => [name, values[i]!])) as SprtRow;
  });

/** Wald's test where the trouble's strength is known. */
const waldTest = ({ p0, p1, lnA, lnB }: SprtRow): RecoveryTest => ({
  rivals: [{ share: (p1 - p0) / (1 - p0), weight: 1 }],
  upper: lnA,
  lower: lnB,
});

/** Chance of leaving above, and mean length, by walking through all counts of failures. */
function exact({ p0, p1, lnA, lnB }: SprtRow, chance: number) {
  const up = Math.log(p1 / p0);
  const down = Math.log((1 - p1) / (1 - p0));
  let open = new Map([[0, 1]]);
  let above = 0;
  let length = 0;
  for (let reads = 1; open.size > 0; reads++) {
    const next = new Map<number, number>();
    for (const [failures, mass] of open) {
      length += mass;
      for (const [more, part] of [
        [0, 1 - chance],
        [1, chance],
      ] as const) {
        const ratio = (failures + more) * up + (reads - failures - more) * down;
        if (ratio >= lnA) above += mass * part;
        else if (ratio > lnB && mass * part > 1e-16)
          next.set(failures + more, (next.get(failures + more) ?? 0) + mass * part);
      }
    }
    open = next;
  }
  return { above, length };
}

const RATES = { ordinary: 0.04, trouble: 0.3 } as const;
const drawn = (random: Random, count: number, chance: number) => ({
  ordinary: new Float64Array(count).fill(RATES.ordinary),
  failed: Uint8Array.from({ length: count }, () => (random.unit() < chance ? 1 : 0)),
});

describe('the test of a repair', () => {
  it.each(ROWS)("has the exact errors and lengths of Wald's test: $p0 against $p1, $alpha and $beta", (row) => {
    const well = exact(row, row.p0);
    const ill = exact(row, row.p1);
    expect(well.above / row.alphaExact).toBeCloseTo(1, 6);
    expect((1 - ill.above) / row.betaExact).toBeCloseTo(1, 6);
    expect(well.length / row.asnP0).toBeCloseTo(1, 6);
    expect(ill.length / row.asnP1).toBeCloseTo(1, 6);
    // And before the first read the test foretells that length.
    const { verdict, more } = testRecovery(waldTest(row), { ordinary: [], failed: [] }, row.p0);
    expect(verdict).toBe('more_reads');
    expect(more!.mean! / row.asnP0).toBeCloseTo(1, 6);
    expect(more!.fewest).toBe(Math.ceil(row.lnB / Math.log((1 - row.p1) / (1 - row.p0)) - 1e-9));
  });

  it('errs and lasts so when it is run on reads that are drawn', () => {
    const random = new Random(8);
    for (const row of ROWS.filter(({ alpha }) => alpha === 0.05)) {
      const runs = 600;
      const ordinary = new Float64Array(20_000).fill(row.p0);
      const test = waldTest(row);
      for (const [chance, wrong, rate, length] of [
        [row.p0, 'not_recovered', row.alphaExact, row.asnP0],
        [row.p1, 'recovered', row.betaExact, row.asnP1],
      ] as const) {
        let errors = 0;
        let reads = 0;
        for (let run = 0; run < runs; run++) {
          let count = Math.ceil(4 * length);
          let seen = Uint8Array.from({ length: count }, () => (random.unit() < chance ? 1 : 0));
          let answer = testRecovery({ ...test }, { ordinary, failed: seen }, row.p0);
          while (answer.decided === null) {
            seen = Uint8Array.from([
              ...seen,
              ...Uint8Array.from({ length: count }, () => (random.unit() < chance ? 1 : 0)),
            ]);
            count *= 2;
            answer = testRecovery(test, { ordinary, failed: seen }, row.p0);
          }
          const first = answer.relapsed === null ? answer.verdict : 'recovered';
          if (first === wrong) errors++;
          reads += answer.decided + 1;
        }
        expect(Math.abs(errors / runs - rate)).toBeLessThan(4 * Math.sqrt((rate * (1 - rate)) / runs));
        expect(Math.abs(reads / runs / length - 1)).toBeLessThan(0.16);
      }
    }
  });

  it('keeps its errors where the trouble is known only from the reads before the repair', () => {
    const random = new Random(21);
    let wronglyRecovered = 0;
    let wronglyNot = 0;
    const runs = 250;
    for (let run = 0; run < runs; run++) {
      const share = random.between(0.1, 0.7);
      const ill = RATES.ordinary + (1 - RATES.ordinary) * share;
      const before = drawn(random, 40, ill);
      const test = recoveryTest(rivalsFrom(before), { wronglyRecovered: 0.01, wronglyNot: 0.05 });
      const lasting = testRecovery(test, drawn(random, 400, ill));
      const gone = testRecovery(test, drawn(random, 400, RATES.ordinary));
      if (lasting.verdict === 'recovered') wronglyRecovered++;
      if (gone.verdict === 'not_recovered' && gone.relapsed === null) wronglyNot++;
    }
    expect(wronglyRecovered / runs).toBeLessThan(0.02);
    expect(wronglyNot / runs).toBeLessThan(0.05);
  });

  it('takes silence for nothing', () => {
    const test = recoveryTest([{ share: 0.3, weight: 1 }], { wronglyRecovered: 0.01, wronglyNot: 0.05 });
    const answer = testRecovery(test, { ordinary: [], failed: [] }, 0.04);
    expect(answer).toMatchObject({
      verdict: 'more_reads',
      reads: 0,
      failures: 0,
      logLikelihoodRatio: 0,
      decided: null,
    });
    // ln(0.01 / 0.95) / ln(0.7) = 12.8
    expect(answer.more!.fewest).toBe(13);
    expect(answer.more!.mean!).toBeGreaterThan(13);
  });

  it('takes back a recovery when the trouble is back', () => {
    const test = recoveryTest([{ share: 0.3, weight: 1 }], { wronglyRecovered: 0.01, wronglyNot: 0.05 });
    const failed = Uint8Array.from({ length: 60 }, (_, read) => (read >= 40 && read % 2 === 0 ? 1 : 0));
    const answer = testRecovery(test, { ordinary: new Float64Array(60).fill(0.04), failed });
    expect(answer).toMatchObject({ verdict: 'not_recovered', reads: 60, failures: 10, decided: 12 });
    expect(answer.relapsed).toBeGreaterThan(44);
    expect(answer.more).toBeNull();
  });

  it('counts half of the trouble as not recovered', () => {
    const before = {
      ordinary: new Float64Array(200).fill(0.04),
      failed: Uint8Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? 1 : 0)),
    };
    const test = recoveryTest(rivalsFrom(before), { wronglyRecovered: 0.01, wronglyNot: 0.05 });
    const after = {
      ordinary: new Float64Array(120).fill(0.04),
      failed: Uint8Array.from({ length: 120 }, (_, i) => (i % 6 === 0 ? 1 : 0)),
    };
    expect(testRecovery(test, after).verdict).toBe('not_recovered');
  });
});
