import type { Text } from '@duka/model';
import type { HostFields } from './host-message.ts';

/** What a message is about. Only `financial` ones are attempts; `reversal` changes one. */
export const MESSAGE_KINDS = {
  financial: { zh: '交易', en: 'transactions' },
  reversal: { zh: '冲正', en: 'reversals' },
  advice: { zh: '离线结算、完成通知', en: 'advices of earlier transactions' },
  batch_upload: { zh: '批上送', en: 'batch uploads' },
  settlement: { zh: '结算', en: 'settlements' },
  notice: { zh: '脚本结果等通知', en: 'notices (script results)' },
  sign_in: { zh: '签到（含下载工作密钥）', en: 'sign-ins (with key download)' },
  sign_out: { zh: '签退', en: 'sign-outs' },
  cashier: { zh: '收银员签到', en: 'cashier log-ons' },
  echo: { zh: '回响测试', en: 'echo tests' },
  parameters: { zh: '参数下载', en: 'parameter downloads' },
  ca_keys: { zh: '公钥下载', en: 'CA key downloads' },
  status: { zh: '状态上送', en: 'status uploads' },
  management: { zh: '其他管理类', en: 'other management' },
} as const satisfies { readonly [kind: string]: Text };
export type MessageKind = keyof typeof MESSAGE_KINDS;

/** Second digit of the MTI (ISO 8583:1987, 4.1): the class of message. */
const CLASSES: { readonly [digit: string]: MessageKind } = {
  1: 'financial',
  2: 'financial',
  3: 'batch_upload',
  4: 'reversal',
  5: 'settlement',
  6: 'notice',
};

/** Field 60.1 of a financial message that tells of what was done before: 24 completion advice, 30 offline settlement. */
const ADVICES = new Set(['24', '30']);

/** Field 60.3 of UnionPay's network management messages. */
const MANAGEMENT: ReadonlyMap<string, MessageKind> = new Map(
  Object.entries({
    '001': 'sign_in',
    '003': 'sign_in',
    '004': 'sign_in',
    '005': 'sign_in',
    '002': 'sign_out',
    '201': 'settlement',
    '202': 'batch_upload',
    '207': 'batch_upload',
    '301': 'echo',
    '360': 'parameters',
    '362': 'status',
    '370': 'ca_keys',
    '371': 'ca_keys',
    '372': 'ca_keys',
    '380': 'parameters',
    '381': 'parameters',
    '382': 'parameters',
    '401': 'cashier',
    '951': 'notice',
  } as const),
);

export function kindOf(mti: string, fields: HostFields): MessageKind {
  const kind = CLASSES[mti[1] ?? ''];
  if (kind === 'financial') return ADVICES.has(fields['60.1'] ?? '') ? 'advice' : 'financial';
  return kind ?? MANAGEMENT.get(fields['60.3'] ?? '') ?? 'management';
}

/** Third digit of the MTI: odd ones answer (ISO 8583:1987, 4.1). */
export const isReply = (mti: string): boolean => Number(mti[2]) % 2 === 1;
