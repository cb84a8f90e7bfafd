import type { Tokenize } from '@duka/model';
import { cardToken, weakCardToken } from '@duka/model';
import type { CardSeen } from './host-message.ts';

/** Digits of the issuer range that are kept. */
const BIN = 6;
/** ISO/IEC 7812-1: 10 to 19 digits; shorter than 12 are no payment cards. */
const WHOLE = /^\d{12,19}$/;
const TRUNCATED = /^(\d{0,10})([*xX·•#_.-]+)(\d{0,6})$/;
/** ISO/IEC 7813 track 2, also as field 35 holds it in BCD: number, separator, expiry YYMM, service code. */
const TRACK_2 = /^;?(\d{12,19})[=Dd](?:\d{4}(\d{3})?)?/;

/**
 * What may be kept of a card: its token, issuer range and service code. The number itself goes no further than this.
 * @param number field 2 or a column of card numbers, whole or truncated
 * @param track2 field 35
 */
export function seeCard(number: string | undefined, track2: string | undefined, tokenize: Tokenize): CardSeen {
  const [, ofTrack, serviceCode] = TRACK_2.exec(track2?.trim() ?? '') ?? [];
  const written = (number ?? '').replace(/[\s'`]/g, '');
  const whole = WHOLE.test(written) ? written : ofTrack;
  const card = whole === undefined ? truncated(written, tokenize) : known(whole, tokenize);
  return serviceCode === undefined ? card : { ...card, service_code: serviceCode };
}

const known = (whole: string, tokenize: Tokenize): CardSeen => ({
  card_ref: cardToken(whole, tokenize),
  bin: whole.slice(0, BIN),
});

function truncated(written: string, tokenize: Tokenize): CardSeen {
  const [, lead = '', , tail = ''] = TRUNCATED.exec(written) ?? [];
  if (lead.length + tail.length < 4) return {};
  const weak = { card_ref: weakCardToken(lead, tail, written.length, tokenize), weak: true } as const;
  return lead.length >= BIN ? { ...weak, bin: lead.slice(0, BIN) } : weak;
}
