import type { CrossedData } from '../../src/crossed/fit.ts';
import { Random } from './random.ts';

/** Posterior means under flat priors of the intercept and the standard deviations. */
export type LongRun = {
  readonly intercept: number;
  readonly sds: readonly number[];
  readonly effects: readonly (readonly number[])[];
};

/**
 * Markov chain Monte Carlo for the crossed model: random-walk Metropolis level by level, Gibbs for the standard deviations
 * and for what a factor's levels have in common with the intercept, and Metropolis for the scale of all levels at once
 * (Yu and Meng's interweaving). Slow, exact in the long run, and it shares nothing with the fit.
 */
export function longRun({ failed, factors }: CrossedData, seed: number, sweeps: number, burnIn: number): LongRun {
  const random = new Random(seed);
  const rowsOf = factors.map(grouped);
  const state: State = {
    failed,
    factors,
    rowsOf,
    odds: new Float64Array(failed.length),
    intercept: Math.log(mean(failed) / (1 - mean(failed))),
    effects: rowsOf.map((levels) => new Float64Array(levels.length)),
    sds: factors.map(() => 0.4),
    steps: rowsOf.map((levels) => new Float64Array(levels.length).fill(0.5)),
  };
  state.odds.fill(Math.exp(state.intercept));
  const sum = {
    intercept: 0,
    sds: factors.map(() => 0),
    effects: rowsOf.map(({ length }) => new Float64Array(length)),
  };
  for (let sweep = 0; sweep < burnIn + sweeps; sweep++) {
    for (let k = 0; k < factors.length; k++) {
      moveLevels(state, k, random, sweep < burnIn);
      drawSd(state, k, random);
      moveScale(state, k, random);
      drawCommon(state, k, random);
    }
    moveIntercept(state, random);
    if (sweep < burnIn) continue;
    sum.intercept += state.intercept;
    state.sds.forEach((sd, k) => {
      sum.sds[k]! += sd;
      state.effects[k]!.forEach((effect, level) => {
        sum.effects[k]![level]! += effect;
      });
    });
  }
  return {
    intercept: sum.intercept / sweeps,
    sds: sum.sds.map((sd) => sd / sweeps),
    effects: sum.effects.map((effects) => Array.from(effects, (effect) => effect / sweeps)),
  };
}

/** `odds` are e to the log-odds of each observation; a move by d multiplies them by e to d. */
type State = {
  readonly failed: Uint8Array;
  readonly factors: readonly Int32Array[];
  readonly rowsOf: readonly (readonly Int32Array[])[];
  readonly odds: Float64Array;
  intercept: number;
  readonly effects: readonly Float64Array[];
  readonly sds: number[];
  readonly steps: readonly Float64Array[];
};

function moveLevels({ failed, odds, rowsOf, effects, sds, steps }: State, k: number, random: Random, tune: boolean) {
  rowsOf[k]!.forEach((rows, level) => {
    const before = effects[k]![level]!;
    const change = steps[k]![level]! * random.normal();
    const factor = Math.exp(change);
    let log = (before ** 2 - (before + change) ** 2) / (2 * sds[k]! ** 2);
    let product = 1;
    let count = 0;
    for (const row of rows) {
      product *= (1 + odds[row]!) / (1 + odds[row]! * factor);
      log += failed[row] ? change : 0;
      if (++count % 32 === 0) {
        log += Math.log(product);
        product = 1;
      }
    }
    log += Math.log(product);
    const accepted = Math.log(1 - random.unit()) < log;
    if (tune) steps[k]![level]! *= accepted ? 1.06 : 0.96;
    if (!accepted) return;
    effects[k]![level] = before + change;
    for (const row of rows) odds[row]! *= factor;
  });
}

/** Given the levels, the flat prior leaves 1/sd² a gamma of (levels − 1) / 2. */
function drawSd({ effects, sds }: State, k: number, random: Random): void {
  const squares = effects[k]!.reduce((sum, effect) => sum + effect ** 2, 0);
  sds[k] = Math.sqrt(squares / 2 / random.gamma((effects[k]!.length - 1) / 2));
}

/** All levels and their standard deviation times the same factor: the density per unit of ln sd is sd itself. */
function moveScale({ failed, odds, factors, effects, sds }: State, k: number, random: Random): void {
  const scale = Math.exp(0.03 * random.normal());
  const ratio = effects[k]!.map((effect) => Math.exp((scale - 1) * effect));
  let log = Math.log(scale);
  let product = 1;
  for (let row = 0; row < odds.length; row++) {
    const by = ratio[factors[k]![row]!]!;
    product *= ((failed[row] ? by : 1) * (1 + odds[row]!)) / (1 + odds[row]! * by);
    if (row % 32 > 0) continue;
    log += Math.log(product);
    product = 1;
  }
  log += Math.log(product);
  if (Math.log(1 - random.unit()) >= log) return;
  sds[k]! *= scale;
  for (let level = 0; level < effects[k]!.length; level++) effects[k]![level]! *= scale;
  for (let row = 0; row < odds.length; row++) odds[row]! *= ratio[factors[k]![row]!]!;
}

/** What the levels have in common may as well be the intercept's: the log-odds stay as they are. */
function drawCommon(state: State, k: number, random: Random): void {
  const effects = state.effects[k]!;
  const shift = mean(effects) + (state.sds[k]! / Math.sqrt(effects.length)) * random.normal();
  for (let level = 0; level < effects.length; level++) effects[level]! -= shift;
  state.intercept += shift;
}

function moveIntercept(state: State, random: Random): void {
  const change = (2 / Math.sqrt(state.failed.length * 0.1)) * random.normal();
  const factor = Math.exp(change);
  let log = 0;
  let product = 1;
  state.odds.forEach((odds, row) => {
    product *= ((state.failed[row] ? factor : 1) * (1 + odds)) / (1 + odds * factor);
    if (row % 32 > 0) return;
    log += Math.log(product);
    product = 1;
  });
  log += Math.log(product);
  if (Math.log(1 - random.unit()) >= log) return;
  state.intercept += change;
  for (let row = 0; row < state.odds.length; row++) state.odds[row]! *= factor;
}

function grouped(codes: Int32Array): readonly Int32Array[] {
  const rows: number[][] = Array.from({ length: codes.reduce((most, code) => Math.max(most, code + 1), 0) }, () => []);
  codes.forEach((code, row) => {
    rows[code]!.push(row);
  });
  return rows.map((list) => Int32Array.from(list));
}

const mean = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
};
