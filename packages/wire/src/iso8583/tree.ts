import { toHex, unhex } from '../bytes/hex.ts';
import { readLatin1 } from '../bytes/latin1.ts';
import { POOL } from '../bytes/text-pool.ts';
import { WireError } from '../errors.ts';
import type { Text } from '../text.ts';
import type { TreeNode } from '../tree.ts';
import { CardFinder } from './card.ts';
import { ENCODING } from './encodings.ts';
import { startOf } from './frame-length.ts';
import { typeAt } from './message-type.ts';
import { HEAD_NAMES, nameOf } from './names/index.ts';
import { saysEntryMode, saysHeader, saysMti, saysPart, saysSecurity } from './names/meanings.ts';
import type { Field, Spec } from './spec.ts';
import { tlvNodes } from './tlv-tree.ts';
import { textsOf, writeValues } from './values.ts';
import { Layout, walk } from './walk.ts';

const { poolText } = POOL;

const ENTRY_MODE = 22;
const SECURITY_CONTROL = 53;

type Place = { readonly field: Field; readonly start: number; readonly value: number; readonly end: number };

const named = (name: Text | undefined): { name?: Text } => (name ? { name } : {});
const saying = (says: Text | undefined): { says?: Text } => (says ? { says } : {});

function headNode(id: keyof typeof HEAD_NAMES, offset: number, end: number, value: string, says?: Text): TreeNode[] {
  if (end === offset) return [];
  return [{ offset, length: end - offset, id, name: HEAD_NAMES[id], value, ...saying(says) }];
}

/** What the value of a field means as a whole. */
function saysField({ no }: Field, text: string, { family }: Spec): Text | undefined {
  if (no === ENTRY_MODE) return saysEntryMode(text);
  return no === SECURITY_CONTROL && family === 'unionpay' ? saysSecurity(text) : undefined;
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
  const says = saysField(field, text, spec);
  const isSecret = field.row.secret !== undefined || text.includes('*');
  return {
    offset: start,
    length: end - start,
    id: field.path,
    ...named(nameOf(spec.family, field.no)),
    value: text,
    ...saying(says),
    // It has the form of the field to the last digit: digits of a card do not end in so many zeros.
    ...(field.no === SECURITY_CONTROL && says && { plain: true as const }),
    ...(isSecret && { secret: true as const }),
    ...(error && { error }),
    ...(children.length > 0 && { children }),
  };
}

/** Walks as far as the input goes. @throws WireError where it is not just cut off within a field */
function walkAsFar(bytes: Uint8Array, spec: Spec, start: number, layout: Layout): WireError | undefined {
  try {
    walk(bytes, spec, start, layout);
    return undefined;
  } catch (error) {
    if (error instanceof WireError && error.kind === 'incomplete' && layout.count > 0) return error;
    throw error;
  }
}

const CUT: Text = { zh: '后面缺失', en: 'the rest is missing' };

/** The fields that a bitmap names. */
function saysBitmap({ places, count }: Layout): Text {
  const numbers = places
    .slice(0, count)
    .map(({ field }) => field!.no)
    .join(' ');
  return { zh: `域 ${numbers}`, en: `fields ${numbers}` };
}

/** Where all that it names was there, the bitmap is one. */
function bitmapNode(bytes: Uint8Array, spec: Spec, layout: Layout, isCut: boolean): TreeNode[] {
  const { bitmap, fields } = layout;
  const isHex = spec.rules.bitmap === 'hex';
  const value = isHex ? readLatin1(bytes, bitmap, fields - bitmap) : toHex(bytes, bitmap, fields);
  const nodes = headNode('bitmap', bitmap, fields, value);
  return isCut ? nodes : nodes.map((node) => ({ ...node, says: saysBitmap(layout), plain: true }));
}

/**
 * A message as a tree, with or without the length of its frame. What is wrong within a field is told at its node. Of one
 * that is cut off there is what came, with a node that says what is missing.
 * @param start where the message begins, after the length of its frame
 * @throws WireError as `unpack`; also of a message that is cut off, where one of its fields tells that it is read wrong
 */
export function messageTree(bytes: Uint8Array, spec: Spec, start = startOf(bytes, spec)): TreeNode[] {
  const layout = new Layout();
  const cut = walkAsFar(bytes, spec, start, layout);
  const end = writeValues(bytes, spec, layout, new CardFinder());
  const texts = textsOf(poolText(end), layout);
  const { tpdu, header, mti, bitmap, troubles } = layout;
  const type = typeAt(bytes, mti, spec.rules);
  // What is not even read to its end may be something else: then its fields are none, and may show what is secret.
  if (cut && troubles.length > 0) throw cut;
  const headerHex = toHex(bytes, header, mti);
  const nodes = [
    ...headNode('length', 0, start, toHex(bytes, 0, start)),
    ...headNode('tpdu', tpdu, header, toHex(bytes, tpdu, header)),
    ...headNode('header', header, mti, headerHex, spec.family === 'unionpay' ? saysHeader(headerHex) : undefined),
    ...headNode('mti', mti, bitmap, type, saysMti(type)),
    ...bitmapNode(bytes, spec, layout, cut !== undefined),
  ];
  for (let index = 0; index < layout.count; index++) {
    const { value, end } = layout.places[index]!;
    const field = layout.places[index]!.field!;
    const place = { field, start: value - field.prefix, value, end };
    nodes.push(fieldNode(bytes, place, texts[field.no]!, spec, troubles));
  }
  if (cut) {
    const offset = layout.places[layout.count - 1]!.end;
    nodes.push({ offset, length: bytes.length - offset, id: 'rest', name: CUT, error: cut });
  }
  return nodes;
}
