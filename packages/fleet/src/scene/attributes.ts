import type { SiteColumn } from '../log/attempt-store.ts';
import { SITE_COLUMNS } from '../log/attempt-store.ts';
import { UNKNOWN } from '../log/dictionary.ts';
import type { Frame } from '../log/frame.ts';
import { Tuples } from '../log/tuples.ts';

/**
 * What a terminal is (its store, model, versions, link …) does not change because one record leaves it out: the last
 * value known before stands, or failing that the first one after. Where a terminal never says whose it is, its neighbours do: see
 * OF_PLACES. The columns of the input stay as they are; only the engine's attribution sees the filled ones.
 */
const TERMINAL_ATTRIBUTES = SITE_COLUMNS.filter((column): column is TerminalAttribute => column !== 'currency');
export type TerminalAttribute = Exclude<SiteColumn, 'currency'>;
/** What programs and settings a terminal runs. */
export const VERSION_COLUMNS = [
  'app_version',
  'firmware_version',
  'param_version',
] as const satisfies readonly TerminalAttribute[];
const WIDTH = TERMINAL_ATTRIBUTES.length;

/** A place is in one region and has, as a rule, one acquirer: what all its terminals that say so agree upon holds for the others. */
const OF_PLACES: readonly (readonly [place: TerminalAttribute, told: readonly TerminalAttribute[]])[] = [
  ['merchant_id', ['store_id']],
  ['store_id', ['merchant_id', 'region', 'acquirer']],
  ['merchant_id', ['region', 'acquirer']],
];

export type Attributes = {
  /** Of each attempt, the filled combination of its terminal's attributes: its home. */
  readonly home: Int32Array;
  readonly homes: number;
  /** `of[column][home]` is a code into the frame's values of that column, UNKNOWN where no record ever told. */
  readonly of: { readonly [A in TerminalAttribute]: Int32Array };
  /** Operators, told apart by store (by merchant where no store is known, else by terminal); UNKNOWN where not known. */
  readonly operator: Int32Array;
  readonly operators: number;
};

export function fillAttributes(frame: Frame): Attributes {
  const homes = new Homes(frame);
  const home = homes.fillForward();
  homes.fillBackward(home);
  const used = renumber(home, homes.count);
  const of = homes.columns(used);
  for (const [place, told] of OF_PLACES) for (const column of told) fillFromPlace(of[place], of[column]);
  return { home, homes: used.length, of, ...tellOperatorsApart(frame, home, of) };
}

class Homes {
  readonly #frame: Frame;
  readonly #tuples = new Tuples(WIDTH);
  readonly #tuple = new Int32Array(WIDTH);
  readonly #other = new Int32Array(WIDTH);
  /** Filled home by (known before or after, what is to be filled). */
  readonly #filled = new Map<number, number>();
  readonly #ofSite: Int32Array;

  constructor(frame: Frame) {
    this.#frame = frame;
    this.#ofSite = Int32Array.from({ length: frame.sites.count }, (_, site) => {
      TERMINAL_ATTRIBUTES.forEach((name, i) => {
        this.#tuple[i] = frame.sites.codes[name][site]!;
      });
      return this.#tuples.codeOf(this.#tuple);
    });
  }

  get count(): number {
    return this.#tuples.count;
  }

  fillForward(): Int32Array {
    const { site, text, length } = this.#frame;
    const terminal = text.terminal_id.codes;
    const home = new Int32Array(length);
    const lastHome = new Int32Array(text.terminal_id.count).fill(UNKNOWN);
    const lastSite = new Int32Array(text.terminal_id.count).fill(UNKNOWN);
    for (let row = 0; row < length; row++) {
      const at = terminal[row]!;
      if (lastSite[at] !== site[row]) {
        lastHome[at] = this.#fill(this.#ofSite[site[row]!]!, lastHome[at]!);
        lastSite[at] = site[row]!;
      }
      home[row] = lastHome[at]!;
    }
    return home;
  }

  fillBackward(home: Int32Array): void {
    const terminal = this.#frame.text.terminal_id.codes;
    const next = new Int32Array(this.#frame.text.terminal_id.count).fill(UNKNOWN);
    for (let row = home.length - 1; row >= 0; row--) {
      const at = terminal[row]!;
      if (next[at] !== home[row]) next[at] = this.#fill(home[row]!, next[at]!);
      home[row] = next[at]!;
    }
  }

  columns(homes: Int32Array): Attributes['of'] {
    const entries = TERMINAL_ATTRIBUTES.map((name, i) => [name, homes.map((home) => this.#tuples.at(home, i))]);
    return Object.fromEntries(entries) as Attributes['of'];
  }

  /** Whether a home says nothing that the other one does not. */
  #isWithin(home: number, other: number): boolean {
    for (let i = 0; i < WIDTH; i++) {
      const value = this.#tuples.at(home, i);
      if (value !== UNKNOWN && value !== this.#tuples.at(other, i)) return false;
    }
    return true;
  }

  /** A home whose gaps are filled from another one. */
  #fill(home: number, from: number): number {
    if (from === UNKNOWN || from === home) return home;
    if (this.#isWithin(home, from)) return from;
    const key = from * 67_108_864 + home;
    const known = this.#filled.get(key);
    if (known !== undefined) return known;
    this.#tuples.read(home, this.#tuple);
    this.#tuples.read(from, this.#other);
    for (let i = 0; i < WIDTH; i++) if (this.#tuple[i] === UNKNOWN) this.#tuple[i] = this.#other[i]!;
    const filled = this.#tuples.codeOf(this.#tuple);
    this.#filled.set(key, filled);
    return filled;
  }
}

/**
 * Numbers anew the homes that attempts lie in: where records leave columns out, most are passed on the way only.
 * @returns the numbers that they had, ascending
 */
function renumber(home: Int32Array, count: number): Int32Array {
  const isUsed = new Uint8Array(count);
  for (let row = 0; row < home.length; row++) isUsed[home[row]!] = 1;
  const fresh = new Int32Array(count);
  const used = new Int32Array(count);
  let next = 0;
  for (let at = 0; at < count; at++) {
    if (isUsed[at] === 0) continue;
    used[next] = at;
    fresh[at] = next++;
  }
  for (let row = 0; row < home.length; row++) home[row] = fresh[home[row]!]!;
  return used.slice(0, next);
}

const SEVERAL = -2;

/** @param column gaps of which are filled where all homes of one place that tell it tell the same */
function fillFromPlace(place: Int32Array, column: Int32Array): void {
  const told = new Map<number, number>();
  place.forEach((at, home) => {
    const value = column[home]!;
    if (at === UNKNOWN || value === UNKNOWN) return;
    told.set(at, (told.get(at) ?? value) === value ? value : SEVERAL);
  });
  place.forEach((at, home) => {
    const value = at === UNKNOWN ? undefined : told.get(at);
    if (column[home] === UNKNOWN && value !== undefined && value !== SEVERAL) column[home] = value;
  });
}

function tellOperatorsApart(
  frame: Frame,
  home: Int32Array,
  of: Attributes['of'],
): Pick<Attributes, 'operator' | 'operators'> {
  const terminal = frame.text.terminal_id.codes;
  const named = frame.text.operator_id;
  const stores = frame.sites.values.store_id.length;
  const merchants = frame.sites.values.merchant_id.length;
  const operator = new Int32Array(frame.length).fill(UNKNOWN);
  const numbers = new Map<number, number>();
  /** Of each terminal, who worked there last in which home, and its number: shifts are long. */
  const last = {
    name: new Int32Array(frame.text.terminal_id.count).fill(UNKNOWN),
    home: new Int32Array(frame.text.terminal_id.count),
    number: new Int32Array(frame.text.terminal_id.count),
  };
  for (let row = 0; row < frame.length; row++) {
    const name = named.codes[row]!;
    if (name === UNKNOWN) continue;
    const at = terminal[row]!;
    if (last.name[at] !== name || last.home[at] !== home[row]) {
      const store = of.store_id[home[row]!]!;
      const merchant = of.merchant_id[home[row]!]!;
      const place = store !== UNKNOWN ? store : merchant !== UNKNOWN ? stores + merchant : stores + merchants + at;
      const key = place * named.count + name;
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      last.name[at] = name;
      last.home[at] = home[row]!;
      last.number[at] = number;
    }
    operator[row] = last.number[at]!;
  }
  return { operator, operators: numbers.size };
}
