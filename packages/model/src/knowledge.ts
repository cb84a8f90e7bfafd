import type { CauseId } from './cause.ts';
import type { Actor } from './report.ts';
import type { Text } from './text.ts';
import type { Interface, Reason, Stage } from './vocabulary.ts';

/** Where a fact comes from: a document, or the words "expert estimate". */
export type Source = string;

/** One entry of a code dictionary, e.g. `iso39:55`. Weights over reasons sum to 1. */
export type CodeEntry = {
  readonly code: string;
  readonly stage: Stage | null;
  readonly reasons: { readonly [R in Reason]?: number };
  readonly meaning: Text;
  readonly source: Source;
  /** True where the code says that the sale was approved: it is not a failure by itself. */
  readonly success?: true;
  /** What to do about exactly this code, where the source or the field knows it. */
  readonly advice?: Text;
};

export type CodeNamespace = {
  readonly id: string;
  readonly title: Text;
  /** How values compare: hex digits (any case, 0x allowed), decimal numbers, or names. */
  readonly form: 'hex' | 'number' | 'name';
  readonly source: Source;
  readonly entries: readonly CodeEntry[];
};

export type Action = {
  readonly id: string;
  readonly by: Actor;
  /** Minutes of that person's time. */
  readonly minutes: number;
  readonly text: Text;
  /** One movement each, in a cashier's words, where hands are involved. */
  readonly steps?: readonly Text[];
  /** Id of a drawing. */
  readonly drawing?: string;
  readonly tools: readonly Text[];
  readonly forbidden: readonly Text[];
  /** Chance that it removes the cause, where the cause is present. */
  readonly fixes: { readonly [C in CauseId]?: number };
  readonly source: Source;
};

/** Who can tell: the log, by itself; a probe that is run; or people at the counter. Only the last is asked. */
export const OBSERVERS = ['log', 'probe', 'counter'] as const;
export type Observer = (typeof OBSERVERS)[number];

/** Something that can be seen of a trouble, with the chance of each value given each cause; rows sum to 1. */
export type Observation = {
  readonly id: string;
  readonly from: Observer;
  /** The question. */
  readonly text: Text;
  /** How to find out, where the question does not say it. */
  readonly hint?: Text;
  /** Minutes of a cashier's time; nothing for what the log tells by itself. */
  readonly cost: number;
  readonly values: readonly string[];
  /** Each value as an answer: short enough for a button. */
  readonly labels: { readonly [value: string]: Text };
  readonly given: { readonly [C in CauseId]?: readonly number[] };
  /** For the causes that `given` does not name. */
  readonly otherwise: readonly number[];
  /** Id of a drawing. */
  readonly drawing?: string;
  readonly source: Source;
};

/** An observation that was answered with one of these values. */
export type Answer = { readonly observation: string; readonly values: readonly string[] };

/** Two answers that cannot both be true, and what to say when the second question is asked again. */
export type Contradiction = {
  readonly id: string;
  /** Two of them. */
  readonly between: readonly Answer[];
  readonly text: Text;
};

/** An answer after which something is done at once, however likely any cause is. */
export type Alarm = { readonly id: string; readonly when: Answer; readonly action: string; readonly text: Text };

/** A picture without words: `title` is read out in its place, `body` are SVG elements in a box of 320 × 200. */
export type Drawing = { readonly id: string; readonly title: Text; readonly body: string };

export type QuizQuestion = {
  readonly question: Text;
  readonly options: readonly Text[];
  /** Index of the right option. */
  readonly right: number;
  readonly why: Text;
};

/** How something is done at the counter, page by page, and a check of what was learned. */
export type Lesson = {
  readonly id: string;
  readonly title: Text;
  readonly pages: readonly { readonly text: Text; readonly drawing: string }[];
  readonly quiz: readonly QuizQuestion[];
};

/** What a maker says of its terminals. Only what a document says is here. */
export type Device = {
  readonly id: string;
  readonly name: Text;
  /** A `model` as records name it belongs here if it holds one of these; case, spaces and signs do not count. */
  readonly models: readonly string[];
  readonly lights: readonly { readonly shows: Text; readonly means: Text }[];
  /** How it may be cleaned, and what must never be done to it. */
  readonly cleaning: { readonly allowed: readonly Text[]; readonly forbidden: readonly Text[] };
  /** Ids of actions that the maker forbids on it. */
  readonly forbids: readonly string[];
  readonly source: Source;
};

export type Cause = {
  readonly id: CauseId;
  readonly name: Text;
  /** What it is. */
  readonly what: Text;
  /** How it shows itself. */
  readonly shows: Text;
  /** `weight`: share of the troubles that a log shows. `counter`: share of those that a cashier calls 读卡失败. */
  readonly prior: { readonly weight: number; readonly counter: number; readonly source: Source };
  /** Ids of actions, cheapest sensible first. */
  readonly remedies: readonly string[];
  readonly prevention: Text;
  /** How the counter goes on taking payments until it is cured, where that takes more than a minute. */
  readonly meanwhile?: Text;
};

/** A documented case: what happened, what was seen, what was done, how it ended. */
export type Case = {
  readonly id: string;
  readonly title: Text;
  readonly setting: Text;
  readonly story: Text;
  readonly evidence: readonly Text[];
  readonly cause: CauseId;
  readonly remedy: Text;
  readonly outcome: Text;
  readonly lesson: Text;
  readonly interfaces: readonly Interface[];
  readonly keywords: readonly string[];
  readonly source: Source;
};
