import { HostLog } from '../../src/import/host-log.ts';
import type { HostMessage } from '../../src/import/host-message.ts';

/** Stands for the keyed token of the installation: never the number. */
export const tokenize = (secret: string): string => `tok_${'abcdefghij'.slice(0, secret.length % 10)}`;
export const CHINA = () => 480;
/** 2026-11-03T09:00:00+08:00 */
export const NINE = Date.UTC(2026, 10, 3, 1);
export const REFERENCE = NINE + 3_600_000;

/** Published for testing. */
export const CARD = '6222020000001234567';

/** A message `seconds` after nine, at line `seconds` of a log. */
export function message(seconds: number, mti: string, fields: HostMessage['fields'], more = {}): HostMessage {
  return {
    place: { file: 'host.log', line: seconds },
    mti,
    fields: { '41': '33087586', ...fields },
    card: {},
    time: NINE + seconds * 1000,
    localTime: null,
    ...more,
  };
}

export const sale = (seconds: number, trace: string, more = {}): HostMessage =>
  message(seconds, '0200', { '3': '000000', '4': '000000001250', '11': trace, '22': '051', ...more });

export const reply = (seconds: number, trace: string, code: string): HostMessage =>
  message(seconds, '0210', { '11': trace, '39': code });

export const reversal = (seconds: number, trace: string, more = {}): HostMessage =>
  message(seconds, '0400', { '4': '000000001250', '11': trace, '22': '051', ...more });

/** How each attempt ended, in the order in which that was known: `trace outcome reason-or-code`. */
export function endingsOf(messages: readonly HostMessage[], bounds?: ConstructorParameters<typeof HostLog>[1]) {
  const log = new HostLog(CHINA, bounds);
  for (const one of messages) log.take(one);
  log.end();
  const endings = log
    .drain()
    .map(({ record }) => [record.trace, record.outcome, record.reason ?? record.code].filter(Boolean).join(' '));
  return { endings, summary: log.summary()! };
}
