import { HEX } from './bytes/hex.ts';
import type { Text } from './text.ts';
import type { TreeNode } from './tree.ts';

/** byte (from 1), mask, zh, en: a flag, or a field of bits that says something when all of them are set. */
export type BitRow = readonly [byte: number, mask: number, zh: string, en: string];

const RESERVED: Text = { zh: '保留位，标准没有规定', en: 'reserved, not given by the standard' };

/** The highest bit of a mask, as the standards count them: 8 for 80. */
const bitOf = (mask: number): number => 32 - Math.clz32(mask);

/** The flags that are set in the bytes from `offset` on, one node each; set bits that no row knows are said to be reserved. */
export function bitNodes(rows: readonly BitRow[], bytes: Uint8Array, offset: number, length: number): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let at = 0; at < length; at++) {
    const value = bytes[offset + at]!;
    const known = rows.filter(([byte]) => byte === at + 1);
    const node = (mask: number, says: Text): TreeNode => ({
      offset: offset + at,
      length: 1,
      id: `${at + 1}.b${bitOf(mask)}`,
      value: HEX[mask]!,
      says,
    });
    for (const [, mask, zh, en] of known) if ((value & mask) === mask) nodes.push(node(mask, { zh, en }));
    const unknown = known.reduce((left, [, mask]) => left & ~mask, value);
    for (let mask = 0x80; mask > 0; mask >>= 1) if (unknown & mask) nodes.push(node(mask, RESERVED));
  }
  return nodes;
}
