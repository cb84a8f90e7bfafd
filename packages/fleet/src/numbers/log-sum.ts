/** ln Σ e^x without overflow; −∞ of none. */
export function logSum(logs: ArrayLike<number>): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logs.length; i++) if (logs[i]! > most) most = logs[i]!;
  if (most === Number.NEGATIVE_INFINITY) return most;
  let sum = 0;
  for (let i = 0; i < logs.length; i++) sum += Math.exp(logs[i]! - most);
  return most + Math.log(sum);
}

/** The logarithm of the mean of values of which the logarithms are given. */
export const logMean = (logs: ArrayLike<number>): number => logSum(logs) - Math.log(logs.length);
