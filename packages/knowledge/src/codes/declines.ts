/** Declines for want of money, or over a limit of amount or number: card, terminal and line are in order. */
export const MONEY_CODES: ReadonlySet<string> = new Set([
  'iso39:51',
  'iso39:61',
  'iso39:65',
  'iso39:N1',
  'androidpos:17',
  'androidpos:22',
  'androidpos:27',
]);

/** Declines for a kind of card, or of use, that is not taken here: no such issuer, issuer not connected, function not supported. */
export const NOT_ACCEPTED_CODES: ReadonlySet<string> = new Set(['iso39:15', 'iso39:31', 'iso39:40']);

/** Declines that name the card: expired, lost, stolen, restricted, dormant, to be taken in, or not known to its issuer. */
export const CARD_CODES: ReadonlySet<string> = new Set([
  'iso39:04',
  'iso39:07',
  'iso39:14',
  'iso39:21',
  'iso39:33',
  'iso39:36',
  'iso39:41',
  'iso39:42',
  'iso39:43',
  'iso39:54',
  'iso39:56',
  'iso39:62',
  'iso39:67',
]);
