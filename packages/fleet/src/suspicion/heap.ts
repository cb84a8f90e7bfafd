/** Items of which the greatest by `rank` is at hand; among equals the one that was put in first. Ranks are read when an item is put in. */
export class Heap<T> {
  readonly #rank: (item: T) => number;
  readonly #items: { readonly item: T; readonly rank: number; readonly order: number }[] = [];
  #order = 0;

  constructor(rank: (item: T) => number) {
    this.#rank = rank;
  }

  push(item: T): void {
    this.#items.push({ item, rank: this.#rank(item), order: this.#order++ });
    let at = this.#items.length - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#before(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  pop(): T | undefined {
    const top = this.#items[0];
    const last = this.#items.pop();
    if (top === undefined || last === undefined) return undefined;
    if (top !== last) {
      this.#items[0] = last;
      this.#sink();
    }
    return top.item;
  }

  #sink(): void {
    for (let at = 0; ; ) {
      let first = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < this.#items.length && this.#before(below, first)) first = below;
      }
      if (first === at) return;
      this.#swap(at, first);
      at = first;
    }
  }

  #before(a: number, b: number): boolean {
    const [one, other] = [this.#items[a]!, this.#items[b]!];
    return one.rank > other.rank || (one.rank === other.rank && one.order < other.order);
  }

  #swap(a: number, b: number): void {
    const item = this.#items[a]!;
    this.#items[a] = this.#items[b]!;
    this.#items[b] = item;
  }
}
