/** With so many causes all their sets are weighed; with more, sets of up to three. */
export const ALL_SETS_UP_TO = 12;
export const LARGEST_SET = 3;

/** Sets of causes that are not empty, closed under removal; member k of set h is `members[k]` from `from[h]` to `from[h + 1]`. */
export type Sets = {
  readonly size: number;
  readonly from: Int32Array;
  readonly members: Int32Array;
  /** Beside each member, the set without it; -1 for the empty one. */
  readonly without: Int32Array;
};

export function setsOf(causes: number): Sets {
  const builder = new SetBuilder();
  if (causes <= ALL_SETS_UP_TO) addAll(builder, causes);
  else addSmall(builder, causes);
  return builder.sets();
}

/** In the order of their bit masks, from 1: the mask less one is the number of the set. */
function addAll(builder: SetBuilder, causes: number): void {
  for (let mask = 1; mask < 1 << causes; mask++) {
    for (let cause = 0; cause < causes; cause++)
      if (mask & (1 << cause)) builder.member(cause, (mask ^ (1 << cause)) - 1);
    builder.close();
  }
}

/** Single ones, then pairs, then triples, each in the order of their members. */
function addSmall(builder: SetBuilder, n: number): void {
  const pair = (i: number, j: number) => n + (i * (2 * n - i - 1)) / 2 + (j - i - 1);
  for (let i = 0; i < n; i++) {
    builder.member(i, -1);
    builder.close();
  }
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      builder.member(i, j);
      builder.member(j, i);
      builder.close();
    }
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++)
      for (let k = j + 1; k < n; k++) {
        builder.member(i, pair(j, k));
        builder.member(j, pair(i, k));
        builder.member(k, pair(i, j));
        builder.close();
      }
}

/** Only `wanted` and what is left of them when causes are removed; `kept` are their numbers of before, in order. */
export function closure(sets: Sets, wanted: readonly number[]): { readonly sets: Sets; readonly kept: Int32Array } {
  const number = new Map<number, number>();
  const rest = [...wanted];
  for (let h = rest.pop(); h !== undefined; h = rest.pop()) {
    if (number.has(h)) continue;
    number.set(h, -1);
    for (let k = sets.from[h]!; k < sets.from[h + 1]!; k++) if (sets.without[k]! >= 0) rest.push(sets.without[k]!);
  }
  const kept = Int32Array.from(number.keys()).sort();
  for (const [at, h] of kept.entries()) number.set(h, at);
  const builder = new SetBuilder();
  for (const h of kept) {
    for (let k = sets.from[h]!; k < sets.from[h + 1]!; k++)
      builder.member(sets.members[k]!, number.get(sets.without[k]!) ?? -1);
    builder.close();
  }
  return { sets: builder.sets(), kept };
}

class SetBuilder {
  readonly #from = [0];
  readonly #members: number[] = [];
  readonly #without: number[] = [];

  member(cause: number, without: number): void {
    this.#members.push(cause);
    this.#without.push(without);
  }

  close(): void {
    this.#from.push(this.#members.length);
  }

  sets(): Sets {
    return {
      size: this.#from.length - 1,
      from: Int32Array.from(this.#from),
      members: Int32Array.from(this.#members),
      without: Int32Array.from(this.#without),
    };
  }
}
