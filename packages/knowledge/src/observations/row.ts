import type { Observation, Observer, Text } from '@duka/model';
import type { DrawingId } from '../drawings/index.ts';
import { EXPERT } from '../t.ts';
import type { Odds } from './likelihood.ts';
import { answered, givenOf } from './likelihood.ts';

/** A row of a table of questions: the id is its key; without a source it is an expert estimate. */
type QuestionRow = {
  readonly text: Text;
  readonly hint?: Text;
  /** Minutes of a cashier's time, with a queue that waits: a look or a memory 0.15 to 0.4, a trial 1 or more. */
  readonly cost: number;
  /** Each value with its label, in the order of the odds. */
  readonly values: { readonly [value: string]: Text };
  readonly odds: Odds;
  readonly otherwise: readonly number[];
  readonly drawing?: DrawingId;
  readonly source?: string;
};
export type QuestionTable = Readonly<Record<string, QuestionRow>>;

export const questions = (from: Observer, table: QuestionTable): readonly Observation[] =>
  Object.entries(table).map(([id, { values, odds, otherwise, source = EXPERT, ...row }]) => ({
    id,
    from,
    ...row,
    values: Object.keys(values),
    labels: values,
    given: givenOf(odds, answered),
    otherwise: answered(otherwise),
    source,
  }));
