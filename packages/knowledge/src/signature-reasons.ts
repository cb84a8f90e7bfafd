import type { Reason } from '@duka/model';
import { REASON_TABLE, REASONS } from '@duka/model';

/**
 * The reasons that the fleet engine tells apart: those of the contract, and of the declines those for want of money or over a limit. A holder
 * without money is declined again and again with a card that is in order.
 */
export type InnerReason = Reason | 'no_funds';
export const INNER_REASONS: readonly InnerReason[] = [...REASONS, 'no_funds'];

/** The reason that a log calls it by. */
export const reasonOf = (inner: InnerReason): Reason => (inner === 'no_funds' ? 'declined' : inner);

/** What a reason is of: see REASON_TABLE. */
export const innerReasonIsOf = (inner: InnerReason) => REASON_TABLE[reasonOf(inner)].of;
