/** With so many causes all their sets are weighed; with more, sets of up to three. */
export const ALL_SETS_UP_TO = 12;
export const LARGEST_SET = 3;

/** Sets of causes that are not empty: the members of set h are `members[k]` for k from `from[h]` up to `from[h + 1]`. */
export type Sets = { readonly size: number; readonly from: Int32Array; readonly members: Int32Array };

export function setsOf(causes: number): Sets {
  const largest = causes <= ALL_SETS_UP_TO ? causes : LARGEST_SET;
  const from = [0];
  const members: number[] = [];
  const set: number[] = [];
  const grow = (next: number): void => {
    for (let cause = next; cause < causes; cause++) {
      set.push(cause);
      members.push(...set);
      from.push(members.length);
      if (set.length < largest) grow(cause + 1);
      set.pop();
    }
  };
  grow(0);
  return { size: from.length - 1, from: Int32Array.from(from), members: Int32Array.from(members) };
}
