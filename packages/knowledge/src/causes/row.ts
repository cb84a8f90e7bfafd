import type { Cause, CauseDomain, CauseId } from '@duka/model';
import type { ActionId } from '../actions/index.ts';

/**
 * A row of a cause table: the id is its key. `weight` is how often it is the cause of a trouble that a log shows, `counter`
 * of one that a cashier calls 读卡失败: logs do not hear of a card that was turned round. Each sums to 1 over all rows.
 */
export type CauseRow = Omit<Cause, 'id' | 'prior' | 'remedies'> & {
  readonly weight: number;
  readonly counter: number;
  readonly remedies: readonly ActionId[];
};

/** Every cause of a domain and no other, by the compiler's word. */
export type CauseTable<D extends CauseDomain> = { readonly [Id in Extract<CauseId, `${D}.${string}`>]: CauseRow };
