import type {
  Action,
  Alarm,
  Cause,
  CauseId,
  CauseProbability,
  Contradiction,
  Device,
  Lang,
  Observation,
} from '@duka/model';

/** A question as it is put to a cashier; each value's label is an answer. */
type Question = Pick<Observation, 'id' | 'text' | 'hint' | 'drawing' | 'values' | 'labels'>;

/** Something to do, and what must not be done on the way. */
export type Step = Pick<Action, 'id' | 'text' | 'steps' | 'by' | 'minutes' | 'forbidden' | 'drawing'>;

/** Whose hands are at the counter: what others do is a call for them. */
export const isHere = ({ by }: Pick<Step, 'by'>): boolean =>
  by === 'cashier' || by === 'manager' || by === 'cardholder';

/** Answers that cannot all be true, and what to say about it. */
type Clash = Pick<Contradiction, 'id' | 'between' | 'text'>;

/** What is known of a trouble. An answer of null is "don't know"; a skipped step could not be done here. `model` is the terminal's. */
export type Evidence = {
  readonly model: string | null;
  readonly finding: readonly CauseProbability[];
  readonly answers: { readonly [question: string]: string | null };
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
  /** Nothing more is asked: whoever stands there does not know. */
  readonly handsOnly: boolean;
};

/** Of a course that has just begun. */
export const NOTHING: Evidence = { model: null, finding: [], answers: {}, failed: [], skipped: [], handsOnly: false };

export type Plan = {
  readonly next: { readonly kind: 'ask' | 'do' | 'call'; readonly id: string };
  readonly causes: readonly CauseProbability[];
};

/** An answer, or a step that did not help, and how it moved a cause: log10 of the factor on its odds. */
export type Reason = { readonly id: string; readonly value: string | null; readonly weight: number };

/** Everything that the course needs to know of the world: words to show, and what to do next. */
export type Kit = {
  question(id: string): Question | undefined;
  step(id: string): Step | undefined;
  /** Knowledge of somebody else may have no more than a name for a cause. None is known before `whole`. */
  cause(id: string): (Pick<Cause, 'name'> & Partial<Pick<Cause, 'what' | 'prevention'>>) | undefined;
  /** Resolves once there are words in a language: the page holds one of them. */
  speaks(lang: Lang): Promise<void>;
  /** Resolves once the words are there that a course does not begin with: of causes, and of what others do. */
  whole(): Promise<void>;
  readonly clashes: readonly Clash[];
  /** Answers after which one thing is done at once. */
  readonly alarms: readonly Alarm[];
  /** What the maker says of a model; null where nobody read it. */
  device(model: string): Pick<Device, 'lights' | 'cleaning' | 'forbids'> | null;
  plan(evidence: Evidence): Plan;
  /** What made a cause likelier or less so, what moved it most first. */
  why(evidence: Evidence, cause: CauseId): Promise<readonly Reason[]>;
  /** What it was, now that a step has helped; best first. */
  cured(evidence: Evidence, helped: string): Plan['causes'];
  /** What was kept of closed cases, with this one added; null where it teaches nothing certain. */
  learn(kept: string | null, evidence: Evidence, helped: string): Promise<string | null>;
  /** Chances of the values of a question, in the order of its values. */
  chances(evidence: Evidence, question: string): readonly number[];
};

/** The words and rules of a kit, and what makers say. */
export type Said = Pick<Kit, 'question' | 'step' | 'cause' | 'speaks' | 'whole' | 'clashes' | 'alarms' | 'device'>;
