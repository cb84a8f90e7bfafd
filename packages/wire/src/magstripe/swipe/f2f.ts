/**
 * F2F, two-frequency coherent phase (Aiken biphase): the flux turns at the beginning of every bit, and once more in the
 * middle of a one. The clock is the card's speed, so it has to be recovered from the signal itself.
 */
export type Cells = {
  /** 0, 1, or -1 where the transitions do not say. */
  readonly bits: Int8Array;
  /** Where each cell begins and how long it is, in samples. */
  readonly begin: Float64Array;
  readonly length: Float64Array;
  /** The peak at which each cell begins; that of a lost cell is the last one before it. */
  readonly peak: Int32Array;
};

/** A way to read the intervals up to a peak. */
type Path = {
  readonly cost: number;
  /** Length of a cell here, in samples. */
  readonly clock: number;
  readonly peak: number;
  readonly bit: number;
  /** How many cells this step stands for. */
  readonly cells: number;
  readonly before: Path | null;
};

/** Paths kept for each peak. */
const BREADTH = 6;
/** Spread of an interval, as a share of a cell: what density, jitter and peak shift make of it. */
const SPREAD = 0.06;
/** Beyond so many spreads an error costs in proportion. */
const BEND = 2;
/** How fast the clock follows the cells. */
const FOLLOW = 0.6;
const SKIPPED = 2.5;
const EXTRA_PAIR = 9;
const LOST = 7;
const LOST_EACH = 0.7;
const MOST_LOST = 60;
const RESTART = 16;

/** The bits that explain the intervals between `peaks` best (dynamic programming over the peaks, heavy-tailed errors). */
export function decodeF2f(peaks: Float64Array): Cells {
  const intervals = peaks.length - 1;
  const skipped = SKIPPED + Math.log(Math.max(1, medianInterval(peaks)));
  const kept: Path[][] = Array.from({ length: Math.max(0, peaks.length) }, () => []);
  for (let at = 0; at < intervals; at++) {
    const interval = peaks[at + 1]! - peaks[at]!;
    keep(kept[at]!, { cost: at * skipped, clock: interval, peak: at, bit: 0, cells: 0, before: null });
    for (const path of kept[at]!) extend(path, peaks, kept);
  }
  let best: Path | null = null;
  let least = Infinity;
  kept.forEach((paths, at) => {
    for (const path of paths) {
      const cost = path.cost + (intervals - at) * skipped;
      if (cost < least) {
        least = cost;
        best = path;
      }
    }
  });
  return cellsOf(best, peaks);
}

function extend(path: Path, peaks: Float64Array, kept: readonly Path[][]): void {
  const { peak, clock } = path;
  const first = peaks[peak + 1]! - peaks[peak]!;
  // The spread of an interval grows with the clock: without the density's norm, ones at half the speed would win.
  const norm = Math.log(clock);
  const step = (to: number, bit: number, cells: number, cost: number, length: number) => {
    const follow = clock + FOLLOW * (length / cells - clock);
    const total = path.cost + cost + (to - peak) * norm;
    keep(kept[to]!, { cost: total, clock: follow, peak: to, bit, cells, before: path });
  };
  if (first > 0.55 * clock) step(peak + 1, 0, 1, misfit(first / clock - 1), first);
  if (first > 1.6 * clock) {
    const cells = Math.round(first / clock);
    if (cells <= MOST_LOST)
      step(peak + 1, -1, cells, LOST + LOST_EACH * cells + misfit(first / clock / cells - 1), first);
  }
  if (peak + 2 < peaks.length) {
    const second = peaks[peak + 2]! - peaks[peak + 1]!;
    const whole = first + second;
    if (whole > 0.5 * clock && whole < 2 * clock) {
      step(peak + 2, 1, 1, misfit(first / clock - 0.5) + misfit((second - first) / whole), whole);
    }
    // After a stop nothing is known but the next interval: it is a whole cell or half of one.
    if (first > 1.6 * clock) {
      for (const next of [second, 2 * second]) {
        const cost = path.cost + RESTART + norm;
        keep(kept[peak + 1]!, { cost, clock: next, peak: peak + 1, bit: -1, cells: 1, before: path });
      }
    }
  }
  if (peak + 3 < peaks.length) {
    const whole = peaks[peak + 3]! - peaks[peak]!;
    if (whole < 1.5 * clock) step(peak + 3, 0, 1, EXTRA_PAIR + misfit(whole / clock - 1), whole);
  }
}

/** Minus the log likelihood of an error but for a constant: normal near zero, exponential beyond (Huber 1964). */
function misfit(error: number): number {
  const size = Math.abs(error) / SPREAD;
  return size < BEND ? (size * size) / 2 : BEND * (size - BEND / 2);
}

/** The best few that differ in their clock. */
function keep(paths: Path[], path: Path): void {
  const same = paths.findIndex(({ clock }) => Math.abs(clock - path.clock) < 0.03 * clock);
  if (same >= 0) {
    if (paths[same]!.cost <= path.cost) return;
    paths.splice(same, 1);
  }
  let at = paths.length;
  while (at > 0 && paths[at - 1]!.cost > path.cost) at--;
  if (at >= BREADTH) return;
  paths.splice(at, 0, path);
  if (paths.length > BREADTH) paths.pop();
}

function medianInterval(peaks: Float64Array): number {
  const intervals = peaks
    .subarray(1)
    .map((at, before) => at - peaks[before]!)
    .sort();
  return intervals[intervals.length >> 1] ?? 1;
}

function cellsOf(best: Path | null, peaks: Float64Array): Cells {
  const steps: Path[] = [];
  for (let path = best; path?.before; path = path.before) steps.push(path);
  steps.reverse();
  const count = steps.reduce((sum, { cells }) => sum + cells, 0);
  const cells = {
    bits: new Int8Array(count),
    begin: new Float64Array(count),
    length: new Float64Array(count),
    peak: new Int32Array(count),
  };
  let at = 0;
  for (const step of steps) {
    const from = step.before!.peak;
    const length = (peaks[step.peak]! - peaks[from]!) / step.cells;
    for (let cell = 0; cell < step.cells; cell++, at++) {
      cells.bits[at] = step.bit;
      cells.begin[at] = peaks[from]! + cell * length;
      cells.length[at] = length;
      cells.peak[at] = from;
    }
  }
  return cells;
}
