/**
 * What may be the case, as hypotheses of which one is true: a cause, or a set of causes. A belief is a weight for each;
 * only ratios count, so that a weight can also carry the chance of getting where it is. Every change is linear.
 */
export type World = {
  readonly size: number;
  /** Sums to 1. */
  prior(): Float64Array;
  /** Chance of the value under each hypothesis. */
  chances(observation: number, value: number): Float64Array;
  /** What is left where the action was done and trouble is still there. What it loses is the chance that all is well. */
  fail(weights: Float64Array, action: number, into: Float64Array): void;
  /** Chance under each hypothesis that all is well once the action is done. */
  cures(action: number): Float64Array;
  /** Whether the action can change anything under one of the hypotheses. */
  matters(action: number): boolean;
  /** Of each cause, the weight of the hypotheses that hold it. */
  byCause(weights: Float64Array): Float64Array;
  /** The indexes of the causes that a hypothesis holds. */
  causes(hypothesis: number): readonly number[];
  /** The same world with nothing but these hypotheses and those that actions can turn them into, in order. */
  narrow(hypotheses: readonly number[]): { readonly world: World; readonly kept: Int32Array };
};
