import type { Text } from '../../text.ts';

/** What UnionPay terminals use differently or more narrowly than ISO 8583:1987. */
export const UNIONPAY_NAMES = {
  11: { zh: '受卡方系统跟踪号（终端流水号）', en: 'terminal trace number' },
  41: { zh: '受卡机终端标识码（终端号）', en: 'terminal number' },
  42: { zh: '受卡方标识码（商户号）', en: 'merchant number' },
  43: { zh: '商户名称', en: 'merchant name' },
  58: { zh: 'PBOC 电子钱包交易信息', en: 'PBOC purse transaction' },
  59: { zh: '终端唯一标识、位置等', en: "terminal's unique number, location" },
  60: { zh: '自定义域', en: 'private: transaction type, batch, capability' },
  61: { zh: '原始信息域', en: 'original transaction' },
  62: { zh: '自定义域（密钥、参数、终端信息）', en: 'private: keys, parameters, terminal' },
  63: { zh: '自定义域（操作员等）', en: 'private: operator' },
} as const satisfies { readonly [no: number]: Text };

/** The sub-fields of fields 60 and 61. */
export const UNIONPAY_PARTS = {
  '60.1': { zh: '交易类型码', en: 'transaction type' },
  '60.2': { zh: '批次号', en: 'batch number' },
  '60.3': { zh: '网络管理信息码', en: 'network management code' },
  '60.4': { zh: '终端读取能力', en: 'reading capability of the terminal' },
  '60.5': { zh: 'IC 卡条件代码', en: 'condition of the chip' },
  '60.6': { zh: '支持部分扣款和返回余额', en: 'partial debit and balance return' },
  '60.7': { zh: '账户类型', en: 'account type' },
  '61.1': { zh: '原批次号', en: 'original batch number' },
  '61.2': { zh: '原流水号', en: 'original trace number' },
  '61.3': { zh: '原交易日期', en: 'original date' },
} as const satisfies { readonly [id: string]: Text };
