/**
 * What a kind of data must say of groups of leaves for the search. Evidence is a log-likelihood ratio in nats of "these
 * leaves have a cause in common" against "these leaves are as forecast".
 */
export type Measure = {
  /** Statistics of leaves that are added up over groups. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Evidence of a group from its sums, quickly. A group never has more than its parts together. */
  screen(a: number, b: number): number;
  /** No more than this can the sums prove, as whole groups may wander without any cause. */
  bound(a: number, b: number): number;
  /** Evidence of each leaf under what fits these leaves best together, into `evidence` by place; the fit's size. */
  fit(leaves: Int32Array, evidence: Float64Array): void;
  /** How much of the deviation these leaves make up, between 0 and 1 (or more where others deviate to the other side). */
  share(leaves: Int32Array): number;
};
