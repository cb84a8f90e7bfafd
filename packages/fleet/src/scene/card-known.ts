import { INNER_REASONS, reasonOf } from '@duka/knowledge/signatures';
import type { Reason, Stage } from '@duka/model';
import { REASON_TABLE } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import type { Frame } from '../log/frame.ts';
import type { Witness } from './known-or-not.ts';

/** Of the parts of failures that know their card: expert estimate. */
const TYPICAL = { unread: 0.6, halfway: 0.75, read: 0.95 } as const;
type Reach = keyof typeof TYPICAL;
const REACH_OF_STAGE: { readonly [S in Stage]?: Reach } = {
  detect: 'unread',
  power_up: 'unread',
  cvm: 'read',
  online: 'read',
  complete: 'read',
  print: 'read',
};
const REACH_OF_REASON: { readonly [R in Reason]?: Reach } = {
  rf_lost: 'unread',
  blank: 'unread',
  start_sentinel: 'unread',
  parity: 'unread',
  lrc: 'unread',
  partial: 'unread',
  // The service code that asks for the chip stands on the stripe.
  chip_required: 'read',
};
const REACHES: readonly Reach[] = INNER_REASONS.map((inner) => {
  const reason = reasonOf(inner);
  const { stage } = REASON_TABLE[reason];
  return REACH_OF_REASON[reason] ?? (stage === null ? undefined : REACH_OF_STAGE[stage]) ?? 'halfway';
});

/** A read that failed seldom knows the card; a PIN or a host's answer comes after it was read. */
export const cardKnown = (frame: Frame): Witness => ({
  knows: knowerOf(frame),
  faces: new Set(['chip', 'contactless', 'magstripe']),
  reaches: REACHES,
  typical: TYPICAL,
  // Records of one terminal leave out the same things, so that several are hardly more evidence than one.
  power: 0.5,
});

function knowerOf({ text, event, events }: Frame): (row: number) => boolean {
  const card = text.card_ref.codes;
  const bin = text.bin.codes;
  const byServiceCode = events.map(({ cardHasChip }) => cardHasChip !== null);
  return (row) => card[row] !== UNKNOWN || bin[row] !== UNKNOWN || byServiceCode[event[row]!]!;
}
