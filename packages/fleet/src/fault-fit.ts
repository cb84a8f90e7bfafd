import type { Profile } from '@duka/knowledge/signatures';
import type { Interface } from '@duka/model';
import { INTERFACES } from '@duka/model';
import type { Baseline } from './baseline.ts';
import { normalised, UNSPECIFIC } from './baseline.ts';
import { strikeFactor } from './evidence.ts';
import { REASON_COUNT } from './observation.ts';
import { CONTEXTS } from './sales.ts';
import type { Scene } from './scene.ts';

/** What a fault did to one failed attempt: how much likelier it made it, and the chance that it was its work. */
export type Blame = { readonly factor: number; readonly share: number };

export type FaultFit = {
  /** Share of the attempts struck, all interfaces together. */
  readonly rate: number;
  readonly blame: ReadonlyMap<number, Blame>;
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
 * @param explained P(record | faults found before) / P(record | baseline), a row of the frame
 */
export function fitFault(
  scene: Scene,
  baseline: Baseline,
  profile: Profile,
  rows: Int32Array,
  context: (row: number) => number,
  explained: Float64Array,
): FaultFit {
  const { frame, observations } = scene;
  const faces = frame.text.interface.values.map((name) => INTERFACES.indexOf(name as Interface));
  const sketches = INTERFACES.map((face) => sketchOf(profile, face));
  const mixes = sketches.map((sketch) => sketch && Float64Array.from(sketch));
  const faceOf = Int8Array.from(rows, (row) => faces[frame.text.interface.codes[row]!]!);
  const terminal = frame.text.terminal_id.codes;
  const windows = neighbourWindows(rows, terminal);
  const several = rows.some((row) => terminal[row] !== terminal[rows[0]!]);
  const shares = new Float64Array(rows.length);
  const factors = new Float64Array(rows.length).fill(1);
  const local = new Float64Array(rows.length).fill(0.3);

  for (let round = 0; round < ROUNDS; round++) {
    const counts = INTERFACES.map(() => new Float64Array(REASON_COUNT));
    const struck = new Float64Array(INTERFACES.length);
    const exposed = new Float64Array(INTERFACES.length);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const face = faceOf[i]!;
      const mix = mixes[face];
      if (!mix) continue;
      exposed[face]!++;
      const observed = observations.classes[observations.classOf[row]!];
      if (!observed) continue;
      const cell = face * CONTEXTS.length + context(row);
      const leftOver = UNSPECIFIC / baseline.total[cell]!;
      let likelihood = 0;
      let ordinary = 0;
      for (let f = 0; f < REASON_COUNT; f++) {
        const chance = observed.likelihood[f]!;
        if (chance === 0) continue;
        const usual = baseline.rate[cell * REASON_COUNT + f]!;
        likelihood += (mix[f]! + leftOver * usual) * chance;
        ordinary += usual * chance;
      }
      const ratio = ordinary > 0 ? likelihood / ordinary / explained[row]! : 0;
      factors[i] = strikeFactor(local[i]!, 1, ratio);
      shares[i] = (local[i]! * ratio) / factors[i]!;
      struck[face]! += shares[i]!;
      if (likelihood === 0) continue;
      for (let f = 0; f < REASON_COUNT; f++) {
        const chance = observed.likelihood[f]!;
        if (chance > 0) counts[face]![f]! += (shares[i]! * mix[f]! * chance) / likelihood;
      }
    }
    mixes.forEach((mix, face) => {
      const sketch = sketches[face];
      if (!mix || !sketch) return;
      for (let f = 0; f < REASON_COUNT; f++) {
        mix[f] = ((1 - UNSPECIFIC) * (counts[face]![f]! + MIX_STRENGTH * sketch[f]!)) / (struck[face]! + MIX_STRENGTH);
      }
    });
    localRates(local, shares, faceOf, windows, struck, exposed, several ? MOST_UNEVEN : Number.POSITIVE_INFINITY);
  }

  const blame = new Map<number, Blame>();
  let sum = 0;
  for (let i = 0; i < rows.length; i++) {
    sum += shares[i]!;
    if (factors[i]! > 1) blame.set(rows[i]!, { factor: factors[i]!, share: shares[i]! });
  }
  return { rate: Math.min(0.98, sum / Math.max(1, rows.length)), blame };
}

/** The pattern's own part of what the fault does; the rest looks like the ordinary mix. */
function sketchOf(profile: Profile, face: Interface): Float64Array | null {
  return normalised(profile, face)?.map((share) => (1 - UNSPECIFIC) * share) ?? null;
}

type Windows = { readonly order: Int32Array; readonly from: Int32Array; readonly to: Int32Array };

/** Sorted by terminal, then time: `order[k]` is a position in rows, its neighbours are `order[from[k]] … order[to[k] - 1]`. */
function neighbourWindows(rows: Int32Array, terminal: Int32Array): Windows {
  const order = Int32Array.from(rows, (_, i) => i).sort((a, b) => terminal[rows[a]!]! - terminal[rows[b]!]! || a - b);
  const from = new Int32Array(rows.length);
  const to = new Int32Array(rows.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && terminal[rows[order[end]!]!] === terminal[rows[order[start]!]!]) end++;
    for (let k = start; k < end; k++) {
      from[k] = Math.max(start, k - NEIGHBOURS);
      to[k] = Math.min(end, k + NEIGHBOURS + 1);
    }
    start = end;
  }
  return { order, from, to };
}

function localRates(
  local: Float64Array,
  shares: Float64Array,
  faceOf: Int8Array,
  { order, from, to }: Windows,
  struck: Float64Array,
  exposed: Float64Array,
  mostUneven: number,
): void {
  const sums = new Float64Array(order.length + 1);
  for (let k = 0; k < order.length; k++) sums[k + 1] = sums[k]! + shares[order[k]!]!;
  for (let k = 0; k < order.length; k++) {
    const i = order[k]!;
    const overall = struck[faceOf[i]!]! / Math.max(1, exposed[faceOf[i]!]!);
    const near = sums[to[k]!]! - sums[from[k]!]!;
    const rate = (NEIGHBOUR_STRENGTH * overall + near) / (NEIGHBOUR_STRENGTH + to[k]! - from[k]!);
    local[i] = Math.min(0.98, mostUneven * overall, Math.max(0.001, rate));
  }
}
