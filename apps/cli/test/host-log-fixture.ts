import type { AttemptRecord } from '@duka/sim';
import { pack, SPECS } from '@duka/wire/iso8583';

/** A message with when it was seen, ms since 1970, who sent it, and the terminal that it is about. */
export type Sent = {
  readonly time: number;
  readonly from: 'terminal' | 'host';
  readonly terminal: string;
  readonly bytes: Buffer;
};

const TPDU = { terminal: '6000030000', host: '6000000003' };
const ENTRY = { chip: '051', contactless: '071', magstripe: '021', qr: '031', manual: '011' } as const;
const { unionpay } = SPECS;

/** Luhn's digit (ISO/IEC 7812-1, Annex B), for numbers that are made up. */
function checkDigit(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .reduce(
      (total, digit, at) =>
        total + (at % 2 === 0 ? Math.floor(Number(digit) / 5) + ((2 * Number(digit)) % 10) : Number(digit)),
      0,
    );
  return (10 - (sum % 10)) % 10;
}

/** A made-up card number of that issuer range, one for each reference. */
export function cardNumber(bin: string, reference: string): string {
  let hash = 7;
  for (const letter of reference) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_000_007;
  const body = `${bin}${String(hash).padStart(10, '0')}`.slice(0, 15).padEnd(15, '0');
  return body + checkDigit(body);
}

/** What a UnionPay host sees of an attempt that got there: the request and, unless nothing came back, the reply. */
export function messagesOf(attempt: AttemptRecord, trace: number): Sent[] {
  const time = Date.parse(attempt.time);
  const local = new Date(time + 8 * 3_600_000).toISOString().replace(/\D/g, '');
  const stan = String(trace).padStart(6, '0');
  const identity = { 11: stan, 41: attempt.terminal_id.padEnd(8).slice(0, 8), 42: attempt.merchant_id ?? '' };
  const number = cardNumber(attempt.bin ?? '622202', attempt.card_ref ?? '');
  const isStripe = attempt.interface === 'magstripe';
  const request = {
    ...identity,
    2: number,
    3: '000000',
    4: String(attempt.amount_minor ?? 0).padStart(12, '0'),
    22: ENTRY[attempt.interface],
    25: '00',
    ...(attempt.service_code && { 35: `${number}D3012${attempt.service_code}0000000` }),
    49: '156',
    60: `22000001000${isStripe ? '5' : '6'}${attempt.fallback ? '2' : '1'}`,
  };
  const sent = [messageOf('terminal', time, '0200', request)];
  const [, code] = /iso39:(\w\w)/.exec(attempt.code ?? '') ?? [];
  if (attempt.reason === 'no_response') return sent;
  const reply = {
    ...identity,
    12: local.slice(8, 14),
    13: local.slice(4, 8),
    37: stan.padStart(12, '0'),
    39: code ?? '00',
  };
  return [...sent, messageOf('host', time + (attempt.rtt_ms ?? 0), '0210', reply)];
}

export function messageOf(
  from: Sent['from'],
  time: number,
  mti: string,
  fields: { readonly [no: number]: string },
): Sent {
  const bytes = Buffer.from(pack({ tpdu: TPDU[from], header: '603100311003', mti, fields }, unionpay));
  return { time, from, terminal: fields[41]?.trim() ?? '', bytes };
}

/** With its length before it. */
export function framed(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** `2026-11-03 09:00:00.123 RECV <hex>`, the length included or not. */
export const hexLog = (messages: readonly Sent[], withLength: boolean): string =>
  messages
    .map(({ time, from, bytes }) => {
      const at = new Date(time + 8 * 3_600_000).toISOString().replace('T', ' ').replace('Z', '');
      const hex = (withLength ? framed(bytes) : bytes).toString('hex').toUpperCase();
      return `${at} [worker-7] ${from === 'terminal' ? 'RECV' : 'SEND'} len=${bytes.length} data=[${hex}]\n`;
    })
    .join('');

/** A dump of several lines for each message, as xxd writes it. */
export const dumpLog = (messages: readonly Sent[]): string =>
  messages
    .map(({ time, bytes }) => {
      const at = new Date(time + 8 * 3_600_000).toISOString().replace('T', ' ').replace('Z', '');
      const whole = framed(bytes);
      const lines = Array.from({ length: Math.ceil(whole.length / 16) }, (_, i) => {
        const part = whole.subarray(16 * i, 16 * i + 16);
        const hex = (part.toString('hex').match(/.{2}/g) ?? []).join(' ').padEnd(47);
        const text = part.toString('latin1').replace(/[^ -~]/g, '.');
        return `${(16 * i).toString(16).padStart(4, '0')}: ${hex}  ${text}\n`;
      });
      return `${at} message of ${whole.length} bytes\n${lines.join('')}`;
    })
    .join('');
