import { readLength, readTag } from '../bytes/ber.ts';
import { Cursor } from '../bytes/cursor.ts';
import { toHex } from '../bytes/hex.ts';
import { WireError } from '../errors.ts';
import { mask } from '../secrecy.ts';
import { SECRET_TAGS } from '../secret-tags.ts';
import type { Text } from '../text.ts';
import type { TreeNode } from '../tree.ts';
import { shownBytes } from './shown.ts';
import { commandsOf, isStatusWord, sayStatusWord } from './status-word.ts';
import { TAGS, type TagRow } from './tables/tags.ts';
import type { Meaning } from './values.ts';
import { READERS } from './values.ts';

/** A template in a template in a template … is an attack on the stack. EMV needs three levels. */
const DEEPEST = 8;
const ROWS: { readonly [tag: string]: TagRow } = TAGS;
const BAD: Text = { zh: '无法读取', en: 'unreadable' };

/**
 * The data objects in the bytes from `start` up to `end`, named, explained and masked (EMV 4.4 Book 3, Annexes A and B).
 * What cannot be read ends its level with a node that says why; all before it stands.
 */
export function emvNodes(bytes: Uint8Array, start = 0, end = bytes.length, path = ''): readonly TreeNode[] {
  return nodesIn(new Cursor(bytes, path, start, end, true), 1);
}

function nodesIn(cursor: Cursor, depth: number): TreeNode[] {
  const nodes: TreeNode[] = [];
  while (cursor.left > 0) {
    const start = cursor.offset;
    if (isFiller(cursor)) {
      cursor.offset++;
      continue;
    }
    try {
      if (depth > DEEPEST) {
        throw new WireError('ber.depth', { path: cursor.path, offset: start, needed: DEEPEST, found: depth });
      }
      const tag = readTag(cursor);
      const length = readLength(cursor, tag);
      if (length > cursor.left && isConstructed(tag)) {
        nodes.push(cutTemplate(cursor, start, tag, length, depth));
        return nodes;
      }
      const value = cursor.part(length, tag);
      nodes.push({
        offset: start,
        length: value.end - start,
        id: tag,
        ...nameOf(tag),
        ...meaningOf(tag, value, depth),
      });
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      nodes.push({ offset: start, length: cursor.end - start, id: 'rest', name: BAD, error });
      return nodes;
    }
  }
  return nodes;
}

const isConstructed = (tag: string): boolean => (Number.parseInt(tag.slice(0, 2), 16) & 0x20) !== 0;

/** A template that promises more than there is: what came of it stands below. */
function cutTemplate(cursor: Cursor, start: number, tag: string, needed: number, depth: number): TreeNode {
  const { bytes, offset, end, left } = cursor;
  const path = cursor.at(tag);
  const error = new WireError('bytes.beyond', { path, offset, needed, found: left });
  const children = nodesIn(new Cursor(bytes, path, offset, end, true), depth + 1);
  const node = { offset: start, length: end - start, id: 'rest', name: BAD, ...nameOf(tag), error };
  return children.length > 0 ? { ...node, children } : node;
}

/**
 * Bytes between and after data objects (EMV Book 3, Annex B1): 00, and FF as far as nothing but fillers follows, since tags of the
 * contactless kernels begin with FF.
 */
function isFiller({ bytes, offset, end }: Cursor): boolean {
  if (bytes[offset] === 0x00) return true;
  for (let at = offset; at < end; at++) if (bytes[at] !== 0xff && bytes[at] !== 0x00) return false;
  return true;
}

function nameOf(tag: string): { readonly name?: Text } {
  const row = ROWS[tag];
  return row ? { name: { zh: row[0], en: row[1] } } : {};
}

function meaningOf(tag: string, value: Cursor, depth: number): Meaning {
  const secrecy = SECRET_TAGS[tag];
  if (secrecy !== undefined) {
    return { value: mask(toHex(value.bytes, value.offset, value.end), secrecy), secret: true };
  }
  if (isConstructed(tag)) return { children: nodesIn(value, depth + 1) };
  const row = ROWS[tag];
  const error = row ? lengthError(row, value) : null;
  const shown = shownBytes(value.bytes, value.offset, value.end);
  // Whatever the tag promises: a card number in the value hides it all.
  if (!row || error || shown.secret || row[2] === 'template') return { ...shown, ...(error && { error }) };
  return READERS[row[2]]({ bytes: value.bytes, from: value.offset, to: value.end, path: value.path });
}

function lengthError([, , , from, to = from]: TagRow, { path, offset, left }: Cursor): WireError | null {
  if (from === undefined || to === undefined || (left >= from && left <= to)) return null;
  const needed = from === to ? from : `${from}-${to}`;
  return new WireError('emv.length', { path, offset, needed, found: left });
}

const SW_NAME: Text = { zh: '状态字', en: 'status word' };

const AFTER: Text = { zh: '之后', en: 'after it' };

/** A status word, with what it says after certain commands. @param hex four digits in capitals */
function statusWordNode(hex: string, offset: number): TreeNode {
  const place = { offset, length: 2 };
  const node = { ...place, id: 'SW', name: SW_NAME, value: hex, says: sayStatusWord(hex) };
  const children = commandsOf(hex).map((command) => ({
    ...place,
    id: command,
    name: AFTER,
    says: sayStatusWord(hex, command),
  }));
  return children.length > 0 ? { ...node, children } : node;
}

/** Data objects, or a card's response: data objects and a status word. */
export function decodeEmv(bytes: Uint8Array): readonly TreeNode[] {
  const end = bytes.length - 2;
  const status = toHex(bytes, Math.max(0, end));
  if (end >= 0 && isStatusWord(status)) {
    const before = emvNodes(bytes, 0, end);
    const isWhole = !before.some(({ error, id }) => error !== undefined && id === 'rest');
    if (isWhole) return [...before, statusWordNode(status, end)];
  }
  return emvNodes(bytes);
}
