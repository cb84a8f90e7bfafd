import { INTERFACES } from '@duka/model';
import type { Ratios } from '../expected/baseline.ts';
import type { Exposed } from '../scene/group.ts';
import { CONTEXTS } from '../scene/sales.ts';
import type { Blocks } from './blocks.ts';
import { BURSTS, FROM_START, RATE_WEIGHTS, STRIKE_RATES, strikeFactor } from './evidence.ts';
import { successLogs } from './success-logs.ts';
import { facesHit } from './trials.ts';

const FACES = INTERFACES.length;
const LEVELS = STRIKE_RATES.length;
const BEGIN = Math.log(BURSTS.begin / BURSTS.rates.length) / 2;
const END = Math.log(BURSTS.end) / 2;

/** So far the evidence of blocks may lie below that of their attempts one by one, as start and end are known only roughly. */
const COARSE = 3;
const LASTING = 1 - BURSTS.weight;
const HUGE = 1e200;

/**
 * About the most that logEvidence can reach for a pattern; where that is less than `worthIt`, it may be more than that most. To be asked
 * before the next group is looked at.
 */
export type Bound = (pattern: number, worthIt: number) => number;

/**
 * A first, cheap look at every group with every pattern, from tables: about the most that logEvidence can reach. The best
 * stretch of failures, or the best run of bursts, at each share of attempts struck: an average over paths is at
 * most its best path; for bursts, of which many paths are nearly as good, half of the price of each is let off.
 */
export class Screening {
  readonly #patterns: number;
  readonly #alone: Float64Array;
  /** The interfaces that each pattern hits. */
  readonly #faces: readonly (readonly number[])[];
  /** Of each pattern, the logarithm of a failure's factor: `gain[(observed * contexts + context) * levels + level]`. */
  readonly #gains: readonly Float32Array[];
  /** The same where most attempts are struck, if it is a gain at all: `most[(observed * contexts + context) * patterns + pattern]`. */
  readonly #most: Float32Array;
  /** At most this part of `most` is gained at each level: `part[pattern * levels + level]`. */
  readonly #part: Float64Array;
  readonly #successLogs: ReturnType<typeof successLogs>;

  /** @param faceOfClass interface of each class of observations, as an index */
  constructor(ratios: Ratios, shares: Float64Array, faceOfClass: readonly number[]) {
    this.#patterns = shares.length / FACES;
    this.#alone = new Float64Array(this.#patterns);
    this.#faces = ratios.map((_, p) => facesHit(shares.subarray(p * FACES, (p + 1) * FACES)));
    const cells = faceOfClass.length * CONTEXTS.length;
    this.#most = new Float32Array(cells * this.#patterns);
    this.#part = new Float64Array(this.#patterns * LEVELS);
    this.#gains = ratios.map((of, p) => {
      const gains = new Float32Array(cells * LEVELS);
      for (let cell = 0; cell < cells; cell++) {
        const hit = shares[p * FACES + faceOfClass[Math.floor(cell / CONTEXTS.length)]!]!;
        for (let k = 0; k < LEVELS; k++) {
          gains[cell * LEVELS + k] = Math.log(strikeFactor(STRIKE_RATES[k]!, hit, of[cell]!));
        }
        const most = Math.max(0, gains[cell * LEVELS + LEVELS - 1]!);
        this.#most[cell * this.#patterns + p] = most;
        for (let k = 0; most > 0 && k < LEVELS; k++) {
          this.#part[p * LEVELS + k] = Math.max(this.#part[p * LEVELS + k]!, gains[cell * LEVELS + k]! / most);
        }
      }
      return gains;
    });
    this.#successLogs = successLogs(shares);
  }

  /** @param cells `observed * contexts + context` of each failure of the group, -1 for those that are left out */
  boundsOf({ exposure }: Exposed, cells: Int32Array): Bound {
    const alone = this.#failuresAlone(cells);
    const logsOf = this.#successLogs(exposure);
    return (pattern, worthIt) => {
      if (alone[pattern]! < worthIt) return alone[pattern]!;
      const logs = logsOf(pattern);
      let best = 0;
      for (let k = 0; k < LEVELS; k++) {
        if (this.#part[pattern * LEVELS + k]! * alone[pattern]! < worthIt) continue;
        best = Math.max(best, bestPath(logs, cells, this.#gains[pattern]!, k));
      }
      return best;
    };
  }

  /** The same from the blocks of a wide group. */
  boundsOfBlocks(blocks: Blocks): Bound {
    const logsOf = this.#successLogs(blocks.successes);
    return (pattern, worthIt) => {
      const logs = logsOf(pattern);
      const gains = this.#gains[pattern]!;
      // All paths together weigh less than one.
      const best = bestStretch(blocks, logs, gains) + COARSE;
      return best < worthIt ? best : allStretches(blocks, logs, gains, this.#faces[pattern]!) + COARSE;
    };
  }

  /** More than any evidence for each pattern: every failure struck, every success free. */
  #failuresAlone(cells: Int32Array): Float64Array {
    const sums = this.#alone.fill(0);
    for (let i = 0; i < cells.length; i++) {
      const from = cells[i]! * this.#patterns;
      if (from >= 0) for (let p = 0; p < sums.length; p++) sums[p]! += this.#most[from + p]!;
    }
    return sums;
  }
}

/** @param logs of the successes before each failure, see successLogs @param k the level */
function bestPath(logs: Float64Array, cells: Int32Array, gains: Float32Array, k: number): number {
  let best = 0;
  let stretch = 0;
  let burst = Number.NEGATIVE_INFINITY;
  let calm = 0;
  for (let i = 0; i < cells.length; i++) {
    const gap = logs[i * LEVELS + k]!;
    const cell = cells[i]!;
    const gain = cell < 0 ? 0 : gains[cell * LEVELS + k]!;
    stretch = Math.max(0, stretch + gap) + gain;
    best = Math.max(best, stretch);
    burst = Math.max(burst + gap, calm + BEGIN) + gain;
    calm = Math.max(calm, burst + END);
  }
  return Math.max(best, calm);
}

/** The logarithm of what the attempts of a block gain at a level. */
function gainOfBlock(
  { start, cells, failures }: Blocks,
  block: number,
  logs: Float64Array,
  gains: Float32Array,
  k: number,
): number {
  let log = logs[block * LEVELS + k]!;
  for (let at = start[block]!; at < start[block + 1]!; at++) log += failures[at]! * gains[cells[at]! * LEVELS + k]!;
  return log;
}

/** What the best stretch of blocks gains. */
function bestStretch(blocks: Blocks, logs: Float64Array, gains: Float32Array): number {
  let best = 0;
  for (let k = 0; k < LEVELS; k++) {
    let stretch = 0;
    for (let block = 0; block < blocks.count; block++) {
      stretch = Math.max(0, stretch) + gainOfBlock(blocks, block, logs, gains, k);
      if (stretch > best) best = stretch;
    }
  }
  return best;
}

/** The lasting chain of evidence.ts, block by block, as a logarithm. */
function allStretches(blocks: Blocks, logs: Float64Array, gains: Float32Array, faces: readonly number[]): number {
  const { count } = blocks;
  const lengths = lengthsOf(blocks, faces);
  const length = lengths.reduce((sum, n) => sum + n, 0);
  const struck = Float64Array.from(RATE_WEIGHTS, (weight) => LASTING * FROM_START * weight);
  const begin = (LASTING * (1 - FROM_START)) / length;
  let over = 0;
  let scale = 0;
  let unit = 1;
  let inside = 0;
  for (let block = 0; block < count; block++) {
    const stay = Math.exp(-lengths[block]! / length);
    inside = 0;
    for (let k = 0; k < LEVELS; k++) {
      over += struck[k]! * (1 - stay);
      const gain = Math.exp(gainOfBlock(blocks, block, logs, gains, k));
      struck[k] = (struck[k]! * stay + begin * RATE_WEIGHTS[k]! * lengths[block]! * unit) * gain;
      inside += struck[k]!;
    }
    if (inside + over > HUGE) {
      for (let k = 0; k < LEVELS; k++) struck[k]! /= HUGE;
      over /= HUGE;
      inside /= HUGE;
      scale += Math.log(HUGE);
      unit = Math.exp(-scale);
    }
  }
  return Math.log(inside + over) + scale;
}

/** Attempts of each block on the interfaces, and its failures. */
function lengthsOf({ count, start, failures, successes }: Blocks, faces: readonly number[]): Float64Array {
  const lengths = new Float64Array(count);
  for (let block = 0; block < count; block++) {
    for (const face of faces) lengths[block]! += successes[block * FACES + face]!;
    for (let at = start[block]!; at < start[block + 1]!; at++) lengths[block]! += failures[at]!;
  }
  return lengths;
}
