/** What can be said to a menu besides one of its options. */
export type Way = 'back' | 'quit';

export type Menu = {
  /** Lines above the options. */
  readonly text: readonly string[];
  readonly options: readonly string[];
  /** What the keys do, in the reader's language. */
  readonly help: string;
};

/** Somebody who answers menus: the number of an option, or a way. The end of the input is to quit. */
export type Asker = { choose(menu: Menu): Promise<number | Way> };

export type Input = AsyncIterable<Buffer | string>;
export type Output = (text: string) => void;
