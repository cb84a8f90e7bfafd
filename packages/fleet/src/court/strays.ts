import type { Baseline } from '../expected/baseline.ts';
import { UNKNOWN } from '../log/dictionary.ts';
import type { TerminalAttribute } from '../scene/attributes.ts';
import type { Blame } from '../scene/blame.ts';
import type { Bounds } from '../scene/bounds.ts';
import { boundColumns } from '../scene/bounds.ts';
import { lowerBound, rowsFromTo } from '../scene/places.ts';
import { mayRun } from '../scene/runs-on.ts';
import { CONTEXTS, partOfBins } from '../scene/sales.ts';
import type { Scene } from '../scene/scene.ts';
import { strikeFactor } from '../suspicion/evidence.ts';
import type { FaultFit } from './fault-fit.ts';

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
  const strikes = UNEVEN.map((uneven) => fit.rates.map((rate) => Math.min(MOST, uneven * part * rate)));
  const ratioOf = likenessTo(scene, baseline, fit, explained);
  const blamed: Blamed[] = [];
  for (const rows of strays(scene, bounds, span, enoughToBlame(scene, strikes, ratioOf))) {
    for (const one of blameOfTerminal(scene, rows, strikes, ratioOf)) blamed.push(one);
  }
  blamed.sort((a, b) => a.row - b.row);
  return {
    rows: Int32Array.from(blamed, ({ row }) => row),
    factor: Float64Array.from(blamed, ({ factor }) => factor),
    share: Float64Array.from(blamed, ({ share }) => share),
  };
}

type Blamed = { readonly row: number; readonly factor: number; readonly share: number };
/** P(record | the fault struck) / P(record | baseline and the faults before) of an attempt that failed. */
type RatioOf = (row: number) => number;
/** Of each unevenness, the share of attempts struck on each interface. */
type Strikes = readonly Float64Array[];

/** Odds that a terminal lies inside, of the mean likelihood ratio over all starts. */
const ODDS = INSIDE / (1 - INSIDE);
const meanOf = (log: number, failures: number): number => Math.exp(Math.min(600, log)) / (1 + failures);

/** Whether so many failures of a terminal could make it likelier inside than not, if nothing had gone well there. */
function enoughToBlame({ face }: Scene, strikes: Strikes, ratioOf: RatioOf): (failed: readonly number[]) => boolean {
  const hardest = strikes[strikes.length - 1]!;
  return (failed) => {
    let log = 0;
    for (const row of failed) log += Math.max(0, Math.log(strikeFactor(hardest[face[row]!]!, 1, ratioOf(row))));
    return ODDS * meanOf(log, failed.length) > 1;
  };
}

function blameOfTerminal(scene: Scene, rows: Int32Array, strikes: Strikes, ratioOf: RatioOf): readonly Blamed[] {
  const { observed, face } = scene;
  const ratios = Float64Array.from(rows, (row) => (observed[row]! < 0 ? 0 : ratioOf(row)));
  const failures = rows.reduce((sum, row) => sum + (observed[row]! < 0 ? 0 : 1), 0);
  let best = { log: 0, from: rows.length, strike: strikes[0]! };
  let sum = 0;
  for (const strike of strikes) {
    const way = likeliestStart(scene, rows, ratios, strike);
    sum += meanOf(way.log, failures) / strikes.length;
    if (way.log > best.log) best = { ...way, strike };
  }
  const odds = ODDS * sum;
  if (odds <= 1) return [];
  const blamed: Blamed[] = [];
  for (let i = best.from; i < rows.length; i++) {
    const row = rows[i]!;
    const rate = best.strike[face[row]!]!;
    const factor = strikeFactor(rate, 1, ratios[i]!);
    if (observed[row]! < 0 || factor <= 1) continue;
    blamed.push({ row, factor, share: ((odds / (1 + odds)) * rate * ratios[i]!) / factor });
  }
  return blamed;
}

/** From which attempt on it is likeliest that the fault struck. */
function likeliestStart(
  { observed, face }: Scene,
  rows: Int32Array,
  ratios: Float64Array,
  strike: Float64Array,
): { readonly log: number; readonly from: number } {
  const clean = strike.map((rate) => Math.log(1 - rate));
  let log = 0;
  let best = { log: 0, from: rows.length };
  for (let i = rows.length - 1; i >= 0; i--) {
    const at = face[rows[i]!]!;
    log += observed[rows[i]!]! < 0 ? clean[at]! : Math.log(strikeFactor(strike[at]!, 1, ratios[i]!));
    if (log > best.log) best = { log, from: i };
  }
  return best;
}

/** Records that tell the same in the same context are equally like the fault. */
function likenessTo(
  { classes, observed, face, sales, numberOf, cell }: Scene,
  baseline: Baseline,
  { mixes }: FaultFit,
  explained: Float64Array,
): RatioOf {
  const known = new Float64Array(classes.length * CONTEXTS.length).fill(-1);
  const likenessOf = (row: number): number => {
    const mix = mixes[face[row]!];
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
  };
  return (row) => {
    const failure = numberOf[row]!;
    const at = cell[failure]!;
    if (known[at]! < 0) known[at] = likenessOf(row);
    return known[at]! / explained[failure]!;
  };
}

/**
 * Rows in the span that would lie within the bounds if they named all columns, of each terminal whose failures among them are worth
 * a look. Ascending.
 */
function strays(
  scene: Scene,
  bounds: Bounds,
  span: Span,
  areWorthALook: (failed: readonly number[]) => boolean,
): readonly Int32Array[] {
  const { attributes, numberOf, failed, homeOfFailed, terminalOfFailed, frame, places } = scene;
  const terminal = frame.text.terminal_id.codes;
  const around = bounds.operator ? nameless(scene, bounds.operator[0]!) : null;
  const fits = homesThatFit(scene, bounds);
  const isStray = around ? (row: number) => attributes.operator[row] === UNKNOWN : strayTest(scene, bounds, fits);
  const found = new Map<number, number[]>();
  const add = (failure: number): void => {
    const row = failed[failure]!;
    if (!isStray(row)) return;
    const known = found.get(terminalOfFailed[failure]!);
    if (known) known.push(row);
    else found.set(terminalOfFailed[failure]!, [row]);
  };
  if (around) {
    for (const row of around) if (numberOf[row]! >= 0 && row >= span.first && row <= span.last) add(numberOf[row]!);
  } else {
    const end = lowerBound(failed, 0, failed.length, span.last + 1);
    for (let failure = lowerBound(failed, 0, end, span.first); failure < end; failure++) {
      if (fits[homeOfFailed[failure]!]! > 0) add(failure);
    }
  }
  const within = (rows: Int32Array): Int32Array => rowsFromTo(rows, span.first, span.last).filter(isStray);
  return [...found]
    .filter(([, failed]) => areWorthALook(failed))
    .map(([at]) => within(around ? around.filter((row) => terminal[row] === at) : places.ofTerminal(at)));
}

/** 0 where a home lies elsewhere, 1 where it leaves a column out, 2 where it lies inside. */
function homesThatFit(scene: Scene, bounds: Bounds): Uint8Array {
  const { attributes } = scene;
  const columns = boundColumns(bounds).flatMap((column) => {
    const name = column as TerminalAttribute;
    const codes = attributes.of[name];
    return codes ? [{ codes, wanted: new Set(bounds[column]), mayLie: mayRun(scene, name, bounds[column]!) }] : [];
  });
  const fits = new Uint8Array(attributes.homes).fill(2);
  for (const { codes, wanted, mayLie } of columns) {
    for (let home = 0; home < fits.length; home++) {
      const code = codes[home]!;
      if (code === UNKNOWN) fits[home] = mayLie(home) ? Math.min(1, fits[home]!) : 0;
      else if (!wanted.has(code)) fits[home] = 0;
    }
  }
  return fits;
}

/** Whether an attempt leaves out what bounds the fault, and does not contradict it. */
function strayTest({ attributes, sales }: Scene, bounds: Bounds, fits: Uint8Array): (row: number) => boolean {
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
