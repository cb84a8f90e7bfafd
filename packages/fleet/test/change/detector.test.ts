import { describe, expect, it } from 'vitest';
import { raised } from '../../src/change/raised.ts';
import { ChangeDetector, designKnown, designUnknown } from '../../src/index.ts';
import { Random } from '../crossed/random.ts';

/** Feeds a stream whose chance of failure at each attempt is given; all attempts have the same ordinary chance. */
function fed(detector: ChangeDetector, ordinary: number, chances: Iterable<number>, random: Random): ChangeDetector {
  for (const chance of chances) detector.update(ordinary, random.unit() < chance);
  return detector;
}

const stretch = (length: number, chance: (i: number) => number): readonly number[] =>
  Array.from({ length }, (_, i) => chance(i));
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const KNOWN = designKnown([0.03], 8, { every: 20_000 });
const UNKNOWN = designUnknown([0.03], { every: 20_000 });

describe.each([
  ['a known jump', KNOWN, 64],
  ['an unknown jump', UNKNOWN, 200],
])('the detector of %s', (_, design, bytes) => {
  it(`keeps at most ${bytes} bytes a stream`, () => {
    expect(new ChangeDetector(design).save().byteLength).toBeLessThanOrEqual(bytes);
  });

  it('goes on from its saved bytes as if it had never been put away', () => {
    const random = new Random(4);
    const outcomes = stretch(3000, (i) => (i < 1000 || i > 1800 ? 0.03 : 0.2)).map((chance) => random.unit() < chance);
    const whole = new ChangeDetector(design);
    let restored = new ChangeDetector(design);
    for (const failed of outcomes) {
      whole.update(0.03, failed);
      restored.update(0.03, failed);
      const bytes = new Uint8Array(restored.save().buffer);
      restored = new ChangeDetector(design, new Float64Array(bytes.slice().buffer));
      expect(restored.read()).toEqual(whole.read());
    }
    expect(whole.read().phase).toBe('over');
    expect(new Uint8Array(restored.save().buffer)).toEqual(new Uint8Array(whole.save().buffer));
  });

  it('says when a sudden change began and when it was over', () => {
    const starts: number[] = [];
    const ends: number[] = [];
    for (let seed = 0; seed < 60; seed++) {
      const detector = new ChangeDetector(design);
      const random = new Random(seed);
      fed(
        detector,
        0.03,
        stretch(800, () => 0.03),
        random,
      );
      fed(
        detector,
        0.03,
        stretch(400, () => 0.2),
        random,
      );
      if (detector.read().phase !== 'changed') continue;
      starts.push(detector.read().since - 800);
      fed(
        detector,
        0.03,
        stretch(600, () => 0.03),
        random,
      );
      const { phase, until } = detector.read();
      if (phase === 'over') ends.push(until! - 1200);
    }
    expect(starts.length).toBeGreaterThan(55);
    expect(ends.length).toBeGreaterThan(55);
    expect(Math.abs(median(starts))).toBeLessThan(8);
    expect(Math.abs(median(ends))).toBeLessThan(8);
    expect(median(starts.map(Math.abs))).toBeLessThan(15);
  });

  it('finds a chance that creeps up, before it has reached its height', () => {
    const found: number[] = [];
    for (let seed = 0; seed < 40; seed++) {
      const detector = new ChangeDetector(design);
      const random = new Random(100 + seed);
      fed(
        detector,
        0.03,
        stretch(1000, () => 0.03),
        random,
      );
      fed(
        detector,
        0.03,
        stretch(2000, (i) => 0.03 + (0.27 * i) / 2000),
        random,
      );
      const { phase, detected, since } = detector.read();
      if (phase === 'changed' && detected! >= 1000) found.push(detected!);
      if (phase === 'changed') expect(since).toBeLessThan(detected!);
    }
    expect(found.length).toBeGreaterThan(36);
    expect(median(found)).toBeLessThan(1000 + 1000);
  });
});

describe('a detector of changes', () => {
  it('keeps its false alarms where every attempt has a chance of its own', () => {
    const random = new Random(12);
    const chances = Float64Array.from({ length: 300 }, () => random.logBetween(0.004, 0.15));
    for (const design of [designKnown(chances, 4, { every: 800 }), designUnknown(chances, { every: 800 })]) {
      let attempts = 0;
      const runs = 800;
      for (let run = 0; run < runs; run++) {
        const detector = new ChangeDetector(design);
        while (detector.read().phase === 'ordinary') {
          const chance = chances[random.below(chances.length)]!;
          detector.update(chance, random.unit() < chance);
          attempts++;
        }
      }
      // Four standard errors of a mean of so many waits, and what the counting of arms leaves out.
      expect(attempts / runs / 800).toBeGreaterThan(0.8);
      expect(attempts / runs / 800).toBeLessThan(1.2);
    }
  });

  it('refuses chances that cannot be and a state of another design', () => {
    expect(() => designKnown([0], 2, { every: 100 })).toThrow(RangeError);
    expect(() => designUnknown([], { every: 100 })).toThrow(RangeError);
    expect(() => new ChangeDetector(UNKNOWN, new ChangeDetector(KNOWN).save())).toThrow(
      new RangeError('a state of 14 numbers is needed, not 8'),
    );
  });

  it('is designed where failures are all but unknown, and takes one alone for no change', () => {
    const rare = 0.000_01;
    const detector = new ChangeDetector(designUnknown([rare], { every: 2000 }));
    const see = (failed: boolean) => {
      detector.update(rare, failed);
      return detector.read().phase;
    };
    for (let i = 0; i < 1000; i++) see(false);
    expect(see(true)).toBe('ordinary');
    expect([true, true, true].map(see).at(-1)).toBe('changed');
  });

  it('raises odds, not chances', () => {
    expect(raised(0.5, 3)).toBeCloseTo(0.75, 12);
    expect(raised(0.01, 1)).toBeCloseTo(0.01, 12);
  });
});
