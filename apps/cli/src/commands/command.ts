import type { Text } from '@duka/model';

/** A command of `duka`: its words, what it does, and its exit status. */
export type Command = {
  readonly name: string;
  readonly usage: string;
  readonly summary: Text;
  readonly details: readonly Text[];
  run(words: readonly string[]): Promise<number>;
};
