import type { Learned, Model } from '@duka/diagnosis';
import type { Actor, Lang } from '@duka/model';
import type { Plan } from './kit.ts';

/**
 * Knowledge as it lies in the page: as few bytes as a bad network allows. Numbers once, words by language, names of columns in no row.
 * Made by pack.ts where the page is built, read by unpack.ts.
 */
export type Packed = {
  readonly faults: Model['faults'];
  readonly causes: readonly (readonly [id: string, prior: number])[];
  readonly questions: readonly PackedQuestion[];
  readonly actions: readonly PackedAction[];
  /** The last action: always ends the trouble. */
  readonly call: PackedAction;
  readonly clashes: readonly (readonly [id: string, one: PackedAnswer, other: PackedAnswer])[];
  readonly alarms: readonly (readonly [id: string, when: PackedAnswer, action: string])[];
  readonly devices: readonly (readonly [models: readonly string[], forbids: readonly string[]])[];
  /** What was learned elsewhere, and is not in the numbers. */
  readonly learned: Learned | null;
  /** What the planner says of a course of which nothing is known. */
  readonly first: Plan['next'];
  /** In Chinese; what is said in English is a file of its own. */
  readonly words: PackedWords;
};

/** Chances: odds in whole numbers, of answers as they are meant; or as they are, behind a mark. */
export type PackedRow = readonly number[];
export const AS_THEY_ARE = -1;

/** `given`: a row, and the causes (by their place) that have it. No drawing: an empty name. */
export type PackedQuestion = readonly [
  id: string,
  cost: number,
  drawing: string,
  values: readonly string[],
  otherwise: PackedRow,
  given: readonly (readonly [row: PackedRow, ...causes: number[]])[],
];

/** `forbidden`: places in the words; `fixes`: a cause's place and a chance, in turn. */
export type PackedAction = readonly [
  id: string,
  cost: number,
  drawing: string,
  by: Actor,
  minutes: number,
  perMinute: number,
  forbidden: readonly number[],
  fixes: readonly number[],
];

export type PackedAnswer = readonly [observation: string, ...values: string[]];

/** In the order of the numbers. */
export type PackedWords = {
  readonly questions: readonly (readonly [text: string, hint: string, ...labels: string[]])[];
  /** Nothing for a step whose words come later. */
  readonly steps: readonly (readonly [text: string, ...steps: string[]] | readonly [])[];
  readonly forbidden: readonly string[];
  readonly clashes: readonly string[];
  readonly alarms: readonly string[];
  readonly devices: readonly PackedDevice[];
};

type PackedDevice = readonly [
  lights: readonly (readonly [shows: string, means: string])[],
  allowed: readonly string[],
  forbidden: readonly string[],
];

/**
 * Words that a course does not begin with: of causes, and of steps that others than the people at the counter do. By id. What Duka has
 * no words for has a name alone.
 */
export type PackedLater = {
  readonly [L in Lang]: {
    readonly causes: { readonly [id: string]: readonly string[] };
    readonly steps: { readonly [id: string]: PackedWords['steps'][number] };
  };
};
