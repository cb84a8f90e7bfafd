import { INNER_REASONS, innerReasonIsOf, reasonOf } from '@duka/knowledge/signatures';
import type { Reason } from '@duka/model';
import { INTERFACES, REASON_TABLE } from '@duka/model';
import type { Frame } from '../log/frame.ts';
import type { Witness } from './known-or-not.ts';

/** Of the parts of failures that know their round trip: expert estimate. */
const TYPICAL = { offline: 0.1, any: 0.3, asked: 0.5, answered: 0.95 } as const;
type Reach = keyof typeof TYPICAL;
const REACH_OF_REASON: { readonly [R in Reason]?: Reach } = {
  not_signed_in: 'any',
  unknown: 'any',
  cancelled_by_operator: 'any',
};
const REACHES: readonly Reach[] = INNER_REASONS.map((inner): Reach => {
  const reason = reasonOf(inner);
  const of = innerReasonIsOf(inner);
  if (of === 'network') return 'asked';
  return REACH_OF_REASON[reason] ?? (of === 'host' || REASON_TABLE[reason].stage === 'print' ? 'answered' : 'offline');
});

/** Who never asked its host has no round trip to tell of: not a read that failed, nor a wrong PIN that the chip refused. */
export const replyKnown = ({ number }: Frame): Witness => ({
  knows: (row) => !Number.isNaN(number.rtt_ms[row]!),
  faces: new Set(INTERFACES),
  reaches: REACHES,
  typical: TYPICAL,
  power: 1,
});
