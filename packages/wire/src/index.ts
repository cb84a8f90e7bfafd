export { type Detail, ERRORS, type Kind, WireError, type WireErrorCode } from './errors.ts';
export { mask, type Secrecy } from './secrecy.ts';
export { SECRET_TAGS } from './secret-tags.ts';
export type { Text } from './text.ts';
export type { TreeNode } from './tree.ts';
