import { readEntryMode } from './entry-mode.ts';
import type { CardSeen, HostFields } from './host-message.ts';

/** Field 60.4: the terminal reads stripes only. */
const STRIPE_ONLY = '2';
/** Field 60.5: the chip was tried and failed. */
const CHIP_FAILED = '2';

/**
 * Whether a stripe was read because a chip could not be used. The international schemes say so in field 22 (80). UnionPay does
 * not: it leaves 02x there and sets 60.5 to 2; failing that, the first digit of the service code, 2 or 6, says that the card has
 * a chip, which a terminal that can read chips must try first (ISO/IEC 7813; Q/CUP rules for chip cards on stripes).
 * @param fields of a message whose card was read from its stripe
 * @returns undefined where nothing of it is known
 */
export function isFallback(fields: HostFields, card: CardSeen): boolean | undefined {
  if (readEntryMode(fields['22'])?.fallback || fields['60.5'] === CHIP_FAILED) return true;
  if (fields['60.4'] === STRIPE_ONLY) return false;
  return card.service_code === undefined ? undefined : /^[26]/.test(card.service_code);
}
