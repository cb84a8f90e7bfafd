/** Where a message or row stood: a line, a row, or a packet's number in its capture. */
export type Place = { readonly file: string; readonly line: number };

/** What a host log knows of a card, without its number. `weak`: the number was truncated, so that cards may share a token. */
export type CardSeen = {
  readonly card_ref?: string;
  readonly bin?: string;
  readonly service_code?: string;
  readonly weak?: true;
};

/** Fields by their ISO 8583 number (`22`, `60.5`), as written in the log; none of them is secret. */
export type HostFields = { readonly [number: string]: string | undefined };

/**
 * One message of a host log, or one row of an export. `time` is when the log saw it, `localTime` what fields 12 and 13 say,
 * both ms since 1970, null where unknown. `own` holds attempt fields that the log names itself.
 */
export type HostMessage = {
  readonly place: Place;
  readonly mti: string;
  readonly fields: HostFields;
  readonly card: CardSeen;
  readonly time: number | null;
  readonly localTime: number | null;
  /** Where it has no time at all: that of the message before it in the log. */
  readonly near?: number;
  /** The TCP connection that it came through. */
  readonly connection?: string;
  readonly own?: { readonly [field: string]: unknown };
};

/** How a request ended, as far as the log shows. */
type ExchangeEnd = 'answered' | 'silent' | 'link_lost';

/** A request with what came of it. A reversal whose original the log never saw stands as its own request. */
export type Exchange = {
  readonly request: HostMessage;
  readonly reply: HostMessage | null;
  readonly reversal: HostMessage | null;
  readonly end: ExchangeEnd;
};
