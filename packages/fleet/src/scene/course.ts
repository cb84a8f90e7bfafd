import { INNER_REASONS, reasonOf } from '@duka/knowledge/signatures';
import type { Reason } from '@duka/model';
import { REASON_TABLE } from '@duka/model';

/**
 * How an attempt that fails comes to its end: the terminal refuses at once, or hangs; the card is not read, or none comes; the holder errs, or does
 * nothing; nothing can be sent, or nothing comes back; or all goes its way to an answer, or to the printer.
 */
export type Course =
  | 'refused'
  | 'hung'
  | 'unread'
  | 'no_card'
  | 'holder'
  | 'idle_holder'
  | 'unsent'
  | 'unanswered'
  | 'whole';

/** Of the others their stage tells it; null where a reason may end an attempt at any time. */
const OF_REASON: { readonly [R in Reason]?: Course | null } = {
  no_card: 'no_card',
  no_response_rf: 'no_card',
  pin_timeout: 'idle_holder',
  link_down: 'unsent',
  dns_failed: 'unsent',
  connect_failed: 'unsent',
  tls_failed: 'unsent',
  not_signed_in: 'unsent',
  no_response: 'unanswered',
  link_lost: 'unanswered',
  tamper: 'refused',
  frozen: 'hung',
  busy: null,
};

function courseOf(reason: Reason): Course | null {
  const own = OF_REASON[reason];
  if (own !== undefined) return own;
  const { stage } = REASON_TABLE[reason];
  if (stage === null) return null;
  if (stage === 'cvm') return 'holder';
  return stage === 'online' || stage === 'print' ? 'whole' : 'unread';
}

/** The course of each of INNER_REASONS. */
export const COURSE_OF_INNER: readonly (Course | null)[] = INNER_REASONS.map((inner) => courseOf(reasonOf(inner)));
