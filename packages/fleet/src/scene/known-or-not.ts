import type { Interface } from '@duka/model';
import { INTERFACES } from '@duka/model';
import type { Frame } from '../log/frame.ts';
import type { ObservationClass, Observed } from './observation.ts';
import { certainReason, REASON_COUNT } from './observation.ts';

const FACES = INTERFACES.length;

/** Something that a record knows of an attempt that got so far, and does not know of one that failed before. */
export type Witness = {
  readonly knows: (row: number) => boolean;
  readonly faces: ReadonlySet<Interface>;
  /**
   * How far an attempt got that failed for each of INNER_REASONS, and which part of such failures knows it, for each one that does when all goes
   * well: for logs that tell too little.
   */
  readonly reaches: readonly string[];
  readonly typical: { readonly [reach: string]: number };
  /** By which power its chances count. */
  readonly power: number;
};

/** The typical part counts as so many failures, and what is so of all that get as far as so many of each reason. */
const WEIGHT = { typical: 10, alike: 50 };
/** No reason leaves it unknown, or known, more seldom than this. */
const LEAST = 0.03;
/**
 * Terminals that know it of as many of their sales are looked at together; who knows it of fewer than the first tells nothing by it. A
 * terminal's own share counts for more than the others' from so many sales.
 */
const SHARES = [0.5, 0.9, 0.98];
const SALES = 10;
const CELLS = SHARES.length * FACES;

/**
 * Whether a record knows what only attempts come to know that got so far tells of a failure that does not say its reason how far it got. How often
 * each reason's records know it is learned from the failures that tell theirs, for terminals that know it of as many of their sales.
 */
export function byWitness(frame: Frame, { observed, classes }: Observed, witness: Witness): Observed {
  const { knows, power } = witness;
  const cellOf = cellsOf(frame, witness);
  const chance = chances(countKnown(frame, { observed, classes }, cellOf, knows), witness);
  const all = [...classes];
  const finer = observed.slice();
  const split = new Map<number, number>();
  for (let row = 0; row < frame.length; row++) {
    const own = observed[row]!;
    const cell = cellOf(row);
    if (own < 0 || cell < 0 || classes[own]!.isTold) continue;
    const known = knows(row);
    const key = (own * CELLS + cell) * 2 + (known ? 1 : 0);
    let index = split.get(key);
    if (index === undefined) {
      index = all.length;
      split.set(key, index);
      all.push(asKnown(classes[own]!, chance.subarray(cell * REASON_COUNT, (cell + 1) * REASON_COUNT), known, power));
    }
    finer[row] = index;
  }
  return { observed: finer, classes: all };
}

const asKnown = (one: ObservationClass, chance: Float64Array, known: boolean, power: number): ObservationClass => ({
  ...one,
  likelihood: one.likelihood.map((weight, f) => weight * (known ? chance[f]! : 1 - chance[f]!) ** power),
});

/** What is looked at together: a row's interface, at terminals that know it of as many of their sales; -1 where that tells nothing. */
function cellsOf({ text, event, events, length }: Frame, { knows, faces }: Witness): (row: number) => number {
  const { codes: terminal, count } = text.terminal_id;
  const face = events.map((one) => (faces.has(one.interface) ? INTERFACES.indexOf(one.interface) : -1));
  const isSale = events.map(({ outcome }, at) => outcome === 'ok' && face[at]! >= 0);
  const sales = new Int32Array(count);
  const known = new Int32Array(count);
  for (let row = 0; row < length; row++) {
    if (!isSale[event[row]!]) continue;
    sales[terminal[row]!]!++;
    if (knows(row)) known[terminal[row]!]!++;
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

/** All, and those that know it: sales and failures by cell, failures that tell their reason by cell and reason. */
type Counts = { readonly sales: Share[]; readonly failures: Share[]; readonly told: Share[] };
type Share = { all: number; known: number };

function countKnown(
  frame: Frame,
  { observed, classes }: Observed,
  cellOf: (row: number) => number,
  knows: (row: number) => boolean,
): Counts {
  const nothing = (): Share => ({ all: 0, known: 0 });
  const sales = Array.from({ length: CELLS }, nothing);
  const failures = Array.from({ length: CELLS }, nothing);
  const told = Array.from({ length: CELLS * REASON_COUNT }, nothing);
  const reasonOfClass = classes.map(certainReason);
  for (let row = 0; row < frame.length; row++) {
    const cell = cellOf(row);
    if (cell < 0) continue;
    const known = knows(row) ? 1 : 0;
    const add = (share: Share): void => {
      share.all++;
      share.known += known;
    };
    const own = observed[row]!;
    add((own < 0 ? sales : failures)[cell]!);
    if (own >= 0 && reasonOfClass[own]! >= 0) add(told[cell * REASON_COUNT + reasonOfClass[own]!]!);
  }
  return { sales, failures, told };
}

/** Chance that a failure's record knows it, `chance[cell * reasons + reason]`. */
function chances({ sales, failures, told }: Counts, { reaches, typical }: Witness): Float64Array {
  const chance = new Float64Array(CELLS * REASON_COUNT);
  const partWhenWell = sales.map(({ all, known }) => (known + 1) / (all + 1));
  const hangs = hangsOnReach(failures, partWhenWell, Object.values(typical));
  partWhenWell.forEach((whenWell, cell) => {
    const own = told.slice(cell * REASON_COUNT, (cell + 1) * REASON_COUNT);
    own.forEach(({ all, known }, f) => {
      const alike = shrunk(
        sumOf(own.filter((_, other) => reaches[other] === reaches[f])),
        (1 - hangs * (1 - typical[reaches[f]!]!)) * whenWell,
        WEIGHT.typical,
      );
      const part = shrunk({ all, known }, alike, WEIGHT.alike);
      chance[cell * REASON_COUNT + f] = Math.min(1 - LEAST, Math.max(LEAST, part));
    });
  });
  return chance;
}

/**
 * Whether it hangs on how far an attempt got at all, from 0 to 1, in a log that does not tell it by its reasons: not where failures know it as often as
 * sales do.
 */
function hangsOnReach(failures: readonly Share[], partWhenWell: readonly number[], typical: readonly number[]): number {
  const { all, known } = sumOf(failures);
  const whenWell = failures.reduce((sum, share, cell) => sum + share.all * partWhenWell[cell]!, 0);
  if (all === 0) return 1;
  const mean = typical.reduce((sum, part) => sum + part, 0) / typical.length;
  return Math.min(1, Math.max(0, (1 - known / whenWell) / (1 - mean)));
}

const shrunk = ({ all, known }: Share, to: number, weight: number): number => (known + weight * to) / (all + weight);

const sumOf = (shares: readonly Share[]): Share => ({
  all: shares.reduce((sum, { all }) => sum + all, 0),
  known: shares.reduce((sum, { known }) => sum + known, 0),
});
