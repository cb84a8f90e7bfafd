import type { Cause, CauseDomain, CauseId } from '@duka/model';
import type { ActionId } from '../actions/index.ts';

/** A row of a cause table: the id is its key. `weight` is how often it is the cause of a trouble; all rows sum to 1. */
export type CauseRow = Omit<Cause, 'id' | 'prior' | 'remedies'> & {
  readonly weight: number;
  readonly remedies: readonly ActionId[];
};

/** Every cause of a domain and no other, by the compiler's word. */
export type CauseTable<D extends CauseDomain> = { readonly [Id in Extract<CauseId, `${D}.${string}`>]: CauseRow };
