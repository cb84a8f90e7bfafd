/**
 * What is known of a trouble. `null` (or a word for it, where that is no value of the observation) is the answer
 * "don't know": it says nothing, and the question is not asked again.
 */
export type Request = {
  readonly observations: { readonly [id: string]: string | null };
  /** Actions that were tried, each of which did not end the trouble. */
  readonly done: readonly string[];
  /** Fields of a record of the attempt: each answers the observation that has its name, where that has its value. */
  readonly context?: { readonly [field: string]: unknown } | null;
};

/** How it is where the trouble is: what the knowledge cannot say. */
export type Terms = {
  /** Actions that cannot be done there. */
  readonly without: readonly string[];
  /** What each question costs more than the knowledge says; null where nobody is there to be asked. */
  readonly asking: number | null;
};

export const USUAL_TERMS: Terms = { without: [], asking: 0 };

/** A request in the model's numbers; `value` is -1 for "don't know". */
export type Known = {
  readonly seen: readonly { readonly observation: number; readonly value: number; readonly at: string }[];
  readonly done: readonly { readonly action: number; readonly at: string }[];
};
