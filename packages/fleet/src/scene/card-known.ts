import { INNER_REASONS, reasonOf } from '@duka/knowledge/signatures';
import type { Interface, Reason, Stage } from '@duka/model';
import { INTERFACES, REASON_TABLE } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import type { Frame } from '../log/frame.ts';
import type { ObservationClass, Observed } from './observation.ts';
import { certainReason, REASON_COUNT } from './observation.ts';

/** Interfaces on which a card is read. */
const OF_CARDS: ReadonlySet<Interface> = new Set(['chip', 'contactless', 'magstripe']);
const FACES = INTERFACES.length;

/**
 * How far an attempt got before it failed, and at which part of such failures the card is known, for each one of which it is known when
 * all goes well. Expert estimate, for logs that tell too little.
 */
const TYPICAL = { unread: 0.6, halfway: 0.75, read: 0.95 } as const;
type Reach = keyof typeof TYPICAL;
/** The typical part counts as so many failures, and what is so of all that get as far as so many of each reason. */
const WEIGHT = { typical: 10, alike: 50 };
/** No reason leaves the card unknown, or known, more seldom than this. */
const LEAST = 0.03;
/**
 * Terminals that know as many of the cards of their sales are looked at together; who knows fewer than the first tells nothing by it. A
 * terminal's own share counts for more than the others' from so many sales.
 */
const SHARES = [0.5, 0.9, 0.98];
const SALES = 10;
const REACH_OF_STAGE: { readonly [S in Stage]?: Reach } = {
  detect: 'unread',
  power_up: 'unread',
  cvm: 'read',
  online: 'read',
  complete: 'read',
  print: 'read',
};
const REACH_OF_REASON: { readonly [R in Reason]?: Reach } = {
  rf_lost: 'unread',
  blank: 'unread',
  start_sentinel: 'unread',
  parity: 'unread',
  lrc: 'unread',
  partial: 'unread',
  // The service code that asks for the chip stands on the stripe.
  chip_required: 'read',
};
const REACHES: readonly Reach[] = INNER_REASONS.map((inner) => {
  const reason = reasonOf(inner);
  const { stage } = REASON_TABLE[reason];
  return REACH_OF_REASON[reason] ?? (stage === null ? undefined : REACH_OF_STAGE[stage]) ?? 'halfway';
});

/**
 * A read that failed seldom knows the card; a PIN or a host's answer comes after it was read. So whether its record names the card tells
 * of a failure without reason how far it got. How often each reason's records do is learned from the failures that tell theirs.
 */
export function byCardKnown(frame: Frame, { observed, classes }: Observed): Observed {
  const knowsCard = knowerOf(frame);
  const cellOf = cellsOf(frame, knowsCard);
  const chance = chances(countKnown(frame, { observed, classes }, cellOf, knowsCard));
  const all = [...classes];
  const finer = observed.slice();
  const split = new Map<number, number>();
  for (let row = 0; row < frame.length; row++) {
    const own = observed[row]!;
    const cell = cellOf(row);
    if (own < 0 || cell < 0 || classes[own]!.isTold) continue;
    const known = knowsCard(row);
    const key = (own * CELLS + cell) * 2 + (known ? 1 : 0);
    let index = split.get(key);
    if (index === undefined) {
      index = all.length;
      split.set(key, index);
      all.push(asKnown(classes[own]!, chance.subarray(cell * REASON_COUNT, (cell + 1) * REASON_COUNT), known));
    }
    finer[row] = index;
  }
  return { observed: finer, classes: all };
}

/** Records of one terminal leave out the same things, so that several are hardly more evidence than one: of each the root counts. */
const asKnown = (one: ObservationClass, chance: Float64Array, known: boolean): ObservationClass => ({
  ...one,
  likelihood: one.likelihood.map((weight, f) => weight * Math.sqrt(known ? chance[f]! : 1 - chance[f]!)),
});

function knowerOf({ text, event, events }: Frame): (row: number) => boolean {
  const card = text.card_ref.codes;
  const bin = text.bin.codes;
  const byServiceCode = events.map(({ cardHasChip }) => cardHasChip !== null);
  return (row) => card[row] !== UNKNOWN || bin[row] !== UNKNOWN || byServiceCode[event[row]!]!;
}

const CELLS = SHARES.length * FACES;

/** What is looked at together: a row's interface, at terminals that know as many of their cards; -1 where that tells nothing. */
function cellsOf({ text, event, events, length }: Frame, knowsCard: (row: number) => boolean): (row: number) => number {
  const { codes: terminal, count } = text.terminal_id;
  const face = events.map((one) => (OF_CARDS.has(one.interface) ? INTERFACES.indexOf(one.interface) : -1));
  const isSale = events.map(({ outcome }, at) => outcome === 'ok' && face[at]! >= 0);
  const sales = new Int32Array(count);
  const known = new Int32Array(count);
  for (let row = 0; row < length; row++) {
    if (!isSale[event[row]!]) continue;
    sales[terminal[row]!]!++;
    if (knowsCard(row)) known[terminal[row]!]!++;
  }
  const total = (of: Int32Array): number => of.reduce((sum, n) => sum + n, 0);
  const typical = total(known) / Math.max(1, total(sales));
  const shared = Array.from(sales, (n, at) => {
    const share = (known[at]! + SALES * typical) / (n + SALES);
    return SHARES.filter((least) => share >= least).length - 1;
  });
  return (row) => {
    const at = shared[terminal[row]!]!;
    const its = face[event[row]!]!;
    return at < 0 || its < 0 ? -1 : at * FACES + its;
  };
}

/** All, and those whose card is known: sales by cell, failures that tell their reason by cell and reason. */
type Counts = { readonly sales: Share[]; readonly told: Share[] };
type Share = { all: number; known: number };

function countKnown(
  frame: Frame,
  { observed, classes }: Observed,
  cellOf: (row: number) => number,
  knowsCard: (row: number) => boolean,
): Counts {
  const nothing = (): Share => ({ all: 0, known: 0 });
  const sales = Array.from({ length: CELLS }, nothing);
  const told = Array.from({ length: CELLS * REASON_COUNT }, nothing);
  const reasonOfClass = classes.map(certainReason);
  for (let row = 0; row < frame.length; row++) {
    const cell = cellOf(row);
    if (cell < 0) continue;
    const reason = observed[row]! < 0 ? -1 : reasonOfClass[observed[row]!]!;
    if (observed[row]! >= 0 && reason < 0) continue;
    const share = reason < 0 ? sales[cell]! : told[cell * REASON_COUNT + reason]!;
    share.all++;
    if (knowsCard(row)) share.known++;
  }
  return { sales, told };
}

/** Chance that a failure's record knows its card, `chance[cell * reasons + reason]`. */
function chances({ sales, told }: Counts): Float64Array {
  const chance = new Float64Array(CELLS * REASON_COUNT);
  sales.forEach((ofSales, cell) => {
    const own = told.slice(cell * REASON_COUNT, (cell + 1) * REASON_COUNT);
    const whenWell = (ofSales.known + 1) / (ofSales.all + 1);
    own.forEach(({ all, known }, f) => {
      const alike = shrunk(
        sumOf(own.filter((_, other) => REACHES[other] === REACHES[f])),
        TYPICAL[REACHES[f]!] * whenWell,
        WEIGHT.typical,
      );
      const part = shrunk({ all, known }, alike, WEIGHT.alike);
      chance[cell * REASON_COUNT + f] = Math.min(1 - LEAST, Math.max(LEAST, part));
    });
  });
  return chance;
}

const shrunk = ({ all, known }: Share, to: number, weight: number): number => (known + weight * to) / (all + weight);

const sumOf = (shares: readonly Share[]): Share => ({
  all: shares.reduce((sum, { all }) => sum + all, 0),
  known: shares.reduce((sum, { known }) => sum + known, 0),
});
