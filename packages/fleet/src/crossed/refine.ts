import type { Factor } from './factor.ts';
import { normalMoments, UNKNOWN } from './factor.ts';
import { outcomeSlopes } from './logistic-normal.ts';

/** Gauss–Hermite nodes of 0 and above for a standard normal, with their weights (Abramowitz and Stegun, table 25.10, rescaled). */
const NODES = [0, 1.1544053947399682, 2.366759410734541, 3.7504397177257425] as const;
const WEIGHTS = [0.4571428571428572, 0.24012317860501264, 0.030757123967586515, 0.0005482688559722169] as const;

type Outcomes = { readonly failed: Uint8Array; readonly offset: Float64Array };

/**
 * Where failures are few, what a level's observations say of it is far from normal, and standard deviations come out some
 * 3 % short. So each level's moments are found anew: its observations' log-likelihood, the other factors integrated out, by
 * its first four derivatives at the normal's mean.
 */
export function refine({ failed, offset }: Outcomes, factors: readonly Factor[], intercept: number): void {
  const slopes = factors.map(({ mean }) => new Float64Array(4 * mean.length));
  const found = new Float64Array(4);
  const means = new Float64Array(factors.length);
  const variances = new Float64Array(factors.length);
  for (let row = 0; row < failed.length; row++) {
    let centre = intercept + offset[row]!;
    let spread = 0;
    for (let k = 0; k < factors.length; k++) {
      const { codes, precision, pull, bends, pulls } = factors[k]!;
      const level = codes[row]!;
      if (level === UNKNOWN) continue;
      // What all other observations say of this one's level.
      const v = 1 / (precision[level]! - bends[row]!);
      const m = (pull[level]! - pulls[row]!) * v;
      means[k] = m;
      variances[k] = v;
      centre += m;
      spread += v;
    }
    for (let k = 0; k < factors.length; k++) {
      const { codes, precision, pull } = factors[k]!;
      const level = codes[row]!;
      if (level === UNKNOWN) continue;
      const own = pull[level]! / precision[level]!;
      outcomeSlopes(failed[row]!, centre - means[k]! + own, Math.max(0, spread - variances[k]!), found);
      const into = slopes[k]!;
      const at = 4 * level;
      into[at]! += found[0]!;
      into[at + 1]! += found[1]!;
      into[at + 2]! += found[2]!;
      into[at + 3]! += found[3]!;
    }
  }
  factors.forEach((factor, k) => {
    normalMoments(factor);
    for (const level of factor.seen) levelMoments(factor, level, slopes[k]!);
  });
}

/** Nodes between 0 and 1 and weights of Gauss–Legendre quadrature (Abramowitz and Stegun, table 25.4, rescaled). */
const PARTS = [0.06943184420297371, 0.33000947820757187, 0.6699905217924281, 0.9305681557970262] as const;
const PART_WEIGHTS = [0.17392742256872692, 0.3260725774312731, 0.3260725774312731, 0.17392742256872692] as const;

/**
 * The log-likelihood at a distance x from the normal's mean is its slope there and the integral of its curvature, whose
 * logarithm is nearly quadratic (that of s(1 − s) for a logistic s; a Taylor series of the log-likelihood would need twice
 * as many terms).
 */
function levelMoments({ precision, pull, prior, mean, variance }: Factor, level: number, slopes: Float64Array): void {
  const v = 1 / precision[level]!;
  const m = pull[level]! * v;
  const slope = slopes[4 * level]! - m / prior;
  const curvature = slopes[4 * level + 1]!;
  const growth = slopes[4 * level + 2]! / curvature;
  const bow = slopes[4 * level + 3]! / curvature - growth ** 2;
  let total = 0;
  let first = 0;
  let second = 0;
  for (let node = -3; node <= 3; node++) {
    const x = Math.sign(node) * NODES[Math.abs(node)]! * Math.sqrt(v);
    let bent = 0;
    for (let i = 0; i < PARTS.length; i++) {
      const t = PARTS[i]! * x;
      bent += PART_WEIGHTS[i]! * (1 - PARTS[i]!) * Math.exp(t * (growth + (t * bow) / 2));
    }
    const log = slope * x + x * x * (curvature * bent + (precision[level]! - 1 / prior) / 2);
    const weight = WEIGHTS[Math.abs(node)]! * Math.exp(log);
    total += weight;
    first += weight * x;
    second += weight * x * x;
  }
  mean[level] = m + first / total;
  variance[level] = second / total - (first / total) ** 2;
}
