import { type BitRow, bitNodes } from '../bit-table.ts';
import { readLength, readTag } from '../bytes/ber.ts';
import { Cursor } from '../bytes/cursor.ts';
import { HEX, toHex } from '../bytes/hex.ts';
import { WireError } from '../errors.ts';
import type { Text } from '../text.ts';
import type { TreeNode } from '../tree.ts';
import { shownBytes } from './shown.ts';
import { sayStatusWord } from './status-word.ts';
import { L1_ERRORS, L2_ERRORS, L3_ERRORS, MESSAGES, OUTCOMES, UI_STATUS } from './tables/contactless.ts';
import { ADDITIONAL_CAPABILITY_BITS, AIP_BITS, AUC_BITS, TERMINAL_CAPABILITY_BITS, TSI_BITS } from './tables/flags.ts';
import { TAGS, type TagKind, type TagRow } from './tables/tags.ts';
import { TVR_BITS } from './tables/tvr.ts';
import {
  CRYPTOGRAMS,
  CVM_CONDITIONS,
  CVM_METHODS,
  CVM_RESULTS,
  ENTRY_MODES,
  TERMINAL_TYPES,
  TRANSACTION_TYPES,
  type Values,
} from './tables/values.ts';

/** What a decoder makes of a value beside its place and name. */
export type Meaning = Pick<TreeNode, 'value' | 'says' | 'children' | 'secret' | 'error'>;
type Span = { readonly bytes: Uint8Array; readonly from: number; readonly to: number; readonly path: string };
type Read = (span: Span) => Meaning;

const NOTHING_SET: Text = { zh: '没有置位', en: 'no bit set' };
const NOT_GIVEN: Text = { zh: '标准没有规定', en: 'not given by the standards' };

const sayOf = (values: Values, hex: string): Text => values[hex] ?? NOT_GIVEN;

const flags =
  (rows: readonly BitRow[]): Read =>
  ({ bytes, from, to }) => {
    const children = bitNodes(rows, bytes, from, to - from);
    const value = toHex(bytes, from, to);
    return children.length > 0 ? { value, children } : { value, says: NOTHING_SET };
  };

const oneOf =
  (values: Values): Read =>
  ({ bytes, from, to }) => {
    const value = toHex(bytes, from, to);
    return { value, says: sayOf(values, value) };
  };

/** A part of a value at `from`, in hex. */
function part({ bytes }: Span, from: number, length: number, id: string, name: Text, says?: Text): TreeNode {
  const node = { offset: from, length, id, name, value: toHex(bytes, from, from + length) };
  return says === undefined ? node : { ...node, says };
}

const METHOD: Text = { zh: '方法', en: 'method' };
const CONDITION: Text = { zh: '条件', en: 'condition' };
const RESULT: Text = { zh: '结果', en: 'result' };
const NEXT: Text = { zh: '；不成功则用下一条', en: '; the next one if unsuccessful' };

/** The code 3F for "no CVM performed" has no flag in it. */
function sayMethod(code: number): Text {
  const says = sayOf(CVM_METHODS, HEX[code & 0x3f]!);
  return code & 0x40 && code !== 0x7f ? { zh: says.zh + NEXT.zh, en: says.en + NEXT.en } : says;
}

function cvmRule(span: Span, from: number, at: string): TreeNode[] {
  const { bytes } = span;
  return [
    part(span, from, 1, `method${at}`, METHOD, sayMethod(bytes[from]!)),
    part(span, from + 1, 1, `condition${at}`, CONDITION, sayOf(CVM_CONDITIONS, HEX[bytes[from + 1]!]!)),
  ];
}

const cvmResults: Read = (span) => {
  const { bytes, from, to } = span;
  const result = part(span, from + 2, 1, 'result', RESULT, sayOf(CVM_RESULTS, HEX[bytes[from + 2]!]!));
  return { value: toHex(bytes, from, to), children: [...cvmRule(span, from, ''), result] };
};

/** Two amounts X and Y, then rules of two bytes (EMV 4.4 Book 3, 10.5). */
const cvmList: Read = (span) => {
  const { bytes, from, to } = span;
  const children = [
    part(span, from, 4, 'X', { zh: '金额 X', en: 'amount X' }),
    part(span, from + 4, 4, 'Y', { zh: '金额 Y', en: 'amount Y' }),
  ];
  for (let at = from + 8, rule = 1; at + 2 <= to; at += 2, rule++) children.push(...cvmRule(span, at, String(rule)));
  return { value: toHex(bytes, from, to), children };
};

/** EMV 4.4 Book 3, 10.2: file, first and last record, how many of them are authenticated offline. */
const afl: Read = (span) => {
  const { bytes, from, to } = span;
  const children: TreeNode[] = [];
  for (let at = from; at + 4 <= to; at += 4) {
    const [file = 0, first = 0, last = 0, signed = 0] = bytes.subarray(at, at + 4);
    const says = {
      zh: `文件 ${file >> 3}，记录 ${first} 至 ${last}，其中 ${signed} 条参与脱机认证`,
      en: `file ${file >> 3}, records ${first} to ${last}, ${signed} of them authenticated offline`,
    };
    children.push(part(span, at, 4, `entry${children.length + 1}`, { zh: '条目', en: 'entry' }, says));
  }
  return { value: toHex(bytes, from, to), children };
};

const tagName = (tag: string): Text | null => {
  const row = (TAGS as { readonly [tag: string]: TagRow })[tag];
  return row ? { zh: row[0], en: row[1] } : null;
};

/** Tags, with a length each in a DOL (EMV 4.4 Book 3, 5.4). */
const tagList =
  (hasLengths: boolean): Read =>
  ({ bytes, from, to, path }) => {
    const cursor = new Cursor(bytes, path, from, to, true);
    const children: TreeNode[] = [];
    const value = toHex(bytes, from, to);
    try {
      while (cursor.left > 0) {
        const start = cursor.offset;
        const tag = readTag(cursor);
        const length = hasLengths ? readLength(cursor, tag) : null;
        const name = tagName(tag);
        const says = length === null ? null : { zh: `${length} 字节`, en: `${length} bytes` };
        const place = { offset: start, length: cursor.offset - start, id: `${children.length + 1}:${tag}` };
        children.push({ ...place, ...(name && { name }), ...(says && { says }) });
      }
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      return { value, children, error };
    }
    return { value, children };
  };

const digits: Read = ({ bytes, from, to, path }) => {
  const value = toHex(bytes, from, to);
  if (/^\d*F*$/.test(value)) return { value };
  return { value, error: new WireError('emv.digits', { path, offset: from, needed: '0-9', found: value }) };
};

const amount: Read = (span) => {
  const meaning = digits(span);
  if (meaning.error) return meaning;
  const minor = meaning.value?.replace(/^0+(?=.)/, '') ?? '';
  return {
    ...meaning,
    says: { zh: `${minor} 个最小货币单位（人民币为分）`, en: `${minor} minor units of the currency` },
  };
};

/** YYMMDD or HHMMSS, packed. */
const moment =
  (between: string, before: string): Read =>
  (span) => {
    const meaning = digits(span);
    if (meaning.error || meaning.value?.length !== 6) return meaning;
    const text = before + [0, 2, 4].map((at) => meaning.value?.slice(at, at + 2)).join(between);
    return { ...meaning, says: { zh: text, en: text } };
  };

const cryptogram: Read = ({ bytes, from }) => {
  const value = HEX[bytes[from]!]!;
  return { value, says: sayOf(CRYPTOGRAMS, HEX[bytes[from]! & 0xc0]!) };
};

const MESSAGE_NAME: Text = { zh: '提示', en: 'message' };

const errorIndication: Read = (span) => {
  const { bytes, from, to } = span;
  const byte = (at: number) => HEX[bytes[from + at]!]!;
  const status = toHex(bytes, from + 3, from + 5);
  const sw = { zh: '状态字', en: 'status word' };
  const children = [
    part(span, from, 1, 'L1', { zh: '底层', en: 'layer 1' }, sayOf(L1_ERRORS, byte(0))),
    part(span, from + 1, 1, 'L2', { zh: '应用层', en: 'layer 2' }, sayOf(L2_ERRORS, byte(1))),
    part(span, from + 2, 1, 'L3', { zh: '流程', en: 'layer 3' }, sayOf(L3_ERRORS, byte(2))),
    status === '0000' ? part(span, from + 3, 2, 'SW', sw) : part(span, from + 3, 2, 'SW', sw, sayStatusWord(status)),
    part(span, from + 5, 1, 'message', MESSAGE_NAME, sayOf(MESSAGES, byte(5))),
  ];
  return { value: toHex(bytes, from, to), children };
};

const outcome: Read = ({ bytes, from, to }) => ({
  value: toHex(bytes, from, to),
  says: sayOf(OUTCOMES, HEX[bytes[from]! & 0xf0]!),
});

const userInterface: Read = (span) => {
  const { bytes, from, to } = span;
  const children = [
    part(span, from, 1, 'message', MESSAGE_NAME, sayOf(MESSAGES, HEX[bytes[from]!]!)),
    part(span, from + 1, 1, 'status', { zh: '界面状态', en: 'status' }, sayOf(UI_STATUS, HEX[bytes[from + 1]!]!)),
  ];
  return { value: toHex(bytes, from, to), children };
};

/** How each kind of value is read. Its length was checked before, and that no card number is in it. */
export const READERS: { readonly [K in Exclude<TagKind, 'template'>]: Read } = {
  hex: ({ bytes, from, to }) => ({ value: toHex(bytes, from, to) }),
  n: digits,
  text: ({ bytes, from, to }) => shownBytes(bytes, from, to, true),
  dol: tagList(true),
  tags: tagList(false),
  date: moment('-', '20'),
  time: moment(':', ''),
  amount,
  tvr: flags(TVR_BITS),
  tsi: flags(TSI_BITS),
  aip: flags(AIP_BITS),
  auc: flags(AUC_BITS),
  capabilities: flags(TERMINAL_CAPABILITY_BITS),
  additionalCapabilities: flags(ADDITIONAL_CAPABILITY_BITS),
  cvmResults,
  cvmList,
  cryptogram,
  terminalType: oneOf(TERMINAL_TYPES),
  transactionType: oneOf(TRANSACTION_TYPES),
  entryMode: oneOf(ENTRY_MODES),
  afl,
  errorIndication,
  outcome,
  userInterface,
};
