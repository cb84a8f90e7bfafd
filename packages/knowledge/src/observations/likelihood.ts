import type { CauseId } from '@duka/model';

/** Odds of an observation's values for each cause, in any unit. */
export type Odds = { readonly [C in CauseId]?: readonly number[] };

/** The same odds for several causes. */
export const all = (causes: readonly CauseId[], odds: readonly number[]): Odds =>
  Object.fromEntries(causes.map((cause) => [cause, odds]));

/** Odds as chances that sum to 1. */
export const shares = (odds: readonly number[]): readonly number[] => {
  const sum = odds.reduce((a, b) => a + b, 0);
  return odds.map((odd) => odd / sum);
};

/** How often somebody in a hurry taps just any answer. Without it one wrong tap would rule the true cause out for good. */
const SLIP = 0.03;

export const answered = (odds: readonly number[]): readonly number[] =>
  shares(odds).map((share) => (1 - SLIP) * share + SLIP / odds.length);

export const givenOf = (
  odds: Odds,
  chances: (odds: readonly number[]) => readonly number[],
): { readonly [C in CauseId]?: readonly number[] } =>
  Object.fromEntries(Object.entries(odds).map(([cause, row]) => [cause, chances(row)]));

export const HEAD = ['hardware.magstripe_head_worn', 'hardware.magstripe_head_dirty'] as const;
export const CONTACTS = ['hardware.chip_contacts_dirty', 'hardware.chip_contacts_worn'] as const;
export const PRINTER = ['hardware.printer_head_worn', 'hardware.printer_paper'] as const;
/** The line from the terminal to the internet. */
const LINE = ['network.down', 'network.unstable', 'network.slow', 'network.signal_weak'] as const;
/** All that stands between a card that was read and its issuer. */
export const NETWORK = [
  ...LINE,
  'network.misconfigured',
  'network.acquirer_host_down',
  'network.issuer_unreachable',
] as const;
/** How the card is brought to the reader. */
export const HANDS = [
  'operation.wrong_method',
  'operation.swipe_technique',
  'operation.insert_technique',
  'operation.removed_early',
  'operation.indicator_misread',
] as const;
export const CARD = [
  'card.stripe_damaged',
  'card.chip_damaged',
  'card.unsupported',
  'card.blocked_or_expired',
] as const;
/** The reader cannot read, whatever the card. */
export const READER = [
  ...HEAD,
  ...CONTACTS,
  'hardware.contactless_antenna',
  'hardware.reader_module',
  'software.reader_firmware',
] as const;
