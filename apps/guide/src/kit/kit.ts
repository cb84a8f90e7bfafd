import type { Actor, CauseId, CauseProbability, Text } from '@duka/model';

/** A question as it is put to a cashier; each value's label is an answer. */
export type Question = {
  readonly id: string;
  readonly text: Text;
  readonly hint?: Text;
  readonly drawing?: string;
  readonly values: readonly string[];
  readonly labels: { readonly [value: string]: Text };
};

/** Something to do, and what must not be done on the way. */
type Step = {
  readonly id: string;
  readonly text: Text;
  readonly steps?: readonly Text[];
  readonly by: Actor;
  readonly minutes: number;
  readonly forbidden: readonly Text[];
  readonly drawing?: string;
};

type CauseWords = { readonly name: Text; readonly what: Text; readonly prevention: Text };

type Answered = { readonly observation: string; readonly values: readonly string[] };

/** Two answers that cannot both be true, and what to say about it. */
export type Clash = { readonly id: string; readonly between: readonly [Answered, Answered]; readonly text: Text };

/** What is known of a trouble. An answer of null is "don't know"; a skipped step could not be done here. */
export type Evidence = {
  readonly finding: readonly CauseProbability[];
  readonly answers: { readonly [question: string]: string | null };
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
};

/** `expectedCost` in minutes of a cashier's time until the trouble is gone. */
type Plan = {
  readonly next: { readonly kind: 'ask' | 'do' | 'call'; readonly id: string };
  readonly causes: readonly CauseProbability[];
  readonly expectedCost: number;
};

/** Everything that the course needs to know of the world: words to show, and what to do next. */
export type Kit = {
  question(id: string): Question | undefined;
  step(id: string): Step | undefined;
  cause(id: CauseId): CauseWords | undefined;
  readonly clashes: readonly Clash[];
  plan(evidence: Evidence): Plan;
  /** Chances of the values of a question, in the order of its values. */
  chances(evidence: Evidence, question: string): readonly number[];
};
