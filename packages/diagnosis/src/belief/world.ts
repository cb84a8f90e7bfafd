/**
 * What may be the case, as hypotheses of which one was true when the trouble was found: a cause, or a set of causes. Repairs
 * change the world; a hypothesis stays what it was, so that earlier answers stay right and neither order nor repetition matters.
 */
export type World = {
  readonly size: number;
  /** Sums to 1. */
  prior(): Float64Array;
  /** Chance of the value under each hypothesis, or under some of them. */
  chances(observation: number, value: number, hypotheses?: Int32Array): Float64Array;
  /** Chance under each hypothesis that trouble is still there when these actions are done. */
  persists(actions: readonly number[]): Float64Array;
  /** Chance that these actions leave a cause that is present. */
  stays(cause: number, actions: readonly number[]): number;
  /** Of each cause, the weight with which it is still present when these actions are done. */
  present(weights: Float64Array, actions: readonly number[]): Float64Array;
  /** The indexes of the causes that a hypothesis holds. */
  causes(hypothesis: number): ArrayLike<number>;
};
