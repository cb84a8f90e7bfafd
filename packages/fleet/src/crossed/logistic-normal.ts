/** Poles of the logistic function at ±iπ: with a step of 2 in η the trapezoidal rule leaves an error of exp(−π²). */
const STEP = 2;
/** And with 1.25 standard deviations one of exp(−2π²/1.25²), from the normal density. */
const WIDEST = 1.25;
/** Standard deviations out to which is summed. */
const REACH = 5;
const USUAL_WEIGHTS = [1, 2, 3, 4].map((i) => Math.exp(-0.5 * (i * WIDEST) ** 2));

/**
 * One binary outcome whose log-odds η are normal with this mean and variance: derivatives of ln E[p(y | η)] by the mean,
 * the first two into `into[0]` and `into[1]`, the third and fourth after them if `into` has room. The nodes of the
 * quadrature lie evenly, so that all their exponentials are powers of one.
 */
export function outcomeSlopes(failed: number, mean: number, variance: number, into: Float64Array): void {
  const spread = Math.sqrt(variance);
  const usual = spread * WIDEST <= STEP;
  const step = usual ? WIDEST : STEP / spread;
  const nodes = usual ? USUAL_WEIGHTS.length : Math.ceil(REACH / step);
  // By symmetry the chance of y = 0 at mean μ is that of y = 1 at −μ.
  const odds = Math.exp(failed ? -mean : mean);
  const apart = Math.exp(spread * step);
  const nearer = 1 / apart;
  const all = into.length > 2;
  const s = 1 / (1 + odds);
  const ds = s * (1 - s);
  let p = s;
  let p1 = ds;
  let p2 = ds * (1 - 2 * s);
  let p3 = ds * (1 - 6 * ds);
  let p4 = ds * (1 - 2 * s) * (1 - 12 * ds);
  let up = odds;
  let down = odds;
  for (let i = 0; i < nodes; i++) {
    const weight = usual ? USUAL_WEIGHTS[i]! : Math.exp(-0.5 * ((i + 1) * step) ** 2);
    up *= apart;
    down *= nearer;
    const both = 1 / ((1 + up) * (1 + down));
    const low = (1 + down) * both;
    const high = (1 + up) * both;
    const dLow = low * (1 - low);
    const dHigh = high * (1 - high);
    p += weight * (low + high);
    p1 += weight * (dLow + dHigh);
    p2 += weight * (dLow * (1 - 2 * low) + dHigh * (1 - 2 * high));
    if (!all) continue;
    p3 += weight * (dLow * (1 - 6 * dLow) + dHigh * (1 - 6 * dHigh));
    p4 += weight * (dLow * (1 - 2 * low) * (1 - 12 * dLow) + dHigh * (1 - 2 * high) * (1 - 12 * dHigh));
  }
  const a = p1 / p;
  const b = p2 / p;
  const sign = failed ? 1 : -1;
  into[0] = sign * a;
  into[1] = b - a * a;
  if (!all) return;
  const c = p3 / p;
  into[2] = sign * (c - 3 * a * b + 2 * a ** 3);
  into[3] = p4 / p - 4 * a * c - 3 * b * b + 12 * a * a * b - 6 * a ** 4;
}
