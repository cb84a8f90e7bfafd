import type { Action } from '@duka/model';
import type { DrawingId } from '../drawings/index.ts';

/** A row of an action table: the id is its key; without a source it is an expert estimate. */
type ActionRow = Omit<Action, 'id' | 'source' | 'drawing'> & {
  readonly source?: string;
  readonly drawing: DrawingId;
};
export type ActionTable = Readonly<Record<string, ActionRow>>;
