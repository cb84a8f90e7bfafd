import { total } from '../belief/weights.ts';
import type { Problem, Repair } from './problem.ts';

/** A rate below this part of the start's mass is rounding. */
const NOTHING = 1e-12;
/** What is free costs next to nothing: a rate stays a number. */
const FREE = 1e-9;
/** Rates only fall, so that the best repair stands among those that were within this part of the best of a while ago. */
const SHORT_LIST = 0.6;

/**
 * How the causes wear off as repairs are done and trouble is still there, and how much each repair would remove for its cost. One
 * object serves many courses: it keeps its memory.
 */
export class Wear {
  readonly #holds: Problem['holds'];
  readonly #repairs: Problem['repairs'];
  readonly #single: boolean;
  readonly #touching: readonly Touching[];
  readonly #present: Float64Array;
  readonly #gone: Float64Array;
  readonly #rates: Float64Array;
  /** Places of the repairs whose rate was at least `#level` when they were listed, in order; none other has more. */
  readonly #listed: Int32Array;
  #count = 0;
  #level = 0;
  #weights: Float64Array;
  #least = 0;
  /** The chance that trouble is still there, times the sum of the weights. */
  mass = 0;

  constructor({ holds, repairs, stays, weights }: Problem) {
    this.#holds = holds;
    this.#repairs = repairs;
    this.#single = holds.members.length === holds.size;
    this.#touching = touchingOf(repairs, stays.length);
    this.#present = new Float64Array(stays.length);
    this.#gone = new Float64Array(stays.length);
    this.#rates = new Float64Array(repairs.length);
    this.#listed = new Int32Array(repairs.length);
    this.#weights = weights;
  }

  /** @param stays by cause, the chance that what was done has left it */
  start(weights: Float64Array, stays: Float64Array): void {
    const { size, from, members } = this.#holds;
    this.#weights = weights;
    this.#present.fill(0);
    for (let h = 0; h < size; h++)
      for (let k = from[h]!; k < from[h + 1]!; k++) this.#present[members[k]!]! += weights[h]! * stays[members[k]!]!;
    for (let cause = 0; cause < stays.length; cause++) this.#gone[cause] = 1 - stays[cause]!;
    this.mass = this.#single ? total(this.#present) : this.#sum();
  }

  /** Makes `mostForCost` ready, from here on. */
  rate(): void {
    this.#least = this.mass * NOTHING;
    this.#rates.fill(0);
    for (let cause = 0; cause < this.#present.length; cause++) this.#change(cause, this.#present[cause]!);
    this.#count = 0;
  }

  do({ causes, chances }: Repair): void {
    for (let k = 0; k < causes.length; k++) {
      const cause = causes[k]!;
      const removed = this.#present[cause]! * chances[k]!;
      this.#present[cause]! -= removed;
      this.#gone[cause]! += (1 - this.#gone[cause]!) * chances[k]!;
      this.mass -= removed;
    }
    if (!this.#single) this.mass = this.#sum();
  }

  /** The place of the repair that removes most for its cost, which is then done; -1 where none removes anything. */
  doMostForCost(): number {
    let best = this.#bestListed();
    if (best < 0) {
      this.#list();
      best = this.#bestListed();
    }
    if (best < 0) return best;
    const { causes, chances } = this.#repairs[best]!;
    for (let k = 0; k < causes.length; k++) this.#change(causes[k]!, -this.#present[causes[k]!]! * chances[k]!);
    this.#rates[best] = Number.NEGATIVE_INFINITY;
    this.do(this.#repairs[best]!);
    return best;
  }

  /** -1 where none of those that are listed is sure to be the best of all. */
  #bestListed(): number {
    const rates = this.#rates;
    let best = -1;
    let most = this.#level;
    for (let k = 0; k < this.#count; k++) {
      const r = this.#listed[k]!;
      if (rates[r]! > most) {
        most = rates[r]!;
        best = r;
      }
    }
    return best;
  }

  #list(): void {
    const rates = this.#rates;
    let most = this.#least;
    for (let r = 0; r < rates.length; r++) if (rates[r]! > most) most = rates[r]!;
    this.#level = Math.max(this.#least, most * SHORT_LIST);
    this.#count = 0;
    for (let r = 0; r < rates.length; r++) if (rates[r]! > this.#level) this.#listed[this.#count++] = r;
  }

  #change(cause: number, by: number): void {
    const { repairs, rates } = this.#touching[cause]!;
    for (let k = 0; k < repairs.length; k++) this.#rates[repairs[k]!]! += by * rates[k]!;
  }

  #sum(): number {
    const { size, from, members } = this.#holds;
    let sum = 0;
    for (let h = 0; h < size; h++) {
      let gone = 1;
      for (let k = from[h]!; k < from[h + 1]!; k++) gone *= this.#gone[members[k]!]!;
      sum += this.#weights[h]! * (1 - gone);
    }
    return sum;
  }
}

/** The repairs that may remove a cause, and for each its chance divided by its cost. */
type Touching = { readonly repairs: Int32Array; readonly rates: Float64Array };

function touchingOf(repairs: readonly Repair[], causes: number): readonly Touching[] {
  const lists: { repair: number; rate: number }[][] = Array.from({ length: causes }, () => []);
  for (const [repair, { cost, causes: touched, chances }] of repairs.entries())
    for (let k = 0; k < touched.length; k++)
      lists[touched[k]!]!.push({ repair, rate: chances[k]! / Math.max(cost, FREE) });
  return lists.map((list) => ({
    repairs: Int32Array.from(list, ({ repair }) => repair),
    rates: Float64Array.from(list, ({ rate }) => rate),
  }));
}
