import type { Action } from '@duka/model';

/** A row of an action table: the id is its key; without a source it is an expert estimate. */
type ActionRow = Omit<Action, 'id' | 'source'> & { readonly source?: string };
export type ActionTable = Readonly<Record<string, ActionRow>>;
