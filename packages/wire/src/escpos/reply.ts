import { HEX } from '../bytes/hex.ts';
import { WireError } from '../errors.ts';
import type { Text } from '../text.ts';
import type { TreeNode } from '../tree.ts';
import { FIXED_BITS, NEVER_SET, REPLIES, REPLY_BITS, type ReplyNumber } from './tables.ts';

const WELL: Text = { zh: '正常', en: 'well' };

/**
 * The byte that a printer sends to DLE EOT n. Logs often keep the status bits alone: that bits 1 and 4 are missing is
 * no error.
 * @param offset of the byte in the input
 */
export function decodeReply(n: ReplyNumber, byte: number, offset = 0): TreeNode {
  const id = `DLE EOT ${n}`;
  const head = { offset, length: 1, id, name: REPLIES[n], value: HEX[byte]! };
  if (byte & NEVER_SET) {
    const detail = { path: id, offset, needed: '0xx1xx10', found: byte.toString(2).padStart(8, '0') };
    return { ...head, error: new WireError('escpos.reply', detail) };
  }
  const children = REPLY_BITS.flatMap(([row, mask, zh, en]): TreeNode[] => {
    if (row !== n || (byte & mask) !== mask) return [];
    return [{ offset, length: 1, id: `b${31 - Math.clz32(mask)}`, value: HEX[mask]!, says: { zh, en } }];
  });
  return children.length > 0 ? { ...head, children } : { ...head, says: WELL };
}

/** Replies to DLE EOT 1, 2, 3 and 4 in that order: as many as there are bytes. */
export function decodeReplies(bytes: Uint8Array): readonly TreeNode[] {
  if (bytes.length < 1 || bytes.length > 4) {
    throw new WireError('escpos.length', { path: 'escpos', offset: 0, needed: '1-4', found: bytes.length });
  }
  return [...bytes].map((byte, at) => decodeReply((at + 1) as ReplyNumber, byte, at));
}

/** Whether every byte has the pattern that all replies have. */
export const areReplies = (bytes: Uint8Array): boolean =>
  bytes.length >= 1 && bytes.length <= 4 && bytes.every((byte) => (byte & (FIXED_BITS | NEVER_SET)) === FIXED_BITS);
