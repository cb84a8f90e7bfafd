import { toHex, unhex } from '../bytes/hex.ts';
import { poolText } from '../bytes/text-pool.ts';
import type { WireError } from '../errors.ts';
import type { Text } from '../text.ts';
import type { TreeNode } from '../tree.ts';
import { CardFinder } from './card.ts';
import { ENCODING } from './encodings.ts';
import { startOf } from './frame-length.ts';
import { HEAD_NAMES, nameOf } from './names/index.ts';
import { saysEntryMode, saysHeader, saysMti, saysPart } from './names/meanings.ts';
import type { Field, Spec } from './spec.ts';
import { tlvNodes } from './tlv-tree.ts';
import { textsOf, writeValues } from './values.ts';
import { Layout, walk } from './walk.ts';

const ENTRY_MODE = 22;

type Place = { readonly field: Field; readonly start: number; readonly value: number; readonly end: number };

const named = (name: Text | undefined): { name?: Text } => (name ? { name } : {});
const saying = (says: Text | undefined): { says?: Text } => (says ? { says } : {});

function headNode(id: keyof typeof HEAD_NAMES, offset: number, end: number, value: string, says?: Text): TreeNode[] {
  if (end === offset) return [];
  return [{ offset, length: end - offset, id, name: HEAD_NAMES[id], value, ...saying(says) }];
}

/** Sub-fields lie one after the other among the digits of their field: their bytes are those that hold a digit of theirs. */
function partNodes({ field, value }: Place, text: string, spec: Spec): TreeNode[] {
  const isPacked = field.encoding !== ENCODING.ascii;
  const nodes: TreeNode[] = [];
  let at = 0;
  for (const { id, length } of field.row.parts ?? []) {
    if (at + length > text.length) break;
    const first = isPacked ? at >> 1 : at;
    const last = isPacked ? (at + length - 1) >> 1 : at + length - 1;
    const part = text.slice(at, at + length);
    const place = { offset: value + first, length: last - first + 1, id };
    nodes.push({ ...place, ...named(nameOf(spec.family, id)), value: part, ...saying(saysPart(id, part)) });
    at += length;
  }
  return nodes;
}

function childrenOf(bytes: Uint8Array, place: Place, text: string, spec: Spec): TreeNode[] {
  const { field, value, end } = place;
  if (field.row.parts) return partNodes(place, text, spec);
  if (!field.row.tlv || /^\**$/.test(text)) return [];
  if (text.length === (end - value) * 2) return tlvNodes(bytes, value, end, text, field.path, value, 1);
  const packed = unhex(bytes, value, end);
  return packed ? tlvNodes(packed, 0, packed.length, text, field.path, value, 2) : [];
}

function fieldNode(
  bytes: Uint8Array,
  place: Place,
  text: string,
  spec: Spec,
  troubles: readonly WireError[],
): TreeNode {
  const { field, start, end } = place;
  const error = troubles.find(({ detail }) => detail.path === field.path || detail.path.startsWith(`${field.path}.`));
  const children = childrenOf(bytes, place, text, spec);
  const isSecret = field.row.secret !== undefined || text.includes('*');
  return {
    offset: start,
    length: end - start,
    id: field.path,
    ...named(nameOf(spec.family, field.no)),
    value: text,
    ...(field.no === ENTRY_MODE && saying(saysEntryMode(text))),
    ...(isSecret && { secret: true as const }),
    ...(error && { error }),
    ...(children.length > 0 && { children }),
  };
}

/**
 * A message as a tree, with or without the length of its frame. What is wrong within a field is told at its node.
 * @throws WireError as `unpack`
 */
export function messageTree(bytes: Uint8Array, spec: Spec): TreeNode[] {
  const layout = new Layout();
  const start = startOf(bytes, spec);
  walk(bytes, spec, start, layout);
  const { tpdu, header, mti, bitmap, fields, type, troubles } = layout;
  const texts = textsOf(poolText(writeValues(bytes, spec, layout, new CardFinder())));
  const headerHex = toHex(bytes, header, mti);
  const nodes = [
    ...headNode('length', 0, start, toHex(bytes, 0, start)),
    ...headNode('tpdu', tpdu, header, toHex(bytes, tpdu, header)),
    ...headNode('header', header, mti, headerHex, spec.family === 'unionpay' ? saysHeader(headerHex) : undefined),
    ...headNode('mti', mti, bitmap, type, saysMti(type)),
    ...headNode('bitmap', bitmap, fields, toHex(bytes, bitmap, fields)),
  ];
  for (let index = 0; index < layout.count; index++) {
    const no = layout.no[index]!;
    const place = {
      field: spec.ready[no]!,
      start: layout.start[index]!,
      value: layout.value[index]!,
      end: layout.end[index]!,
    };
    nodes.push(fieldNode(bytes, place, texts[no]!, spec, troubles));
  }
  return nodes;
}
