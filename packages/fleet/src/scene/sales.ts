import { UNKNOWN } from '../log/dictionary.ts';
import { equalsBefore, NO_HASH } from '../log/equals-before.ts';
import type { Frame } from '../log/frame.ts';
import { mixed } from '../log/hash.ts';
import { FAILURE_KIND } from './observation.ts';

/** Attempts of one sale lie at most this far apart, ms. */
export const SALE_GAP = 30 * 60_000;
/** Without a sale_id: same terminal and amount within this time, ms. */
const JOIN_GAP = 3 * 60_000;
/** Without an amount either: the next try at a terminal where one has just failed is most often the same customer's, ms. */
const RETRY_GAP = 90_000;

/** How an attempt stands to what came before it: what the baseline conditions on. */
export const CONTEXTS = [
  'fresh',
  'after_read_failure',
  'after_holder_failure',
  'after_online_failure',
  'after_other_failure',
  'other_interface_after_failure',
  'returning_card_that_failed',
  'after_several_read_failures',
  'after_several_holder_failures',
  'tap_above_limit',
  'tap_perhaps_above_limit',
] as const;
export type Context = (typeof CONTEXTS)[number];
export const FRESH = CONTEXTS.indexOf('fresh');
export const ABOVE_LIMIT = CONTEXTS.indexOf('tap_above_limit');
export const PERHAPS_ABOVE = CONTEXTS.indexOf('tap_perhaps_above_limit');
const OTHER_INTERFACE = CONTEXTS.indexOf('other_interface_after_failure');
const RETURNING_CARD = CONTEXTS.indexOf('returning_card_that_failed');
/**
 * What follows a second failure of a kind, by FAILURE_KIND: a card that has failed twice is bad, and a forgotten PIN stays forgotten.
 * A line that has failed twice is what the search is after.
 */
const AFTER_SEVERAL = [
  0,
  CONTEXTS.indexOf('after_several_read_failures'),
  CONTEXTS.indexOf('after_several_holder_failures'),
  FAILURE_KIND.online,
  FAILURE_KIND.other,
] as const;

export type Sales = {
  /**
   * Sale number of each attempt near a failure, counting from 0 in order of first attempt; UNKNOWN for the many attempts that
   * have no failure at their place within half an hour: for them nothing hangs on it.
   */
  readonly saleOf: Int32Array;
  readonly count: number;
  /** The attempts near a failure, in order of time, and of each the next one of its place, as an index into them (-1 none). */
  readonly near: Int32Array;
  readonly nextAtPlace: Int32Array;
  /** Card and issuer range of each attempt, lent from a later attempt of the same sale where unknown. */
  readonly card: Int32Array;
  readonly bin: Int32Array;
  /** Attempts of each issuer range. */
  readonly traffic: Int32Array;
  /** Index into CONTEXTS, whose first entries follow FAILURE_KIND. */
  readonly context: Uint8Array;
};

/** What sales are joined by: `place` is the store, or the terminal where no store is known; `kind` is 0 for ok, else the kind of failure. */
export type SaleGrounds = {
  readonly place: Int32Array;
  readonly places: number;
  readonly kind: Uint8Array;
  readonly face: Uint8Array;
  readonly faces: number;
};

/** Joins attempts into sales, lends cards, and sets each attempt into its context. */
export function joinSales(frame: Frame, grounds: SaleGrounds): Sales {
  const near = rowsNearFailures(frame.time, grounds);
  const { saleOf, count } = numberSales(frame, grounds, near);
  const card = lent(frame.text.card_ref.codes, near, saleOf, count);
  const bin = lent(frame.text.bin.codes, near, saleOf, count);
  return {
    saleOf,
    count,
    near,
    nextAtPlace: chained(near, grounds),
    card,
    bin,
    traffic: counted(bin, frame.text.bin.count),
    context: contexts(frame, grounds, near, saleOf, count, card),
  };
}

/** Of the attempts whose issuer range is known, the part that is of these ranges. */
export function partOfBins({ traffic }: Sales, bins: readonly number[]): number {
  const known = traffic.reduce((sum, count) => sum + count, 0);
  return bins.reduce((sum, bin) => sum + traffic[bin]!, 0) / Math.max(1, known);
}

function counted(column: Int32Array, count: number): Int32Array {
  const counts = new Int32Array(count);
  for (const code of column) if (code !== UNKNOWN) counts[code]!++;
  return counts;
}

function rowsNearFailures(time: Float64Array, { place, places, kind }: SaleGrounds): Int32Array {
  const isNear = new Uint8Array(time.length);
  const last = new Float64Array(places).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < time.length; row++) {
    if (kind[row]! > 0) last[place[row]!] = time[row]!;
    if (time[row]! - last[place[row]!]! <= SALE_GAP) isNear[row] = 1;
  }
  const next = last.fill(Number.POSITIVE_INFINITY);
  let count = 0;
  for (let row = time.length - 1; row >= 0; row--) {
    if (kind[row]! > 0) next[place[row]!] = time[row]!;
    if (next[place[row]!]! - time[row]! <= SALE_GAP) isNear[row] = 1;
    count += isNear[row]!;
  }
  const near = new Int32Array(count);
  let at = 0;
  for (let row = 0; row < time.length; row++) if (isNear[row]) near[at++] = row;
  return near;
}

function chained(near: Int32Array, { place, places }: SaleGrounds): Int32Array {
  const next = new Int32Array(near.length);
  const later = new Int32Array(places).fill(-1);
  for (let i = near.length - 1; i >= 0; i--) {
    const at = place[near[i]!]!;
    next[i] = later[at]!;
    later[at] = i;
  }
  return next;
}

function numberSales(
  frame: Frame,
  { place, kind }: SaleGrounds,
  near: Int32Array,
): { saleOf: Int32Array; count: number } {
  const { time, sale: id } = frame;
  const terminal = frame.text.terminal_id.codes;
  const amount = frame.number.amount_minor;
  const saleOf = new Int32Array(frame.length).fill(UNKNOWN);
  // The same sale_id elsewhere is another sale.
  const hashOf = (row: number): number =>
    id[row] === 0 ? NO_HASH : mixed(id[row]! ^ Math.imul(place[row]!, 0x9e3779b1));
  const lastOfSale = equalsBefore(near, hashOf, (a, b) => id[a] === id[b] && place[a] === place[b]);
  const lastAt = new Int32Array(frame.text.terminal_id.count).fill(UNKNOWN);
  const goesOn = (before: number, row: number): boolean => {
    const gap = time[row]! - time[before]!;
    if (id[row] !== 0) return gap <= SALE_GAP;
    if (amount[row] === amount[before]) return gap <= JOIN_GAP;
    const unknown = Number.isNaN(amount[row]!) || Number.isNaN(amount[before]!);
    return unknown && kind[before]! > 0 && gap <= RETRY_GAP;
  };
  let count = 0;
  for (let i = 0; i < near.length; i++) {
    const row = near[i]!;
    const before = id[row] === 0 ? lastAt[terminal[row]!]! : lastOfSale[i]! < 0 ? UNKNOWN : near[lastOfSale[i]!]!;
    saleOf[row] = before !== UNKNOWN && goesOn(before, row) ? saleOf[before]! : count++;
    if (id[row] === 0) lastAt[terminal[row]!] = row;
  }
  return { saleOf, count };
}

/** Each row's value, or where it is not known that of the nearest later row of its sale. */
function lent(column: Int32Array, near: Int32Array, saleOf: Int32Array, count: number): Int32Array {
  const codes = column.slice();
  const later = new Int32Array(count).fill(UNKNOWN);
  for (let i = near.length - 1; i >= 0; i--) {
    const row = near[i]!;
    const sale = saleOf[row]!;
    if (codes[row] === UNKNOWN) codes[row] = later[sale]!;
    else later[sale] = codes[row]!;
  }
  return codes;
}

function contexts(
  frame: Frame,
  { kind, face, faces }: SaleGrounds,
  near: Int32Array,
  saleOf: Int32Array,
  count: number,
  card: Int32Array,
): Uint8Array {
  const context = new Uint8Array(frame.length);
  /** Kind of the last failure of a sale on an interface; 0 none, or a success since. */
  const failedOn = new Uint8Array(count * faces);
  const failedAny = new Uint8Array(count);
  /** 1 where the failure before that one was of the same kind. */
  const twice = new Uint8Array(count * faces);
  for (const row of near) {
    const sale = saleOf[row]!;
    const slot = sale * faces + face[row]!;
    const last = failedOn[slot]!;
    if (last > 0) context[row] = twice[slot] ? AFTER_SEVERAL[last]! : last;
    else if (failedAny[sale]) context[row] = OTHER_INTERFACE;
    twice[slot] = last > 0 && last === kind[row] ? 1 : 0;
    failedOn[slot] = kind[row]!;
    if (kind[row]! > 0) failedAny[sale] = 1;
  }
  /** The interfaces on which each card has failed, a bit each. */
  const cardFailed = new Uint8Array(frame.text.card_ref.count);
  for (let row = 0; row < frame.length; row++) {
    const its = card[row]!;
    if (its === UNKNOWN) continue;
    const bit = 1 << face[row]!;
    if (context[row] === 0 && (cardFailed[its]! & bit) !== 0) context[row] = RETURNING_CARD;
    // A card is known by its read and holder failures; a line that was down says nothing of it.
    if (kind[row] === 0) cardFailed[its]! &= ~bit;
    else if (kind[row]! <= FAILURE_KIND.holder) cardFailed[its]! |= bit;
  }
  return context;
}

/** Where a row stands in an ascending list that holds it. */
export function positionOf(rows: Int32Array, row: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
