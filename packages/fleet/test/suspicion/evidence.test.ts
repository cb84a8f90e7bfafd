import { describe, expect, it } from 'vitest';
import { likeliestEpisode } from '../../src/suspicion/episode.ts';
import type { Trials } from '../../src/suspicion/evidence.ts';
import { firstCrossing, logEvidence, RATE_WEIGHTS, STRIKE_RATES, strikeFactor } from '../../src/suspicion/evidence.ts';
import { struckShare } from '../../src/suspicion/struck.ts';

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
const failures = (list: readonly boolean[], usual: number): Trials =>
  trials(
    list.map(() => 1),
    list.map((failed) => (failed ? 1 / usual : 0)),
  );

/** Attempts one by one: how strongly each is hit, and its ratio, 0 where it went well. Each strength stands for an interface. */
function trials(hit: readonly number[], ratio: readonly number[]): Trials {
  const shares = Float64Array.from(new Set(hit));
  const failed = [...ratio.keys()].filter((i) => ratio[i]! > 0);
  const gaps = new Int32Array((failed.length + 1) * shares.length);
  let gap = 0;
  ratio.forEach((value, i) => {
    if (value > 0) gap++;
    else gaps[gap * shares.length + shares.indexOf(hit[i]!)]!++;
  });
  return {
    failures: failed.length,
    hit: Float64Array.from(failed, (i) => hit[i]!),
    ratio: Float64Array.from(failed, (i) => ratio[i]!),
    gaps,
    shares,
    length: hit.length,
  };
}

describe('the e-value', () => {
  it('is on average at most 1 where nothing is wrong, whenever one stops', () => {
    const random = generator(7);
    const runs = 4000;
    let atEnd = 0;
    let whenFirstOverTen = 0;
    for (let i = 0; i < runs; i++) {
      const run = failures(
        Array.from({ length: 60 }, () => random() < 0.05),
        0.05,
      );
      atEnd += Math.exp(logEvidence(run));
      if (firstCrossing(run, Math.log(10)) >= 0) whenFirstOverTen++;
    }
    expect(atEnd / runs).toBeLessThan(1.15);
    expect(whenFirstOverTen / runs).toBeLessThan(0.1);
  });

  it('equals the sum over every start, end, rate and burst, counted one by one', () => {
    const hit = [1, 0.5, 1, 1, 0.8];
    const ratio = [0, 12, 20, 0, 7];
    expect(logEvidence(trials(hit, ratio))).toBeCloseTo(
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
    expect(crossed).toBeGreaterThanOrEqual(0);
    expect(crossed).toBeLessThan(8);
  });
});

describe('a trouble of one attempt in a hundred', () => {
  /** Of six thousand attempts every hundredth fails for a reason that one in ten thousand has otherwise. */
  const rare = failures(
    Array.from({ length: 6000 }, (_, i) => i % 100 === 50),
    0.0001,
  );

  it('is evident where its reason is rare, and lasts', () => {
    expect(logEvidence(rare)).toBeGreaterThan(150);
    expect(likeliestEpisode(rare)).toMatchObject({ first: -1, last: -1 });
  });

  it('is as evident as ordinary failures are, where it gives an ordinary reason', () => {
    expect(logEvidence({ ...rare, ratio: rare.ratio.map(() => 1 / 0.01) })).toBeLessThan(1);
  });
});

describe('the likeliest episode', () => {
  it('finds start and end of a trouble that is over', () => {
    const list = [...new Array(300).fill(false), ...new Array(20).fill(true), ...new Array(300).fill(false)];
    expect(likeliestEpisode(failures(list, 0.03))).toMatchObject({ first: 0, last: 19 });
  });

  it('lets a trouble last where it lasts, and strike the share of attempts that it strikes', () => {
    const list = [...new Array(300).fill(false), ...Array.from({ length: 200 }, (_, i) => i % 4 === 0)];
    expect(likeliestEpisode(failures(list, 0.03))).toMatchObject({ first: 0, last: -1 });
    const share = struckShare(failures(list.slice(300), 0.03));
    expect(share).toBeGreaterThan(0.18);
    expect(share).toBeLessThan(0.27);
  });

  it('takes bursts that come again and again as one trouble', () => {
    const burst = [...new Array(60).fill(false), ...new Array(6).fill(true)];
    const list = Array.from({ length: 8 }, () => burst).flat();
    expect(likeliestEpisode(failures(list, 0.03))).toMatchObject({ first: 0, last: -1 });
  });

  it('takes rare failures in the days before and after bursts for no bursts', () => {
    const day = [...new Array(450).fill(false), true, ...new Array(450).fill(false)];
    const morning = [...new Array(30).fill(true), ...new Array(800).fill(false)];
    const list = [...day, ...day, ...morning, ...morning, ...day, ...day, ...day];
    expect(likeliestEpisode(failures(list, 0.0001))).toMatchObject({ first: 2, last: 61 });
  });

  it('takes an outage as one by itself, and no burst among others', () => {
    const burst = [...new Array(60).fill(false), ...new Array(6).fill(true)];
    const outage = [...new Array(100).fill(false), ...new Array(80).fill(true), ...new Array(100).fill(false)];
    expect(likeliestEpisode(failures([...outage, ...burst, ...burst], 0.03))).toMatchObject({ first: 0, last: 79 });
  });

  it('leaves out the stray failures before a trouble that begins in the middle', () => {
    const calm = Array.from({ length: 600 }, (_, i) => i % 97 === 50);
    const list = [...calm, ...Array.from({ length: 120 }, (_, i) => i % 3 === 0)];
    const first = calm.filter(Boolean).length;
    expect(likeliestEpisode(failures(list, 0.012))).toMatchObject({ first, last: -1 });
  });
});

/** The chain that starts once and ends at most once, by brute force over start and end. */
function lastingOracle(hit: readonly number[], ratio: readonly number[]): number {
  const n = hit.length;
  let sum = 0;
  for (let start = 0; start < n; start++) {
    const chance = start === 0 ? 0.2 : 0.8 / n;
    for (const [k, q] of STRIKE_RATES.entries()) {
      let product = 1;
      let going = 1;
      for (let i = start; i < n; i++) {
        if (i > start) {
          sum += chance * RATE_WEIGHTS[k]! * product * going * (1 / n);
          going *= 1 - 1 / n;
        } else if (start === 0) {
          // The first chain may end before the first attempt as well.
          sum += chance * RATE_WEIGHTS[k]! * (1 / n);
          going *= 1 - 1 / n;
        }
        product *= strikeFactor(q, hit[i]!, ratio[i]!);
      }
      sum += chance * RATE_WEIGHTS[k]! * product * going;
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
