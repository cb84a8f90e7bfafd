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
  readonly tools: readonly Text[];
  readonly forbidden: readonly Text[];
  /** Chance that it removes the cause, where the cause is present. */
  readonly fixes: { readonly [C in CauseId]?: number };
  readonly source: Source;
};

export type Cause = {
  readonly id: CauseId;
  readonly name: Text;
  /** What it is. */
  readonly what: Text;
  /** How it shows itself. */
  readonly shows: Text;
  readonly prior: { readonly weight: number; readonly source: Source };
  /** Ids of actions, cheapest sensible first. */
  readonly remedies: readonly string[];
  readonly prevention: Text;
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
