import type { TreeNode } from '@duka/wire';

/** A tree as lines: depth, place, id, value and what it says in English, so that a test can name all of it. */
export function outline(nodes: readonly TreeNode[], depth = 0): string[] {
  return nodes.flatMap((node) => {
    const { offset, length, id, value, says, error, secret, children = [] } = node;
    const parts = [
      `${offset}+${length}`,
      id,
      value,
      secret && 'secret',
      says && `"${says.en}"`,
      error && `!${error.code}`,
    ];
    const line = parts.filter((part) => part !== undefined && part !== '').join(' ');
    return ['  '.repeat(depth) + line, ...outline(children, depth + 1)];
  });
}
