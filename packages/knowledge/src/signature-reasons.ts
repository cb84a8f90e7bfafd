import type { Reason } from '@duka/model';
import { REASON_TABLE, REASONS } from '@duka/model';

/**
 * The reasons that the fleet engine tells apart: those of the contract, and three kinds of decline. `no_funds` is for want of money or over a
 * limit: its holder is declined again and again with a card that is in order. `not_accepted` is for a kind of card that is not taken here. The
 * others, by the contract's name, are for the card: blocked, expired, lost.
 */
const DECLINES = ['no_funds', 'not_accepted'] as const;
export type InnerReason = Reason | (typeof DECLINES)[number];
export const INNER_REASONS: readonly InnerReason[] = [...REASONS, ...DECLINES];

/** The reason that a log calls it by. */
export const reasonOf = (inner: InnerReason): Reason =>
  inner === 'no_funds' || inner === 'not_accepted' ? 'declined' : inner;

/** What a reason is of: see REASON_TABLE. */
export const innerReasonIsOf = (inner: InnerReason) => REASON_TABLE[reasonOf(inner)].of;
