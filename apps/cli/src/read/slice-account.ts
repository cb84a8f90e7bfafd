import type { TallyParts } from './tally.ts';
import { Tally } from './tally.ts';

/** What of an error crosses from one thread to another: enough for `systemCause`. */
export type Damage = { readonly code: string | undefined; readonly message: string };

/** What taking the slice of this number gave: `tally` counts lines from the slice's first, `damage` is why it could not be read. */
export type SliceTaken = {
  readonly number: number;
  readonly lines: number;
  readonly tally: TallyParts;
  readonly damage: Damage | null;
};

/** What the slices of a file gave, in whatever order they were taken. Only when all are there does a line get its number in the file. */
export class SliceAccount {
  readonly #taken: SliceTaken[] = [];
  isDamaged = false;

  add(taken: SliceTaken): void {
    this.#taken[taken.number] = taken;
    if (taken.damage) this.isDamaged = true;
  }

  /**
   * Adds to a tally what was refused and removed. Behind damage, lines are numbered as if nothing had been there.
   * @returns the number of lines up to the damage, if there is any
   */
  settle(tally: Tally): { readonly lines: number; readonly damage: Damage | null } {
    let before = 0;
    let first: { readonly lines: number; readonly damage: Damage } | null = null;
    for (const taken of this.#taken.filter((slice) => slice !== undefined)) {
      if (taken.damage) first ??= { lines: before, damage: taken.damage };
      tally.merge(Tally.of(taken.tally, before));
      before += taken.lines;
    }
    return first ?? { lines: before, damage: null };
  }
}
