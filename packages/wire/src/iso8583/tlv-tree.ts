import { readLength, readTag } from '../bytes/ber.ts';
import { Cursor } from '../bytes/cursor.ts';
import { emvNodes } from '../emv/index.ts';
import type { TreeNode } from '../tree.ts';

/** Where the value of a primitive data object begins. */
function valueStart(bytes: Uint8Array, { offset, length }: TreeNode): number {
  const cursor = new Cursor(bytes, '', offset, offset + length, true);
  readLength(cursor, readTag(cursor));
  return cursor.offset;
}

/**
 * The data objects from `start` up to `end`, at the place where they stand in a message: from `at` on, where each of their
 * bytes takes `width`. Whatever `hex`, the masked text of their field, hides is hidden here too.
 */
export function tlvNodes(
  bytes: Uint8Array,
  start: number,
  end: number,
  hex: string,
  path: string,
  at: number,
  width: number,
): TreeNode[] {
  const move = ({ offset, length }: TreeNode) => ({ offset: at + (offset - start) * width, length: length * width });
  const moved = (node: TreeNode): TreeNode => ({
    ...node,
    ...move(node),
    ...(node.children && { children: node.children.map(moved) }),
  });
  const shown = (node: TreeNode): TreeNode => {
    const { offset, length, children, id, name } = node;
    const isConstructed = (bytes[offset]! & 0x20) !== 0;
    if (isConstructed && children) return { ...node, ...move(node), children: children.map(shown) };
    const masked = hex.slice((offset - start) * 2, (offset - start + length) * 2);
    if (node.error || node.secret || !masked.includes('*')) return moved(node);
    const value = masked.slice((valueStart(bytes, node) - offset) * 2);
    return { ...move(node), id, ...(name && { name }), value, secret: true };
  };
  return emvNodes(bytes, start, end, path).map(shown);
}
