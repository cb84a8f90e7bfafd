/** Share of leaves in a cause that it does not strike. */
const SPARED = 0.02;

/**
 * The logarithm of a leaf's likelihood ratio where a cause strikes it to one of several degrees, each as likely, or spares it. Large leaves
 * have thousands of nats: nothing may be cut off where they are added up.
 *
 * @param logs of each degree, the logarithm of the likelihood ratio
 */
export function logOfDegrees(logs: readonly number[]): number {
  const most = Math.max(0, ...logs);
  const struck = logs.reduce((sum, log) => sum + Math.exp(log - most), 0) / logs.length;
  return most + Math.log(SPARED * Math.exp(-most) + (1 - SPARED) * struck);
}
