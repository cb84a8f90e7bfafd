import type { WireError } from './errors.ts';
import type { Text } from './text.ts';

/**
 * What every decoder gives for `duka decode`: the input as a tree. Children lie within their parent, in the order of the
 * bytes. Nothing in it is secret: a decoder masks before it makes a node.
 */
export type TreeNode = {
  /** In bytes, from the start of the whole input. */
  readonly offset: number;
  readonly length: number;
  /** The name in the standard's own terms, of one node among its siblings: `f22`, `9F26`, `b8` for a bit. */
  readonly id: string;
  readonly name?: Text;
  /** As it stands on the wire: digits, text, or hex in capitals; masked where `secret`. */
  readonly value?: string;
  /** What the value means. */
  readonly says?: Text;
  /** The value was masked or dropped. */
  readonly secret?: true;
  /** Holds no card number, though it may look like one: the decoder has made sure. */
  readonly plain?: true;
  /** Why the rest of this node could not be read; its siblings go on. */
  readonly error?: WireError;
  readonly children?: readonly TreeNode[];
};
