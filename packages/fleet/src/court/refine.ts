import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import { factorOf, sharesOf } from '../scene/blame.ts';
import type { BoundColumn, Bounds } from '../scene/bounds.ts';
import {
  boundColumns,
  codeCount,
  codeReader,
  codesAt,
  homeTest,
  rowsAround,
  rowsWithin,
  rowTest,
  wantedIn,
} from '../scene/bounds.ts';
import { REASON_COUNT } from '../scene/observation.ts';
import { lowerBound, union } from '../scene/places.ts';
import { CONTEXTS } from '../scene/sales.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { EVERYWHERE, isInSample, sampleOf } from '../suspicion/sample.ts';
import type { Exposure } from './exposure.ts';
import { AS_BAD, shareStruck } from './exposure.ts';
import type { Struck } from './few-struck.ts';
import { fewStruck } from './few-struck.ts';
import { chanceOf, mixOf } from './mix.ts';
import type { Searched } from './search.ts';

/** Columns by which a wide scope may turn out to be narrower, the most telling first. */
const WIDE: readonly BoundColumn[] = [
  'terminal_id',
  'store_id',
  'operator',
  'app_version',
  'firmware_version',
  'param_version',
  'model',
  'bin',
  'acquirer',
  'link',
  'carrier',
  'region',
];
const MOST_VALUES = 4;
/** So many attempts, of those struck and of all at the time, are enough to see what a scope leaves out. */
const ENOUGH = { struck: 30_000, around: 100_000 };
const rowsDuring = ({ first, last }: Fault): number => last - first + 1;
const SINGLE: readonly BoundColumn[] = ['terminal_id', 'store_id', 'operator', 'acquirer'];
/** The least part of what a fault did that names what it is narrowed to. */
const NAMED = 0.1;
/** A column bounds nothing where leaving it out adds at most this part of attempts. */
const IDLE = 0.08;

/**
 * The smallest scope that explains the excess. Where records leave columns out, a wider scope gathers more evidence than the
 * true one (a model, because half of its terminals do not report the version that fails). A column narrows the scope where
 * the fault strikes only some of its values although the others were exposed; then bounds that no longer bound are dropped.
 */
export function refine(scene: Scene, searched: Searched, fault: Fault): Fault {
  if (fault.kind === 'card' || fault.kind === 'operator') return fault;
  let bounds = widened(scene, searched, fault);
  for (let round = 0; round < 2; round++) {
    const columns: readonly BoundColumn[] = fault.kind === 'terminal' ? ['operator'] : WIDE;
    const narrower = narrowed(
      scene,
      searched,
      fault,
      bounds,
      columns.filter((column) => bounds[column] === undefined),
    );
    if (!narrower) break;
    bounds = narrower;
  }
  const place = fault.kind === 'terminal' ? null : onePlace(scene, fault, bounds);
  if (place) bounds = place;
  if (bounds === fault.bounds) return fault;
  bounds = withoutIdle(scene, fault, bounds);
  const within = rowTest(scene, bounds, true);
  return { ...fault, bounds, rows: rowsOf(scene, bounds, fault.rows), struck: fault.struck.filter(within) };
}

/** Too few to show whether a bound matters. */
const UNTRIED = 3;

/** Drops a bound where what lies beyond it, in the same time, was hardly tried or is struck as well. */
function widened(scene: Scene, searched: Searched, fault: Fault): Bounds {
  const columns = boundColumns(fault.bounds);
  if (columns.length === 1) return fault.bounds;
  const { numberOf, face } = scene;
  const isStruck = facesOf(scene, fault.struck);
  const ratioOf = likenessTo(scene, searched, fault);
  let bounds = fault.bounds;
  for (const column of columns) {
    if (boundColumns(bounds).length === 1) break;
    const { [column]: _, ...others } = bounds;
    const wanted = wantedIn(codeCount(scene, column), bounds[column]!);
    const around = rowTest(scene, others, false);
    const codeOf = codeReader(scene, column);
    const within: Exposure = { attempts: 0, ratios: [] };
    const beyond: Exposure = { attempts: 0, ratios: [] };
    const look = (row: number): void => {
      if (isStruck[face[row]!] === 0) return;
      const code = codeOf(row);
      if (code === UNKNOWN || !around(row)) return;
      const seen = wanted[code + 1] === 1 ? within : beyond;
      seen.attempts++;
      if (numberOf[row]! >= 0) seen.ratios.push(ratioOf(row));
    };
    forRows(scene, others, fault, look, sampleOf(rowsDuring(fault), ENOUGH.around));
    const rate = shareStruck(within);
    if (rate * beyond.attempts < UNTRIED || shareStruck(beyond) >= AS_BAD * rate) bounds = others;
  }
  return bounds;
}

/** 1 for each interface of the rows. */
function facesOf({ face }: Scene, rows: Int32Array): Uint8Array {
  const used = new Uint8Array(INTERFACES.length);
  for (let i = 0; i < rows.length; i++) used[face[rows[i]!]!] = 1;
  return used;
}

/** How many times likelier a failure is where the fault strikes, after what the other faults explain of it. */
function likenessTo(scene: Scene, { baseline, explained }: Searched, fault: Fault): (row: number) => number {
  const { classes, observed, face, numberOf, cell } = scene;
  const mixes = mixOf(scene, fault);
  const known = new Float64Array(classes.length * CONTEXTS.length).fill(-1);
  return (row) => {
    const failure = numberOf[row]!;
    let ratio = known[cell[failure]!]!;
    if (ratio < 0) {
      const { likelihood } = classes[observed[row]!]!;
      const at = (face[row]! * CONTEXTS.length + scene.sales.context[row]!) * REASON_COUNT;
      const usual = chanceOf(likelihood, baseline.rate.subarray(at, at + REASON_COUNT));
      ratio = usual > 0 ? chanceOf(likelihood, mixes[face[row]!]!.reasons) / usual : 0;
      known[cell[failure]!] = ratio;
    }
    return (ratio * factorOf(fault.blame, row)) / explained[failure]!;
  };
}

function narrowed(
  scene: Scene,
  searched: Searched,
  fault: Fault,
  bounds: Bounds,
  columns: readonly BoundColumn[],
): Bounds | null {
  const within = rowTest(scene, bounds, true);
  const terminal = scene.frame.text.terminal_id.codes;
  const sample = sampleOf(fault.struck.length, ENOUGH.struck);
  const rows = fault.struck.filter((row) => isInSample(terminal[row]!, sample) && within(row));
  const ratioOf = likenessTo(scene, searched, fault);
  const struck: Struck = {
    shares: sharesOf(fault.blame, rows),
    ratios: Float64Array.from(rows, (row) => (scene.observed[row]! < 0 ? 0 : ratioOf(row))),
  };
  let best: { bounds: Bounds; spared: number } | null = null;
  for (const column of columns) {
    const most = SINGLE.includes(column) ? 1 : MOST_VALUES;
    const { codes, values } = numbered(codesAt(scene, column, rows), codeCount(scene, column));
    const found = fewStruck(codes, struck, values.length, most);
    if (found && isNamed(codes, struck.shares, found.codes) && (!best || found.spared > best.spared)) {
      const bound = found.codes.map((code) => values[code]!);
      best = { bounds: { ...bounds, [column]: bound }, spared: found.spared };
    }
  }
  return best?.bounds ?? null;
}

/** Whether enough of what a fault did names the values: what hardly any record names bounds nothing that anybody could find. */
function isNamed(codes: Int32Array, shares: Float64Array, values: readonly number[]): boolean {
  let named = 0;
  let all = 0;
  codes.forEach((code, i) => {
    all += shares[i]!;
    if (values.includes(code)) named += shares[i]!;
  });
  return named >= NAMED * all;
}

/** Codes as places among the values that occur, ascending: a scope of few attempts sees few of a fleet's terminals and people. */
function numbered(codes: Int32Array, count: number): { readonly codes: Int32Array; readonly values: Int32Array } {
  if (count <= codes.length) return { codes, values: Int32Array.from({ length: count }, (_, code) => code) };
  const values = Int32Array.from(new Set(codes.filter((code) => code !== UNKNOWN))).sort();
  const place = new Map(Array.from(values, (code, at) => [code, at]));
  return { codes: codes.map((code) => place.get(code) ?? UNKNOWN), values };
}

const NEARLY_ALL = 0.95;
/** The least part of what a fault did that names its store, if that is to be its name: some terminals never say whose they are. */
const MOST_NAMED = 0.5;

/** A terminal or store that a wider scope comes down to, because hardly anything else lies in it: that is its better name. */
function onePlace(scene: Scene, fault: Fault, bounds: Bounds): Bounds | null {
  if (bounds.terminal_id || bounds.store_id || bounds.operator) return null;
  const within = rowTest(scene, bounds, true);
  for (const column of ['terminal_id', 'store_id'] as const) {
    const codeOf = codeReader(scene, column);
    const blame = new Map<number, number>();
    let all = 0;
    let named = 0;
    fault.blame.rows.forEach((row, i) => {
      if (!within(row)) return;
      const code = codeOf(row);
      const share = fault.blame.share[i]!;
      all += share;
      if (code === UNKNOWN) return;
      named += share;
      blame.set(code, (blame.get(code) ?? 0) + share);
    });
    const [top] = [...blame].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (!top || top[1] < NEARLY_ALL * named || named < MOST_NAMED * all) continue;
    let inside = 0;
    let of = 0;
    forRows(scene, { [column]: [top[0]] }, fault, (row) => {
      if (codeOf(row) !== top[0]) return;
      of++;
      if (within(row)) inside++;
    });
    if (inside >= NEARLY_ALL * of) return { [column]: [top[0]] };
  }
  return null;
}

/** The attempts of the new scope; of the old one also those that leave a bound out. */
function rowsOf(scene: Scene, bounds: Bounds, before: Int32Array): Int32Array {
  return union(before.filter(rowTest(scene, bounds, true)), rowsWithin(scene, bounds));
}

/** Calls for each row from first to last among which those within the bounds are, in whatever order; of wide bounds at the sample's terminals only. */
function forRows(
  scene: Scene,
  bounds: Bounds,
  { first, last }: Pick<Fault, 'first' | 'last'>,
  call: (row: number) => void,
  sample = EVERYWHERE,
): void {
  const around = rowsAround(scene, bounds);
  if (around) {
    for (const row of around) if (row >= first && row <= last) call(row);
    return;
  }
  const within = homeTest(scene, bounds, false);
  const { rows, stays } = scene.places.terminals();
  for (const { terminal, home, from, to } of stays) {
    if (!isInSample(terminal, sample) || !within(home)) continue;
    for (let at = lowerBound(rows, from, to, first); at < to && rows[at]! <= last; at++) call(rows[at]!);
  }
}

/** Drops the bounds without which the scope holds hardly more attempts, the first named ones first. */
function withoutIdle(scene: Scene, fault: Fault, bounds: Bounds): Bounds {
  let kept = bounds;
  for (const column of boundColumns(bounds)) {
    if (boundColumns(kept).length === 1) break;
    const { [column]: _, ...others } = kept;
    const with_ = count(scene, kept, fault);
    if (count(scene, others, fault) <= (1 + IDLE) * with_) kept = others;
  }
  return kept;
}

function count(scene: Scene, bounds: Bounds, fault: Fault): number {
  const within = rowTest(scene, bounds, false);
  let rows = 0;
  const look = (row: number): void => {
    if (within(row)) rows++;
  };
  forRows(scene, bounds, fault, look, sampleOf(rowsDuring(fault), ENOUGH.around));
  return rows;
}
