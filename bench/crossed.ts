import type { CrossedData } from '@duka/fleet';
import { fitCrossed } from '@duka/fleet';
import { Rng } from '@duka/sim';

/**
 * How long the crossed effects of 3,000 × 1,100 levels take to fit, beside what one would write instead: a logistic regression
 * with a coefficient a level and a ridge, by gradient descent, that is told the right ridge and stops as early as it may.
 * Usage: npm run bench:crossed
 */
const OBSERVATIONS = 73_000;
const LEVELS = [3000, 1100] as const;
const SDS = [0.7, 0.5] as const;
const ROUNDS = 5;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

function madeUp(intercept: number, seed: number) {
  const rng = new Rng(seed);
  const effects = LEVELS.map((count, k) => Float64Array.from({ length: count }, () => SDS[k]! * rng.normal()));
  const factors = LEVELS.map((count) => Int32Array.from({ length: OBSERVATIONS }, () => rng.below(count)));
  const failed = Uint8Array.from({ length: OBSERVATIONS }, (_, row) =>
    rng.chance(logistic(factors.reduce((sum, codes, k) => sum + effects[k]![codes[row]!]!, intercept))) ? 1 : 0,
  );
  return { data: { failed, factors }, effects };
}

/** Nesterov's accelerated descent on the penalised likelihood, until no coefficient moves by more than 0.001. */
function ridge({ failed, factors }: CrossedData): readonly Float64Array[] {
  const own = LEVELS.map((count) => new Float64Array(count));
  const ahead = LEVELS.map((count) => new Float64Array(count));
  const curvature = LEVELS.map((count, k) => new Float64Array(count).fill(1 / SDS[k]! ** 2));
  factors.forEach((codes, k) => {
    for (const code of codes) curvature[k]![code]! += 0.5;
  });
  let intercept = Math.log(0.1);
  for (let pass = 1; pass <= 500; pass++) {
    const slope = LEVELS.map((_, k) => ahead[k]!.map((value) => -value / SDS[k]! ** 2));
    let common = 0;
    for (let row = 0; row < failed.length; row++) {
      let odds = intercept;
      for (let k = 0; k < factors.length; k++) odds += ahead[k]![factors[k]![row]!]!;
      const miss = failed[row]! - logistic(odds);
      common += miss;
      for (let k = 0; k < factors.length; k++) slope[k]![factors[k]![row]!]! += miss;
    }
    intercept += common / (0.25 * failed.length);
    let moved = 0;
    own.forEach((values, k) => {
      for (let level = 0; level < values.length; level++) {
        const next = ahead[k]![level]! + slope[k]![level]! / curvature[k]![level]!;
        const step = next - values[level]!;
        moved = Math.max(moved, Math.abs(step));
        ahead[k]![level] = next + ((pass - 1) / (pass + 2)) * step;
        values[level] = next;
      }
    });
    if (moved < 1e-3) break;
  }
  return own;
}

function rmsError(found: readonly Float64Array[], truth: readonly Float64Array[]): string {
  const errors = truth.map((values, k) => {
    const squares = values.reduce((sum, value, level) => sum + (value - found[k]![level]!) ** 2, 0);
    return Math.sqrt(squares / values.length) / SDS[k]!;
  });
  return errors.map((error) => error.toFixed(3)).join(' and ');
}

function median(run: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

console.log(`observations  ${OBSERVATIONS} of ${LEVELS.join(' × ')} levels`);
for (const [name, intercept] of [
  ['common', -0.2],
  ['rare', -3],
] as const) {
  const { data, effects } = madeUp(intercept, 900);
  const started = performance.now();
  const fit = fitCrossed(data);
  const first = performance.now() - started;
  const own = median(() => fitCrossed(data));
  const plain = median(() => ridge(data));
  const share = data.failed.reduce((sum, one) => sum + one, 0) / OBSERVATIONS;
  console.log(
    `${name.padEnd(13)} ${(100 * share).toFixed(1)} % failed: ${(own / 1000).toFixed(2)} s (first run ${(first / 1000).toFixed(2)} s), ${fit.passes} passes, ${(own / plain).toFixed(2)} times plain gradient descent (${(plain / 1000).toFixed(2)} s)`,
  );
  console.log(
    `  sd          ${fit.factors.map(({ sd }) => sd.toFixed(3)).join(' and ')}, true ${SDS.join(' and ')}; gradient descent was told`,
  );
  console.log(
    `  effects     off by ${rmsError(
      fit.factors.map(({ effect }) => effect),
      effects,
    )} sd, gradient descent by ${rmsError(ridge(data), effects)}`,
  );
}
