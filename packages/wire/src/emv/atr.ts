import { HEX } from '../bytes/hex.ts';
import { WireError } from '../errors.ts';
import type { Text } from '../text.ts';
import type { TreeNode } from '../tree.ts';
import { ATR_RULES, type AtrBytes } from './atr-rules.ts';
import { shownBytes } from './shown.ts';

const SHORTEST = 2;
/** ISO/IEC 7816-3, 8.2.1: TS and at most 32 characters. */
const LONGEST = 33;

const t = (zh: string, en: string): Text => ({ zh, en });

/** Whether bytes begin as an answer to reset does. */
export const isAtr = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x3b || bytes[0] === 0x3f) && bytes.length >= SHORTEST && bytes.length <= LONGEST;

/** Where each interface byte stands, how many historical bytes follow, and the protocols that are offered. */
type Layout = {
  readonly interface: AtrBytes;
  readonly offsets: { readonly [id: string]: number };
  readonly end: number;
  readonly historical: number;
  readonly protocols: readonly number[];
  /** The interface byte that is missing. */
  readonly missing: string | null;
};

/** ISO/IEC 7816-3, 8.2: the high nibble of T0 and of each TD says which of the next TA to TD come. */
function layOut(bytes: Uint8Array): Layout {
  const values: { [id: string]: number } = {};
  const offsets: { [id: string]: number } = {};
  const protocols: number[] = [];
  let at = 2;
  let present = bytes[1]! >> 4;
  const layout = (missing: string | null): Layout => ({
    interface: values,
    offsets,
    end: at,
    historical: bytes[1]! & 0x0f,
    protocols,
    missing,
  });
  for (let group = 1; present !== 0; group++) {
    const next = ['TA', 'TB', 'TC', 'TD'].filter((_, bit) => present & (1 << bit));
    present = 0;
    for (const kind of next) {
      const id = `${kind}${group}`;
      if (at >= bytes.length) return layout(id);
      values[id] = bytes[at]!;
      offsets[id] = at++;
      if (kind !== 'TD') continue;
      protocols.push(values[id] & 0x0f);
      present = values[id] >> 4;
    }
  }
  return layout(null);
}

/**
 * An answer to reset, byte by byte, with what breaks a rule of EMV (Book 1, 8.3) or of ISO/IEC 7816-3 marked.
 * @throws WireError `emv.length` where its length cannot be one
 */
export function decodeAtr(bytes: Uint8Array): TreeNode {
  if (bytes.length < SHORTEST || bytes.length > LONGEST) {
    const detail = { path: 'atr', offset: 0, needed: `${SHORTEST}-${LONGEST}`, found: bytes.length };
    throw new WireError('emv.length', detail);
  }
  const head = { offset: 0, length: bytes.length, id: 'ATR', name: t('复位应答', 'answer to reset') };
  const whole = shownBytes(bytes, 0, bytes.length);
  // Bytes one by one would spell a card number that was taken for an ATR.
  if (whole.secret) return { ...head, ...whole };
  const layout = layOut(bytes);
  const children = [tsNode(bytes), t0Node(bytes, layout), ...interfaceNodes(bytes, layout)];
  return {
    ...head,
    says: sayProtocols(layout.protocols),
    children: layout.missing === null ? [...children, ...tailNodes(bytes, layout)] : children,
  };
}

function sayProtocols(protocols: readonly number[]): Text {
  const names = [...new Set(protocols.length === 0 ? [0] : protocols)].map((protocol) => `T=${protocol}`).join(' ');
  return t(`协议 ${names}`, `protocol ${names}`);
}

const byteNode = (bytes: Uint8Array, offset: number, id: string, more: Partial<TreeNode> = {}): TreeNode => ({
  offset,
  length: 1,
  id,
  value: HEX[bytes[offset]!]!,
  ...more,
});

const wrong = (id: string, offset: number, needed: string, found: number | string): WireError =>
  new WireError('atr.value', {
    path: `atr.${id}`,
    offset,
    needed,
    found: typeof found === 'number' ? HEX[found]! : found,
  });

function tsNode(bytes: Uint8Array): TreeNode {
  const ts = bytes[0]!;
  const name = t('约定', 'convention');
  if (ts === 0x3b) return byteNode(bytes, 0, 'TS', { name, says: t('正向约定', 'direct') });
  if (ts === 0x3f) return byteNode(bytes, 0, 'TS', { name, says: t('反向约定', 'inverse') });
  const says = t(
    '读到的是乱码：触点脏、接触不良或插反',
    'garbage: dirty contacts, bad contact, or the wrong way round',
  );
  return byteNode(bytes, 0, 'TS', { name, says, error: wrong('TS', 0, '3B, 3F', ts) });
}

function t0Node(bytes: Uint8Array, { historical }: Layout): TreeNode {
  return byteNode(bytes, 1, 'T0', {
    name: t('格式', 'format'),
    says: t(`历史字节 ${historical} 个`, `${historical} historical bytes`),
  });
}

function interfaceNodes(bytes: Uint8Array, layout: Layout): TreeNode[] {
  const nodes = Object.entries(layout.offsets).map(([id, offset]) => {
    const rule = ATR_RULES.find((row) => row.id === id && (row.when?.(layout.interface) ?? true));
    const isBroken = rule !== undefined && !rule.fits(bytes[offset]!, layout.interface);
    const error = isBroken ? wrong(id, offset, rule.needed, bytes[offset]!) : null;
    return byteNode(bytes, offset, id, { ...(rule && { name: rule.name }), ...(error && { error }) });
  });
  const { missing, end } = layout;
  const absent =
    missing ?? ATR_RULES.find((row) => row.isRequired?.(layout.interface) && !(row.id in layout.offsets))?.id;
  if (absent === undefined) return nodes;
  const name = ATR_RULES.find((row) => row.id === absent)?.name;
  const error = wrong(absent, end, absent, '-');
  return [...nodes, { offset: end, length: 0, id: absent, ...(name && { name }), error }];
}

function tailNodes(bytes: Uint8Array, { end, historical, protocols }: Layout): TreeNode[] {
  const nodes: TreeNode[] = [];
  const until = Math.min(bytes.length, end + historical);
  const name = t('历史字节', 'historical bytes');
  if (historical > 0) {
    const missing = end + historical - bytes.length;
    const detail = { path: 'atr.historical', offset: end, needed: historical, found: bytes.length - end };
    const error = missing > 0 ? new WireError('emv.length', detail) : null;
    const place = { offset: end, length: until - end, id: 'historical', name };
    nodes.push({ ...place, ...shownBytes(bytes, end, until), ...(error && { error }) });
    if (error) return nodes;
  }
  const isChecked = protocols.some((protocol) => protocol !== 0);
  if (isChecked) nodes.push(tckNode(bytes, until));
  const rest = isChecked ? until + 1 : until;
  if (bytes.length > rest) {
    const detail = { path: 'atr', offset: rest, needed: 0, found: bytes.length - rest };
    const error = new WireError('bytes.left', detail);
    nodes.push({ offset: rest, length: detail.found, id: 'rest', ...shownBytes(bytes, rest, bytes.length), error });
  }
  return nodes;
}

/** ISO/IEC 7816-3, 8.2.5: the exclusive or of T0 to TCK is 00; needed unless T=0 alone is offered. */
function tckNode(bytes: Uint8Array, offset: number): TreeNode {
  const name = t('校验字节', 'check byte');
  const sum = bytes.subarray(1, offset).reduce((all, byte) => all ^ byte, 0);
  if (offset >= bytes.length) {
    return { offset, length: 0, id: 'TCK', name, error: wrong('TCK', offset, HEX[sum]!, '-') };
  }
  if (bytes[offset] === sum) return byteNode(bytes, offset, 'TCK', { name, says: t('正确', 'right') });
  const says = t('有位读错：多为触点脏', 'bits were misread: mostly dirty contacts');
  return byteNode(bytes, offset, 'TCK', { name, says, error: wrong('TCK', offset, HEX[sum]!, bytes[offset]!) });
}
