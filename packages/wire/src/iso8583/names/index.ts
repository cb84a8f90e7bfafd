import type { Text } from '../../text.ts';
import type { SpecTable } from '../rows.ts';
import { ISO87_NAMES } from './iso87.ts';
import { ISO93_NAMES } from './iso93.ts';
import { UNIONPAY_NAMES, UNIONPAY_PARTS } from './unionpay.ts';

type Names = { readonly [key: string | number]: Text };

/** The names of the fields and sub-fields of a family of specifications. */
const FAMILY_NAMES = {
  iso87: ISO87_NAMES,
  iso93: { ...ISO87_NAMES, ...ISO93_NAMES },
  unionpay: { ...ISO87_NAMES, ...UNIONPAY_NAMES, ...UNIONPAY_PARTS },
} as const satisfies Record<SpecTable['family'], Names>;

/** What the parts before the fields are called. */
export const HEAD_NAMES = {
  length: { zh: '报文长度', en: 'message length' },
  tpdu: { zh: 'TPDU 传输协议数据单元', en: 'transport protocol data unit' },
  header: { zh: '报文头', en: 'message header' },
  mti: { zh: '报文类型', en: 'message type' },
  bitmap: { zh: '位图', en: 'bitmap' },
} as const satisfies Names;

export const nameOf = (family: SpecTable['family'], key: string | number): Text | undefined =>
  (FAMILY_NAMES[family] as Names)[key];
