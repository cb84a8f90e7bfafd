/** Log-likelihood ratio of the count that was seen against the usual one, at best, in nats. */
export const poissonEvidence = (seen: number, usual: number): number =>
  (seen > 0 ? seen * Math.log(seen / Math.max(1e-9, usual)) : 0) - (seen - usual);
