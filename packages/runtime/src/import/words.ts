import type { Outcome } from '@duka/model';

/** Kinds of transaction in words, as an MTI with what tells it from others. The first that fits counts. */
const TYPES: readonly (readonly [
  RegExp,
  { readonly mti: string; readonly network?: string; readonly type?: string },
])[] = [
  [/冲正|reversal/i, { mti: '0400' }],
  [/签退|sign.?out|log.?off/i, { mti: '0820', network: '002' }],
  [/签到|sign.?in|log.?on/i, { mti: '0800', network: '003' }],
  [/回响|心跳|echo/i, { mti: '0820', network: '301' }],
  [/批上送|批次上送|batch upload/i, { mti: '0320' }],
  [/离线结算|完成通知|advice/i, { mti: '0220', type: '24' }],
  [/结算|轧账|settle/i, { mti: '0500' }],
  [/公钥/, { mti: '0800', network: '370' }],
  [/参数|下载|download/i, { mti: '0800', network: '360' }],
  [/状态上送|status upload/i, { mti: '0820', network: '362' }],
];

/** An MTI for a transaction type in words; anything that is not named otherwise is a financial request. */
export function readType(written: string | undefined): { mti: string; network?: string; type?: string } {
  return TYPES.find(([word]) => word.test(written ?? ''))?.[1] ?? { mti: '0200' };
}

type Ending = { readonly outcome: Outcome; readonly stage?: 'online'; readonly reason?: 'no_response' | 'link_lost' };

/** How a transaction ended, in words. A sale that was voided later had been done: the card was read and the host said yes. */
const STATUSES: readonly (readonly [RegExp, Ending])[] = [
  [
    /超时|无应答|未应答|无响应|time[sd]?.?out|no (?:response|reply)/i,
    { outcome: 'failed', stage: 'online', reason: 'no_response' },
  ],
  [/冲正|revers/i, { outcome: 'failed', stage: 'online', reason: 'link_lost' }],
  [/取消|cancel/i, { outcome: 'cancelled' }],
  [/未成功|不成功|未完成|失败|拒绝|异常|fail|declin|reject|refus|error/i, { outcome: 'failed' }],
  [/(?<![a-z])(?:not|non)(?![a-z])|(?:un|dis|in)(?:success|approv|complet)/i, { outcome: 'failed' }],
  [/成功|已撤销|已退货|完成|正常|承兑|success|approv|complet|void|^ok$/i, { outcome: 'ok' }],
];

export const readStatus = (written: string | undefined): Ending | undefined =>
  STATUSES.find(([word]) => word.test(written ?? ''))?.[1];

/** Field 39 of an export: alone, before its meaning (`00-交易成功`), or as a number that lost its zero. */
export function readResponseCode(written: string | undefined): string | undefined {
  const [, code] = /^[\s'"[(]*([0-9A-Za-z]{1,2})(?![0-9A-Za-z])/.exec(written ?? '') ?? [];
  return code?.toUpperCase().padStart(2, '0');
}
