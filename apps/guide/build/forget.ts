/** A folder beside the builds, and when it was made (ms since 1970). */
export type Kept = { readonly name: string; readonly made: number };

/** Somebody who learns every day has one more build every day, and serves from the last. */
const MOST_OWN = 8;

/**
 * Which folders go: builds of other states of the sources, and the oldest with knowledge of somebody's own. What another process
 * is making (`new-…`) stays.
 */
export function toForget(folders: readonly Kept[], sources: string): readonly string[] {
  const done = folders.filter(({ name }) => !name.startsWith('new-'));
  const others = done.filter(({ name }) => name !== sources && !name.startsWith(`${sources}-`));
  const own = done.filter(({ name }) => name.startsWith(`${sources}-`)).sort((a, b) => b.made - a.made);
  return [...others, ...own.slice(MOST_OWN)].map(({ name }) => name);
}
