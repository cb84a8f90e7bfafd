/**
 * Independent of the engine, and as plain as can be: sets of present causes as lists of names, every chance multiplied out.
 */
type Knowledge = {
  readonly causes: readonly { readonly id: string; readonly prior: number }[];
  readonly observations: readonly {
    readonly id: string;
    readonly values: readonly string[];
    readonly given: { readonly [cause: string]: readonly number[] };
    readonly otherwise: readonly number[];
  }[];
  readonly actions: readonly { readonly id: string; readonly fixes: { readonly [cause: string]: number } }[];
};

type Belief = Map<string, number>;
const name = (set: readonly string[]) => set.join('+');
const members = (set: string) => (set === '' ? [] : set.split('+'));

function subsets(list: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** list.length }, (_, mask) => list.filter((_, i) => (mask >> i) % 2 === 1));
}

/** The chance that each cause is present, after answers about the world as found, and then actions that did not end the trouble. */
export function presentChances(
  knowledge: Knowledge,
  seen: { readonly [id: string]: string },
  done: readonly string[],
  largest = Number.POSITIVE_INFINITY,
): { readonly [cause: string]: number } {
  let belief: Belief = new Map();
  for (const set of subsets(knowledge.causes.map(({ id }) => id))) {
    if (set.length === 0 || set.length > largest) continue;
    let chance = 1;
    for (const { id, prior } of knowledge.causes) chance *= set.includes(id) ? prior : 1 - prior;
    for (const [id, value] of Object.entries(seen)) {
      const { given, otherwise, values } = knowledge.observations.find((one) => one.id === id)!;
      let negative = 1 - otherwise[0]!;
      for (const cause of set) negative *= 1 - (given[cause]?.[0] ?? 0);
      chance *= value === values[0] ? 1 - negative : negative;
    }
    belief.set(name(set), chance);
  }
  for (const id of done) {
    const { fixes } = knowledge.actions.find((one) => one.id === id)!;
    const after: Belief = new Map();
    for (const [key, chance] of belief) {
      const set = members(key);
      for (const left of subsets(set)) {
        if (left.length === 0) continue;
        const way = set.reduce((all, c) => all * (left.includes(c) ? 1 - (fixes[c] ?? 0) : (fixes[c] ?? 0)), 1);
        after.set(name(left), (after.get(name(left)) ?? 0) + chance * way);
      }
    }
    belief = after;
  }
  const sum = [...belief.values()].reduce((a, b) => a + b, 0);
  return Object.fromEntries(
    knowledge.causes.map(({ id }) => [
      id,
      [...belief].reduce((all, [key, chance]) => all + (members(key).includes(id) ? chance / sum : 0), 0),
    ]),
  );
}
