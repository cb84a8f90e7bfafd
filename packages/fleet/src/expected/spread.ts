/** Shapes that are tried: a factor of shape a strays from 1 by about 1 / √a. The last is "all alike"; the first are of rules, which a unit has or has not. */
const SHAPES = [0.5, 1, 2, 3, 5, 8, 13, 20, 32, 50, 80, 130, 200, 320, 1000];
const WIDEST = 3;
/** So many units show how alike all are. */
const ENOUGH = 2000;
/** Before any is seen, units are thought to differ by about a fifth, give or take a factor of two: expert estimate. */
const TYPICAL = { shape: 25, spread: 1.2 };
/** Some units have a trouble of their own that is not known yet: they fail some times as often, in any measure. */
const TROUBLED = { share: 0.03, factor: 4, shape: 0.5 };

/**
 * How much the failure rates of units in order differ: the likeliest shape of a gamma distribution with mean 1 from which their
 * factors are drawn, so that counts are negative binomial. Troubled units are told apart by a second component.
 *
 * @param found failures of each unit, and how many the baseline expected there
 * @param isRule whether they follow a rule that some have and others have not
 */
export function spreadOf(found: Float64Array, expected: Float64Array, isRule = false): number {
  const step = Math.max(1, Math.floor(found.length / ENOUGH));
  let best = { shape: TYPICAL.shape, log: Number.NEGATIVE_INFINITY };
  for (const shape of SHAPES) {
    if (shape < WIDEST && !isRule) continue;
    const constant = lnGamma(shape);
    let log = -((Math.log(shape / TYPICAL.shape) / TYPICAL.spread) ** 2) / 2;
    for (let unit = 0; unit < found.length; unit += step) {
      const mean = expected[unit]!;
      if (mean === 0) continue;
      const ordinary = logCount(found[unit]!, mean, shape, constant);
      const troubled = logCount(found[unit]!, TROUBLED.factor * mean, TROUBLED.shape, LN_GAMMA_TROUBLED);
      const most = Math.max(ordinary, troubled);
      log +=
        most + Math.log((1 - TROUBLED.share) * Math.exp(ordinary - most) + TROUBLED.share * Math.exp(troubled - most));
    }
    if (log > best.log) best = { shape, log };
  }
  return best.shape;
}

/** Logarithm of the negative binomial chance of a count, up to its factorial. */
function logCount(count: number, mean: number, shape: number, lnGammaOfShape: number): number {
  const all = shape + mean;
  return lnGamma(shape + count) - lnGammaOfShape + shape * Math.log(shape / all) + count * Math.log(mean / all);
}

/** Stirling's series after raising the argument above 7; absolute error below 1e-8. */
function lnGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 7; z++) shift += Math.log(z);
  const square = 1 / (z * z);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

const LN_GAMMA_TROUBLED = lnGamma(TROUBLED.shape);
