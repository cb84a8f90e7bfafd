import type { Rules } from './rows.ts';
import { makeSpec, type Spec } from './spec.ts';
import { ISO87 } from './tables/iso87.ts';
import { ISO93 } from './tables/iso93.ts';
import { UNIONPAY } from './tables/unionpay.ts';

const ASCII: Rules = {
  digits: 'ascii',
  binary: 'hex',
  bitmap: 'hex',
  lengths: 'ascii',
  odd: { fixed: 'right', variable: 'left' },
  frame: { lengths: 'binary', bytes: 2, counts: 'rest' },
  tpdu: 0,
  header: 0,
};

const BINARY: Rules = { ...ASCII, digits: 'bcd', binary: 'raw', bitmap: 'raw', lengths: 'bcd' };

/** 2-byte length, TPDU, header of 12 digits, packed digits on the left. */
const TERMINAL: Rules = { ...BINARY, odd: { fixed: 'left', variable: 'left' }, tpdu: 5, header: 6 };

export type SpecId = 'unionpay' | 'iso87-ascii' | 'iso87-binary' | 'iso93-ascii' | 'iso93-binary';

/** The specifications that come with the package; every acquirer's own is one of these with a dialect over it. */
export const SPECS: { readonly [id in SpecId]: Spec } = {
  unionpay: makeSpec({
    id: 'unionpay',
    name: { zh: '银联终端报文', en: 'UnionPay terminal message' },
    family: 'unionpay',
    rules: TERMINAL,
    fields: { ...ISO87, ...UNIONPAY },
  }),
  'iso87-ascii': makeSpec({
    id: 'iso87-ascii',
    name: { zh: 'ISO 8583:1987 字符格式', en: 'ISO 8583:1987 in ASCII' },
    family: 'iso87',
    rules: ASCII,
    fields: ISO87,
  }),
  'iso87-binary': makeSpec({
    id: 'iso87-binary',
    name: { zh: 'ISO 8583:1987 压缩格式', en: 'ISO 8583:1987 in binary' },
    family: 'iso87',
    rules: BINARY,
    fields: ISO87,
  }),
  'iso93-ascii': makeSpec({
    id: 'iso93-ascii',
    name: { zh: 'ISO 8583:1993 字符格式', en: 'ISO 8583:1993 in ASCII' },
    family: 'iso93',
    rules: ASCII,
    fields: ISO93,
  }),
  'iso93-binary': makeSpec({
    id: 'iso93-binary',
    name: { zh: 'ISO 8583:1993 压缩格式', en: 'ISO 8583:1993 in binary' },
    family: 'iso93',
    rules: BINARY,
    fields: ISO93,
  }),
};
