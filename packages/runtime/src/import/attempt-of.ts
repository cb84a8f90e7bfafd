import { decodeCode } from '@duka/knowledge';
import { formatTime } from '../intake/time.ts';
import { readAmount, readCurrency } from './amounts.ts';
import { readEntryMode } from './entry-mode.ts';
import { isFallback } from './fallback.ts';
import type { Exchange, HostMessage } from './host-message.ts';
import type { LeftOut } from './left-out.ts';
import type { Zone } from './local-time.ts';
import { offsetAt } from './local-time.ts';

/** A record in the form of the input contract: the intake looks at it as at any other. What is undefined is not known. */
export type HostRecord = { readonly [field: string]: unknown };

export const isApproved = (code: string): boolean => decodeCode(`iso39:${code}`)?.success === true;

/**
 * What came of an exchange, as the contract says it; null where an answer says nothing. A reversal says that the terminal did not
 * complete what the host approved: the answer did not get through to its end.
 */
function endingOf({ reply, reversal, end }: Exchange): HostRecord | null {
  if (end === 'silent') return { outcome: 'failed', stage: 'online', reason: 'no_response' };
  const code = reply?.fields['39'];
  if (end === 'link_lost' || (reversal && code !== undefined && isApproved(code))) {
    return { outcome: 'failed', stage: 'online', reason: 'link_lost' };
  }
  return code === undefined ? null : { outcome: isApproved(code) ? 'ok' : 'failed', code: `iso39:${code}` };
}

/**
 * One exchange → one record, or why it is none. Fields come from the request, or from the reply where the request lacks them; what
 * an export names itself (`own`) goes before what is derived.
 */
export function attemptOf(exchange: Exchange, zone: Zone): HostRecord | LeftOut {
  const { request, reply, reversal } = exchange;
  const field = (number: string): string | undefined => request.fields[number] ?? reply?.fields[number];
  const own = request.own ?? reply?.own;
  const card = request.card.card_ref === undefined ? { ...reply?.card, ...request.card } : request.card;
  const terminal = own?.terminal_id ?? field('41');
  if (terminal === undefined) return 'no_terminal';
  const mode = readEntryMode(field('22'));
  const at = own?.interface ?? mode?.interface;
  if (at === null) return 'no_card';
  if (at === undefined) return 'no_entry_mode';
  const time = request.time ?? request.localTime ?? reply?.localTime ?? request.near ?? null;
  if (time === null) return 'no_time';
  const ending = own?.outcome === undefined ? endingOf(exchange) : {};
  if (ending === null) return 'no_code';
  const written = formatTime(time, offsetAt(time, zone));
  return {
    time: written,
    terminal_id: terminal,
    interface: at,
    ...ending,
    attempt_id: idOf(request, String(terminal), written),
    merchant_id: field('42'),
    acquirer: field('32'),
    card_ref: card.card_ref,
    bin: card.bin,
    service_code: card.service_code,
    fallback: at === 'magstripe' ? isFallback({ ...reply?.fields, ...request.fields }, card) : undefined,
    rtt_ms: roundTrip(request, reply),
    amount_minor: readAmount(field('4'), 'minor'),
    currency: readCurrency(field('49')),
    trace: field('11'),
    batch: field('60.2'),
    reference: field('37'),
    processing_code: field('3'),
    reversal_code: reversal?.fields['39'],
    ...own,
  };
}

/** The same sale has the same id however often it is imported: terminal, day, batch and trace number. */
function idOf({ fields }: HostMessage, terminal: string, time: string): string | undefined {
  const day = time.slice(0, 4) + time.slice(5, 7) + time.slice(8, 10);
  return fields['11'] === undefined ? undefined : `${terminal}:${day}:${fields['60.2'] ?? ''}:${fields['11']}`;
}

function roundTrip(request: HostMessage, reply: HostMessage | null): number | undefined {
  if (request === reply || request.time === null || reply?.time == null) return undefined;
  const ms = reply.time - request.time;
  return ms >= 0 ? ms : undefined;
}
