import { describe, expect, it } from 'vitest';
import type { Trials } from '../src/evidence.ts';
import { firstCrossing, likeliestEpisode, logEvidence, STRIKE_RATES, strikeFactor } from '../src/evidence.ts';

/** A small generator of numbers between 0 and 1 (mulberry32), so that every run sees the same sequences. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Attempts that fail with `chance` each, seen against a baseline of `usual`: the ratio of a failure is 1 / usual. */
const failures = (list: readonly boolean[], usual: number): Trials => ({
  length: list.length,
  hit: new Float32Array(list.length).fill(1),
  ratio: Float32Array.from(list, (failed) => (failed ? 1 / usual : 0)),
});

describe('the e-value', () => {
  it('is on average at most 1 where nothing is wrong, whenever one stops', () => {
    const random = generator(7);
    const runs = 4000;
    let atEnd = 0;
    let whenFirstOverTen = 0;
    for (let run = 0; run < runs; run++) {
      const trials = failures(
        Array.from({ length: 60 }, () => random() < 0.05),
        0.05,
      );
      atEnd += Math.exp(logEvidence(trials));
      if (firstCrossing(trials, Math.log(10)) >= 0) whenFirstOverTen++;
    }
    expect(atEnd / runs).toBeLessThan(1.15);
    expect(whenFirstOverTen / runs).toBeLessThan(0.1);
  });

  it('equals the sum over every start, end, rate and burst, counted one by one', () => {
    const hit = [1, 0.5, 1, 1, 0.8];
    const ratio = [0, 12, 20, 0, 7];
    const trials = { length: 5, hit: Float32Array.from(hit), ratio: Float32Array.from(ratio) };
    expect(logEvidence(trials)).toBeCloseTo(
      Math.log(0.75 * lastingOracle(hit, ratio) + 0.25 * burstOracle(hit, ratio)),
      6,
    );
  });

  it('stays finite over ten thousand failures in a row', () => {
    const log = logEvidence(failures(new Array(10_000).fill(true), 0.01));
    expect(log).toBeGreaterThan(30_000);
    expect(Number.isFinite(log)).toBe(true);
  });

  it('reaches a level no later than the end and not before the trouble', () => {
    const list = [...new Array(200).fill(false), ...Array.from({ length: 40 }, (_, i) => i % 2 === 0)];
    const crossed = firstCrossing(failures(list, 0.03), Math.log(1000));
    expect(crossed).toBeGreaterThan(200);
    expect(crossed).toBeLessThan(215);
  });
});

describe('the likeliest episode', () => {
  it('finds start and end of a trouble that is over', () => {
    const list = [...new Array(300).fill(false), ...new Array(20).fill(true), ...new Array(300).fill(false)];
    expect(likeliestEpisode(failures(list, 0.03))).toMatchObject({ first: 300, last: 319, over: true });
  });

  it('lets a trouble last where it lasts', () => {
    const list = [...new Array(300).fill(false), ...Array.from({ length: 200 }, (_, i) => i % 4 === 0)];
    const { first, last, over, rate } = likeliestEpisode(failures(list, 0.03));
    expect({ first, last, over }).toEqual({ first: 300, last: 499, over: false });
    expect(rate).toBeGreaterThan(0.18);
    expect(rate).toBeLessThan(0.27);
  });

  it('takes bursts that come again and again as one trouble', () => {
    const burst = [...new Array(60).fill(false), ...new Array(6).fill(true)];
    const list = Array.from({ length: 8 }, () => burst).flat();
    expect(likeliestEpisode(failures(list, 0.03))).toMatchObject({ first: 60, last: list.length - 1, over: false });
  });
});

/** The chain that starts once and ends at most once, by brute force over start and end. */
function lastingOracle(hit: readonly number[], ratio: readonly number[]): number {
  const n = hit.length;
  let sum = 0;
  for (let start = 0; start < n; start++) {
    const chance = start === 0 ? 0.2 : 0.8 / n;
    for (const q of STRIKE_RATES) {
      let product = 1;
      let going = 1;
      for (let i = start; i < n; i++) {
        if (i > start) {
          sum += (chance / STRIKE_RATES.length) * product * going * (1 / n);
          going *= 1 - 1 / n;
        } else if (start === 0) {
          // The first chain may end before the first attempt as well.
          sum += (chance / STRIKE_RATES.length) * (1 / n);
          going *= 1 - 1 / n;
        }
        product *= strikeFactor(q, hit[i]!, ratio[i]!);
      }
      sum += (chance / STRIKE_RATES.length) * product * going;
    }
  }
  return sum + 0.8 / n;
}

/** The chain of bursts, by brute force over every path of calm and two rates. */
function burstOracle(hit: readonly number[], ratio: readonly number[]): number {
  const rates = [0.45, 0.85];
  const step = (from: number, to: number): number => {
    if (from === 0) return to === 0 ? 0.99 : 0.005;
    if (to === from) return 0.85;
    return to === 0 ? 0.15 : 0;
  };
  let sum = 0;
  const walk = (i: number, state: number, weight: number): void => {
    if (i === hit.length) {
      sum += weight;
      return;
    }
    for (let next = 0; next <= rates.length; next++) {
      const chance = step(state, next);
      if (chance === 0) continue;
      walk(i + 1, next, weight * chance * (next === 0 ? 1 : strikeFactor(rates[next - 1]!, hit[i]!, ratio[i]!)));
    }
  };
  walk(0, 0, 1);
  return sum;
}
