import { INTERFACES } from '@duka/model';
import type { Ratios } from './baseline.ts';
import type { Blocks } from './blocks.ts';
import { BURSTS, FROM_START, STRIKE_RATES, strikeFactor } from './evidence.ts';
import { CONTEXTS } from './sales.ts';
import type { Counts, Exposed } from './trials.ts';
import { facesHit } from './trials.ts';

const FACES = INTERFACES.length;
const LEVELS = STRIKE_RATES.length;
const BEGIN = Math.log(BURSTS.begin / BURSTS.rates.length) / 2;
const END = Math.log(BURSTS.end) / 2;

/** Nearly the evidence of blocks may lie below that of their attempts one by one, as start and end are known only roughly. */
const COARSE = 3;
const LASTING = 1 - BURSTS.weight;
const HUGE = 1e200;

/**
 * A first, cheap look at every group with every pattern, from tables: about the most that logEvidence can reach. The best
 * stretch of failures, or the best run of bursts, at each share of attempts struck: an average over paths is at
 * most its best path; for bursts, of which many paths are nearly as good, half of the price of each is let off.
 */
export class Screening {
  readonly #patterns: number;
  /** The interfaces that each pattern hits. */
  readonly #faces: readonly (readonly number[])[];
  /** Of each pattern, the logarithm of a failure's factor: `gain[(observed * contexts + context) * levels + level]`. */
  readonly #gains: readonly Float32Array[];
  /** The same where most attempts are struck, if it is a gain at all: `most[(observed * contexts + context) * patterns + pattern]`. */
  readonly #most: Float32Array;
  /** Logarithm of a success's factor, `clean[(pattern * interfaces + interface) * levels + level]`. */
  readonly #clean: Float64Array;

  /** @param faceOfClass interface of each class of observations, as an index */
  constructor(ratios: Ratios, shares: Float64Array, faceOfClass: readonly number[]) {
    this.#patterns = shares.length / FACES;
    this.#faces = ratios.map((_, p) => facesHit(shares.subarray(p * FACES, (p + 1) * FACES)));
    const cells = faceOfClass.length * CONTEXTS.length;
    this.#most = new Float32Array(cells * this.#patterns);
    this.#gains = ratios.map((of, p) => {
      const gains = new Float32Array(cells * LEVELS);
      for (let cell = 0; cell < cells; cell++) {
        const hit = shares[p * FACES + faceOfClass[Math.floor(cell / CONTEXTS.length)]!]!;
        for (let k = 0; k < LEVELS; k++) {
          gains[cell * LEVELS + k] = Math.log(strikeFactor(STRIKE_RATES[k]!, hit, of[cell]!));
        }
        this.#most[cell * this.#patterns + p] = Math.max(0, gains[cell * LEVELS + LEVELS - 1]!);
      }
      return gains;
    });
    this.#clean = new Float64Array(this.#patterns * FACES * LEVELS);
    for (let p = 0; p < this.#patterns; p++) {
      for (let k = 0; k < LEVELS; k++) {
        for (let f = 0; f < FACES; f++) {
          this.#clean[(p * FACES + f) * LEVELS + k] = Math.log(1 - STRIKE_RATES[k]! * shares[p * FACES + f]!);
        }
      }
    }
  }

  /**
   * @param cells `observed * contexts + context` of each failure of the group, -1 for those that are left out
   * @param alone the pattern's of failuresAlone
   */
  bound({ exposure }: Exposed, cells: Int32Array, pattern: number, alone: number, worthIt: number): number {
    return alone < worthIt ? alone : this.#bestPath(exposure, cells, pattern);
  }

  /**
   * About the most that logEvidence can reach, from the blocks of a wide group: the lasting chain of evidence.ts, block by block.
   */
  boundOfBlocks({ count, start, cells, failures, successes }: Blocks, pattern: number): number {
    const gain = this.#gains[pattern]!;
    const faces = this.#faces[pattern]!;
    const lengths = new Float64Array(count);
    let length = 0;
    for (let block = 0; block < count; block++) {
      for (let at = 0; at < faces.length; at++) lengths[block]! += successes[block * FACES + faces[at]!]!;
      for (let at = start[block]!; at < start[block + 1]!; at++) lengths[block]! += failures[at]!;
      length += lengths[block]!;
    }
    const struck = new Float64Array(LEVELS).fill((LASTING * FROM_START) / LEVELS);
    const begin = (LASTING * (1 - FROM_START)) / length / LEVELS;
    let over = 0;
    let scale = 0;
    let unit = 1;
    let inside = 0;
    for (let block = 0; block < count; block++) {
      const stay = Math.exp(-lengths[block]! / length);
      inside = 0;
      for (let k = 0; k < LEVELS; k++) {
        let log = 0;
        for (let at = 0; at < faces.length; at++) {
          log += successes[block * FACES + faces[at]!]! * this.#clean[(pattern * FACES + faces[at]!) * LEVELS + k]!;
        }
        for (let at = start[block]!; at < start[block + 1]!; at++) {
          log += failures[at]! * gain[cells[at]! * LEVELS + k]!;
        }
        over += struck[k]! * (1 - stay);
        struck[k] = (struck[k]! * stay + begin * lengths[block]! * unit) * Math.exp(log);
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
    return Math.log(inside + over) + scale + COARSE;
  }

  /** More than any evidence for each pattern: every failure struck, every success free. */
  failuresAlone(cells: Int32Array): Float64Array {
    const sums = new Float64Array(this.#patterns);
    for (let i = 0; i < cells.length; i++) {
      const from = cells[i]! * this.#patterns;
      if (from >= 0) for (let p = 0; p < sums.length; p++) sums[p]! += this.#most[from + p]!;
    }
    return sums;
  }

  #bestPath(exposure: Counts, cells: Int32Array, pattern: number): number {
    const gains = this.#gains[pattern]!;
    const faces = this.#faces[pattern]!;
    let best = 0;
    for (let k = 0; k < LEVELS; k++) {
      let stretch = 0;
      let burst = Number.NEGATIVE_INFINITY;
      let calm = 0;
      for (let i = 0; i < cells.length; i++) {
        let gap = 0;
        for (const f of faces) {
          const count = exposure[i * FACES + f]!;
          if (count > 0) gap += count * this.#clean[(pattern * FACES + f) * LEVELS + k]!;
        }
        const cell = cells[i]!;
        const gain = cell < 0 ? 0 : gains[cell * LEVELS + k]!;
        stretch = Math.max(0, stretch + gap) + gain;
        burst = Math.max(burst + gap, calm + BEGIN) + gain;
        calm = Math.max(calm, burst + END);
        best = Math.max(best, stretch, calm);
      }
    }
    return best;
  }
}
