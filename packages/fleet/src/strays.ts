import type { TerminalAttribute } from './attributes.ts';
import type { Baseline } from './baseline.ts';
import type { Blame } from './blame.ts';
import type { Bounds } from './bounds.ts';
import { boundColumns } from './bounds.ts';
import { UNKNOWN } from './dictionary.ts';
import { strikeFactor } from './evidence.ts';
import type { FaultFit } from './fault-fit.ts';
import { CONTEXTS, partOfBins } from './sales.ts';
import type { Scene } from './scene.ts';

/** Chance that a terminal which does not say so lies in the scope of a fault. Expert estimate. */
const INSIDE = 0.2;
/** A fault strikes some terminals less or more than the whole. */
const UNEVEN = [0.5, 1, 1.8] as const;
const MOST = 0.98;

/** When the fault struck: its first and last row, `last` the end of the log where it lasts. */
export type Span = { readonly first: number; readonly last: number };

/**
 * What a fault did to attempts that leave out what bounds it: those of a terminal that does not report the version that fails, of a
 * cashier who did not sign in by name, of cards whose issuer is not known. Of each terminal it is decided from what it shows
 * whether its attempts lie inside, from which of them on (a release reaches each at its own time), and how hard it is struck.
 * What is then explained is no fault of that terminal's own.
 */
export function strayBlame(
  scene: Scene,
  baseline: Baseline,
  bounds: Bounds,
  span: Span,
  fit: FaultFit,
  explained: Float64Array,
): Blame {
  const part = bounds.bin ? partOfBins(scene.sales, bounds.bin) : 1;
  const blamed = Array.from(strays(scene, bounds, span)).flatMap((rows) =>
    blameOfTerminal(scene, baseline, rows, fit, part, explained),
  );
  blamed.sort((a, b) => a.row - b.row);
  return {
    rows: Int32Array.from(blamed, ({ row }) => row),
    factor: Float64Array.from(blamed, ({ factor }) => factor),
    share: Float64Array.from(blamed, ({ share }) => share),
  };
}

type Blamed = { readonly row: number; readonly factor: number; readonly share: number };

function blameOfTerminal(
  scene: Scene,
  baseline: Baseline,
  rows: readonly number[],
  fit: FaultFit,
  part: number,
  explained: Float64Array,
): readonly Blamed[] {
  const { observed, face } = scene;
  const ratios = rows.map((row) => (observed[row]! < 0 ? 0 : ratioOf(scene, baseline, row, fit) / explained[row]!));
  const failures = rows.reduce((sum, row) => sum + (observed[row]! < 0 ? 0 : 1), 0);
  const rateOf = (row: number, uneven: number) => Math.min(MOST, uneven * part * fit.rates[face[row]!]!);
  let best = { log: 0, uneven: 1, from: rows.length };
  let sum = 0;
  for (const uneven of UNEVEN) {
    const way = likeliestStart(rows, ratios, (row) => rateOf(row, uneven));
    sum += Math.exp(Math.min(600, way.log)) / UNEVEN.length / (1 + failures);
    if (way.log > best.log) best = { ...way, uneven };
  }
  const odds = (INSIDE / (1 - INSIDE)) * sum;
  if (odds <= 1) return [];
  return rows.slice(best.from).flatMap((row, i) => {
    const ratio = ratios[best.from + i]!;
    const rate = rateOf(row, best.uneven);
    const factor = strikeFactor(rate, 1, ratio);
    return observed[row]! >= 0 && factor > 1
      ? [{ row, factor, share: ((odds / (1 + odds)) * rate * ratio) / factor }]
      : [];
  });
}

/** From which attempt on it is likeliest that the fault struck. */
function likeliestStart(
  rows: readonly number[],
  ratios: readonly number[],
  rateOf: (row: number) => number,
): { readonly log: number; readonly from: number } {
  let log = 0;
  let best = { log: 0, from: rows.length };
  for (let i = rows.length - 1; i >= 0; i--) {
    log += Math.log(strikeFactor(rateOf(rows[i]!), 1, ratios[i]!));
    if (log > best.log) best = { log, from: i };
  }
  return best;
}

/** P(record | the fault struck) / P(record | baseline). */
function ratioOf({ classes, observed, face, sales }: Scene, baseline: Baseline, row: number, fit: FaultFit): number {
  const mix = fit.mixes[face[row]!];
  if (!mix) return 0;
  const { likelihood } = classes[observed[row]!]!;
  const at = (face[row]! * CONTEXTS.length + sales.context[row]!) * mix.length;
  let struck = 0;
  let usual = 0;
  for (let f = 0; f < mix.length; f++) {
    struck += mix[f]! * likelihood[f]!;
    usual += baseline.rate[at + f]! * likelihood[f]!;
  }
  return usual > 0 ? struck / usual : 0;
}

/** Rows in the span that would lie within the bounds if they named all columns, of each terminal with failures among them, ascending. */
function strays(scene: Scene, bounds: Bounds, span: Span): Iterable<readonly number[]> {
  const found = new Map<number, number[]>();
  const { observed, failed, frame, places } = scene;
  const terminal = frame.text.terminal_id.codes;
  const inSpan = (row: number): boolean => row >= span.first && row <= span.last;
  const keep = (row: number): void => {
    const known = found.get(terminal[row]!);
    if (known) known.push(row);
    else found.set(terminal[row]!, [row]);
  };
  if (bounds.operator) {
    for (const row of nameless(scene, bounds.operator[0]!)) if (inSpan(row)) keep(row);
    return Array.from(found.values()).filter((rows) => rows.some((row) => observed[row]! >= 0));
  }
  const isStray = strayTest(scene, bounds);
  const terminals = new Set<number>();
  for (const row of failed) if (inSpan(row) && isStray(row)) terminals.add(terminal[row]!);
  return Array.from(terminals, (at) => Array.from(places.ofTerminal(at).filter((row) => inSpan(row) && isStray(row))));
}

/** Whether an attempt leaves out what bounds the fault, and does not contradict it. */
function strayTest({ attributes, sales }: Scene, bounds: Bounds): (row: number) => boolean {
  const columns = boundColumns(bounds).flatMap((column) => {
    const codes = attributes.of[column as TerminalAttribute];
    return codes ? [{ codes, wanted: new Set(bounds[column]) }] : [];
  });
  /** 0 where a home lies elsewhere, 1 where it leaves a column out, 2 where it lies inside. */
  const fits = Uint8Array.from({ length: attributes.homes }, (_, home) => {
    if (columns.some(({ codes, wanted }) => codes[home] !== UNKNOWN && !wanted.has(codes[home]!))) return 0;
    return columns.some(({ codes }) => codes[home] === UNKNOWN) ? 1 : 2;
  });
  const { home } = attributes;
  if (!bounds.bin) return (row) => fits[home[row]!] === 1;
  const bins = new Set(bounds.bin);
  return (row) => {
    const fit = fits[home[row]!]!;
    const bin = sales.bin[row]!;
    return fit > 0 && (bin === UNKNOWN || (fit === 1 && bins.has(bin)));
  };
}

/** Attempts in an operator's store that name nobody. */
function nameless(scene: Scene, operator: number): Int32Array {
  const { attributes, places } = scene;
  const { store_id: store } = attributes.of;
  const around = places.aroundOperator(operator);
  const one = around.find((row) => attributes.operator[row] === operator)!;
  const home = store[attributes.home[one]!]!;
  if (home === UNKNOWN) return new Int32Array(0);
  return places
    .aroundStore(home)
    .filter((row) => attributes.operator[row] === UNKNOWN && store[attributes.home[row]!] === home);
}
