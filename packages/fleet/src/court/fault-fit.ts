import type { Profile } from '@duka/knowledge/signatures';
import type { Interface } from '@duka/model';
import { INTERFACES } from '@duka/model';
import type { Baseline } from '../expected/baseline.ts';
import { normalised, UNSPECIFIC } from '../expected/baseline.ts';
import type { Blame } from '../scene/blame.ts';
import { REASON_COUNT } from '../scene/observation.ts';
import { CONTEXTS } from '../scene/sales.ts';
import type { Scene } from '../scene/scene.ts';
import { strikeFactor } from '../suspicion/evidence.ts';

export type FaultFit = {
  /** Share of the attempts struck, all interfaces together. */
  readonly rate: number;
  /** Of each interface, the share of attempts struck, and the reasons of what was struck, null where it is left alone. */
  readonly rates: Float64Array;
  readonly mixes: readonly (Float64Array | null)[];
  readonly blame: Blame;
};

/** The pattern's mix counts as this many observed failures on each interface. */
const MIX_STRENGTH = 6;
/** An attempt is struck about as often as this many before and after it at the same terminal … */
const NEIGHBOURS = 8;
/** … and as the whole fault, which counts as this many neighbours. */
const NEIGHBOUR_STRENGTH = 6;
/** A fault of many terminals may strike one of them this many times as often as the whole, no more: else it is that one's own. */
const MOST_UNEVEN = 2.5;
const ROUNDS = 10;

/**
 * Fits a convicted fault to what it did, by expectation–maximisation: on each interface its own mix of reasons, which the
 * pattern only sketches, and how often it strikes, which may differ from terminal to terminal and from hour to hour. What is
 * then explained is explained by the fault as it is, so that no remainder of it looks like another.
 *
 * @param rows the attempts of the scope during the trouble, on interfaces that the pattern hits, in order of time
 * @param explained P(record | faults found before) / P(record | baseline), of a failure by its number
 */
export function fitFault(
  scene: Scene,
  baseline: Baseline,
  profile: Profile,
  rows: Int32Array,
  context: (row: number) => number,
  explained: (failure: number) => number,
): FaultFit {
  const faceOf = scene.face;
  const sketches = INTERFACES.map((face) => sketchOf(profile, face));
  const mixes = sketches.map((sketch) => sketch && Float64Array.from(sketch));
  const exposed = new Float64Array(INTERFACES.length);
  for (const row of rows) if (mixes[faceOf[row]!]) exposed[faceOf[row]!]!++;
  const { failed, grouped, from, to, neighbours, several } = neighbourhoods(scene, rows);
  const sums = new Float64Array(failed.length + 1);
  const shares = new Float64Array(failed.length);
  const factors = new Float64Array(failed.length).fill(1);
  const local = new Float64Array(failed.length).fill(0.3);
  const cells = cellsOf(scene, baseline, failed, context);
  const before = Float64Array.from(failed, (row) => explained(scene.numberOf[row]!));
  const mostUneven = several ? MOST_UNEVEN : Number.POSITIVE_INFINITY;

  for (let round = 0; round < ROUNDS; round++) {
    const struckOfCell = new Float64Array(cells.list.length);
    const ratioOfCell = Float64Array.from(cells.list, (cell) => ratioOf(cell, mixes[cell.face] ?? null));
    for (let i = 0; i < failed.length; i++) {
      const cell = cells.of[i]!;
      const ratio = ratioOfCell[cell]! / before[i]!;
      factors[i] = strikeFactor(local[i]!, 1, ratio);
      shares[i] = (local[i]! * ratio) / factors[i]!;
      struckOfCell[cell]! += shares[i]!;
    }
    const counts = INTERFACES.map(() => new Float64Array(REASON_COUNT));
    const struck = new Float64Array(INTERFACES.length);
    cells.list.forEach((cell, at) => {
      const mix = mixes[cell.face];
      if (!mix) return;
      struck[cell.face]! += struckOfCell[at]!;
      const likelihood = likelihoodOf(cell, mix);
      if (likelihood === 0) return;
      for (const { reason, chance } of cell.reasons) {
        counts[cell.face]![reason]! += (struckOfCell[at]! * mix[reason]! * chance) / likelihood;
      }
    });
    mixes.forEach((mix, face) => {
      const sketch = sketches[face];
      if (!mix || !sketch) return;
      for (let f = 0; f < REASON_COUNT; f++) {
        mix[f] = ((1 - UNSPECIFIC) * (counts[face]![f]! + MIX_STRENGTH * sketch[f]!)) / (struck[face]! + MIX_STRENGTH);
      }
    });
    for (let at = 0; at < failed.length; at++) sums[at + 1] = sums[at]! + shares[grouped[at]!]!;
    for (let i = 0; i < failed.length; i++) {
      const face = faceOf[failed[i]!]!;
      const overall = struck[face]! / Math.max(1, exposed[face]!);
      const nearby = sums[to[i]!]! - sums[from[i]!]!;
      const rate = (NEIGHBOUR_STRENGTH * overall + nearby) / (NEIGHBOUR_STRENGTH + neighbours[i]!);
      local[i] = Math.min(0.98, mostUneven * overall, Math.max(0.001, rate));
    }
  }

  const isBlamed = (_: number, i: number): boolean => factors[i]! > 1;
  const blame: Blame = {
    rows: failed.filter(isBlamed),
    factor: factors.filter(isBlamed),
    share: shares.filter(isBlamed),
  };
  const sum = shares.reduce((total, share) => total + share, 0);
  const rates = new Float64Array(INTERFACES.length);
  shares.forEach((share, i) => {
    const face = faceOf[failed[i]!]!;
    rates[face]! += share / Math.max(1, exposed[face]!);
  });
  return { rate: Math.min(0.98, sum / Math.max(1, rows.length)), rates, mixes, blame };
}

/** The pattern's own part of what the fault does; the rest looks like the ordinary mix. */
function sketchOf(profile: Profile, face: Interface): Float64Array | null {
  return normalised(profile, face)?.map((share) => (1 - UNSPECIFIC) * share) ?? null;
}

/** Failures that tell the same in the same context: many rows, few cells. */
type Cell = {
  readonly face: number;
  /** What may lie behind them, with the record's chance given it and its chance among ordinary attempts. */
  readonly reasons: readonly { readonly reason: number; readonly chance: number; readonly usual: number }[];
  /** Chance of the record among ordinary attempts, and how much of that a fault leaves as it is, whatever its mix. */
  readonly ordinary: number;
  readonly leftOver: number;
};

/** The cells, and the number of each failure's. */
function cellsOf(
  { classes, observed, face: faceOf }: Scene,
  baseline: Baseline,
  failed: Int32Array,
  context: (row: number) => number,
): { readonly list: readonly Cell[]; readonly of: Int32Array } {
  const list: Cell[] = [];
  const numbers = new Int32Array(classes.length * CONTEXTS.length).fill(-1);
  const of = failed.map((row) => {
    const key = observed[row]! * CONTEXTS.length + context(row);
    if (numbers[key]! < 0) {
      numbers[key] = list.length;
      list.push(cellOf(classes[observed[row]!]!.likelihood, baseline, faceOf[row]!, context(row)));
    }
    return numbers[key]!;
  });
  return { list, of };
}

function cellOf(likelihood: Float64Array, { rate, total }: Baseline, face: number, context: number): Cell {
  const at = face * CONTEXTS.length + context;
  const reasons = Array.from(likelihood, (chance, reason) => ({
    reason,
    chance,
    usual: rate[at * REASON_COUNT + reason]!,
  })).filter(({ chance }) => chance > 0);
  const ordinary = reasons.reduce((sum, { chance, usual }) => sum + usual * chance, 0);
  return { face, reasons, ordinary, leftOver: (UNSPECIFIC / total[at]!) * ordinary };
}

const likelihoodOf = ({ reasons, leftOver }: Cell, mix: Float64Array): number =>
  reasons.reduce((sum, { reason, chance }) => sum + mix[reason]! * chance, leftOver);

/** P(record | struck) / P(record | ordinary); 0 on an interface that the fault leaves alone. */
const ratioOf = (cell: Cell, mix: Float64Array | null): number =>
  mix && cell.ordinary > 0 ? likelihoodOf(cell, mix) / cell.ordinary : 0;

type Neighbourhoods = {
  /** The rows that failed. */
  readonly failed: Int32Array;
  /** Indices into them, terminal by terminal: the failures among the neighbours of `failed[i]` (itself one of them) are `grouped[from[i]]` … `grouped[to[i] - 1]`. */
  readonly grouped: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** How many attempts its neighbours are. */
  readonly neighbours: Int32Array;
  readonly several: boolean;
};

/** The attempts at the same terminal shortly before and after each failure. */
function neighbourhoods({ frame, observed }: Scene, rows: Int32Array): Neighbourhoods {
  const terminal = frame.text.terminal_id.codes;
  const failed = rows.filter((row) => observed[row]! >= 0);
  const places = new Int32Array(failed.length);
  const seen = new Map<number, number>();
  const byTerminal = new Map<number, number[]>();
  let i = 0;
  for (const row of rows) {
    const at = terminal[row]!;
    const place = seen.get(at) ?? 0;
    seen.set(at, place + 1);
    if (observed[row]! < 0) continue;
    places[i] = place;
    const own = byTerminal.get(at);
    if (own) own.push(i);
    else byTerminal.set(at, [i]);
    i++;
  }
  const grouped = new Int32Array(failed.length);
  const from = new Int32Array(failed.length);
  const to = new Int32Array(failed.length);
  const neighbours = new Int32Array(failed.length);
  let start = 0;
  for (const [at, own] of byTerminal) {
    grouped.set(own, start);
    let first = 0;
    let end = 0;
    for (const mine of own) {
      while (places[own[first]!]! < places[mine]! - NEIGHBOURS) first++;
      while (end < own.length && places[own[end]!]! <= places[mine]! + NEIGHBOURS) end++;
      from[mine] = start + first;
      to[mine] = start + end;
      const after = Math.min(NEIGHBOURS, seen.get(at)! - 1 - places[mine]!);
      neighbours[mine] = Math.min(NEIGHBOURS, places[mine]!) + 1 + after;
    }
    start += own.length;
  }
  return { failed, grouped, from, to, neighbours, several: seen.size > 1 };
}
