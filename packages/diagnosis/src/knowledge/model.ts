import type { Actor, Alarm, Contradiction, Observer, Text } from '@duka/model';

export const KNOWLEDGE_SCHEMA = 'duka.knowledge/1';
export const FAULTS = ['single', 'independent'] as const;

export type ModelCause = { readonly id: string; readonly prior: number; readonly text: Text | null };

export type ModelObservation = {
  readonly id: string;
  readonly cost: number;
  readonly values: readonly string[];
  /** Chance of each value by cause; a cause that is not named has `otherwise`. */
  readonly given: ReadonlyMap<string, readonly number[]>;
  readonly otherwise: readonly number[];
  /** What a log or a probe tells by itself is evidence, never a question. */
  readonly from: Observer;
  readonly text: Text | null;
  /** The values in words. */
  readonly labels: ReadonlyMap<string, Text>;
};

export type ModelAction = {
  readonly id: string;
  readonly cost: number;
  /** Chance by cause that the action removes it. */
  readonly fixes: ReadonlyMap<string, number>;
  /** How long it takes whoever does it, and what a minute of that costs; the cost itself where the file does not say. */
  readonly minutes: number;
  readonly perMinute: number;
  /** Who does it, where the file says. */
  readonly by: Actor | null;
  readonly text: Text | null;
};

/** A knowledge file, checked (docs/formats/knowledge.schema.json). Costs are in one unit throughout. */
export type Model = {
  readonly faults: (typeof FAULTS)[number];
  readonly causes: readonly ModelCause[];
  readonly observations: readonly ModelObservation[];
  readonly actions: readonly ModelAction[];
  /** Answers that cannot both be true, and what is done at once after an answer: for those who ask people. */
  readonly contradictions: readonly Contradiction[];
  readonly alarms: readonly Alarm[];
  /** Always ends the trouble. */
  readonly call: { readonly id: string; readonly cost: number; readonly text: Text | null };
};
