import { UNKNOWN } from './attempt-store.ts';
import type { Column, Frame } from './frame.ts';
import { FAILURE_KIND } from './observation.ts';

/** Attempts of one sale lie at most this far apart, ms. */
const SALE_GAP = 30 * 60_000;
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
] as const;
export type Context = (typeof CONTEXTS)[number];

export type Sales = {
  /** Sale number of each attempt, counting from 0 in order of first attempt. */
  readonly saleOf: Int32Array;
  readonly count: number;
  /** Card, issuer range and service code of each attempt, lent from a later attempt of the same sale where unknown. */
  readonly card: Int32Array;
  readonly bin: Int32Array;
  /** Index into CONTEXTS, whose first entries follow FAILURE_KIND. */
  readonly context: Uint8Array;
};

/** Joins attempts into sales, lends cards, and sets each attempt into its context. `kind` is 0 for ok, else the kind of failure. */
export function joinSales(frame: Frame, store: Int32Array, kind: Uint8Array): Sales {
  const saleOf = numberSales(frame, store, kind);
  const count = saleOf.reduce((most, sale) => Math.max(most, sale + 1), 0);
  const card = lent(frame.text.card_ref, saleOf, count);
  return {
    saleOf,
    count,
    card,
    bin: lent(frame.text.bin, saleOf, count),
    context: contexts(frame, saleOf, count, card, kind),
  };
}

function numberSales(frame: Frame, store: Int32Array, kind: Uint8Array): Int32Array {
  const { length, time, text } = frame;
  const terminal = text.terminal_id.codes;
  const saleId = text.sale_id.codes;
  const amount = frame.number.amount_minor;
  const saleOf = new Int32Array(length);
  type Open = { readonly sale: number; readonly row: number };
  const byId = new Map<string, Open>();
  const lastAt = new Map<number, Open>();
  const placeOf = (row: number) => (store[row] === UNKNOWN ? `t${terminal[row]}` : `s${store[row]}`);
  const goesOn = ({ row: before }: Open, row: number): boolean => {
    const gap = time[row]! - time[before]!;
    if (saleId[row] !== UNKNOWN) return gap <= SALE_GAP;
    if (amount[row] === amount[before]) return gap <= JOIN_GAP;
    const unknown = Number.isNaN(amount[row]!) || Number.isNaN(amount[before]!);
    return unknown && kind[before]! > 0 && gap <= RETRY_GAP;
  };
  let next = 0;
  for (let row = 0; row < length; row++) {
    const id = saleId[row]!;
    const key = `${id}@${placeOf(row)}`;
    const before = id === UNKNOWN ? lastAt.get(terminal[row]!) : byId.get(key);
    const sale = before && goesOn(before, row) ? before.sale : next++;
    saleOf[row] = sale;
    if (id === UNKNOWN) lastAt.set(terminal[row]!, { sale, row });
    else byId.set(key, { sale, row });
  }
  return saleOf;
}

/** Each row's value, or where it is not known that of the nearest later row of its sale. */
function lent(column: Column, saleOf: Int32Array, count: number): Int32Array {
  const codes = Int32Array.from(column.codes);
  const later = new Int32Array(count).fill(UNKNOWN);
  for (let row = codes.length - 1; row >= 0; row--) {
    const sale = saleOf[row]!;
    if (codes[row] === UNKNOWN) codes[row] = later[sale]!;
    else later[sale] = codes[row]!;
  }
  return codes;
}

function contexts(frame: Frame, saleOf: Int32Array, count: number, card: Int32Array, kind: Uint8Array): Uint8Array {
  const interfaces = frame.text.interface.codes;
  const width = frame.text.interface.values.length;
  const context = new Uint8Array(frame.length);
  /** Kind of the last failure of a sale on an interface; 0 none, kept after a success as 0. */
  const failedOn = new Uint8Array(count * width);
  const failedAny = new Uint8Array(count);
  const cardFailed = new Map<number, boolean>();
  for (let row = 0; row < frame.length; row++) {
    const sale = saleOf[row]!;
    const slot = sale * width + interfaces[row]!;
    const before = failedOn[slot]!;
    const cardSlot = card[row] === UNKNOWN ? UNKNOWN : card[row]! * width + interfaces[row]!;
    if (before > 0) context[row] = before;
    else if (failedAny[sale]) context[row] = CONTEXTS.indexOf('other_interface_after_failure');
    else if (cardSlot !== UNKNOWN && cardFailed.get(cardSlot))
      context[row] = CONTEXTS.indexOf('returning_card_that_failed');
    const failure = kind[row]!;
    failedOn[slot] = failure;
    if (failure) failedAny[sale] = 1;
    // A card is known by its read and holder failures; a line that was down says nothing of it.
    if (cardSlot !== UNKNOWN && failure <= FAILURE_KIND.holder) cardFailed.set(cardSlot, failure > 0);
  }
  return context;
}
