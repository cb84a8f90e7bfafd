import { INTERFACES } from '@duka/model';
import type { Ratios } from './baseline.ts';
import { BURSTS, STRIKE_RATES, strikeFactor } from './evidence.ts';
import { CONTEXTS } from './sales.ts';
import type { Exposed } from './trials.ts';

const FACES = INTERFACES.length;
const LEVELS = STRIKE_RATES.length;
const BEGIN = Math.log(BURSTS.begin / BURSTS.rates.length) / 2;
const END = Math.log(BURSTS.end) / 2;

/**
 * A first, cheap look at every group with every pattern, from tables: about the most that logEvidence can reach. The best
 * stretch of failures, or the best run of bursts, at each share of attempts struck: an average over paths is at
 * most its best path; for bursts, of which many paths are nearly as good, half of the price of each is let off.
 */
export class Screening {
  readonly #patterns: number;
  readonly #shares: Float64Array;
  /** Logarithm of a failure's factor, `gain[((observed * contexts + context) * patterns + pattern) * levels + level]`. */
  readonly #gain: Float32Array;
  /** Logarithm of a success's factor, `clean[(pattern * interfaces + interface) * levels + level]`. */
  readonly #clean: Float64Array;

  /** @param faceOfClass interface of each class of observations, as an index */
  constructor(ratios: Ratios, shares: Float64Array, faceOfClass: readonly number[]) {
    this.#patterns = shares.length / FACES;
    this.#shares = shares;
    this.#gain = new Float32Array(faceOfClass.length * CONTEXTS.length * this.#patterns * LEVELS);
    this.#clean = new Float64Array(this.#patterns * FACES * LEVELS);
    for (let p = 0; p < this.#patterns; p++) {
      for (let k = 0; k < LEVELS; k++) {
        for (let f = 0; f < FACES; f++) {
          this.#clean[(p * FACES + f) * LEVELS + k] = Math.log(1 - STRIKE_RATES[k]! * shares[p * FACES + f]!);
        }
        faceOfClass.forEach((face, observed) => {
          const hit = shares[p * FACES + face]!;
          for (let c = 0; c < CONTEXTS.length; c++) {
            const at = ((observed * CONTEXTS.length + c) * this.#patterns + p) * LEVELS + k;
            this.#gain[at] = Math.log(strikeFactor(STRIKE_RATES[k]!, hit, ratios.table[Math.floor(at / LEVELS)]!));
          }
        });
      }
    }
  }

  /** @param cells `observed * contexts + context` of each failure of the group */
  bound({ exposure }: Exposed, cells: Int32Array, pattern: number, worthIt: number): number {
    const alone = this.#failuresAlone(cells, pattern);
    return alone < worthIt ? alone : this.#bestPath(exposure, cells, pattern);
  }

  /** More than any evidence: every failure struck, every success free. */
  #failuresAlone(cells: Int32Array, pattern: number): number {
    let sum = 0;
    for (let i = 0; i < cells.length; i++) {
      const gain = this.#gain[(cells[i]! * this.#patterns + pattern) * LEVELS + LEVELS - 1]!;
      if (gain > 0) sum += gain;
    }
    return sum;
  }

  #bestPath(exposure: Int32Array, cells: Int32Array, pattern: number): number {
    const faces: number[] = [];
    for (let f = 0; f < FACES; f++) if (this.#shares[pattern * FACES + f]! > 0) faces.push(f);
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
        const gain = this.#gain[(cells[i]! * this.#patterns + pattern) * LEVELS + k]!;
        stretch = Math.max(0, stretch + gap) + gain;
        burst = Math.max(burst + gap, calm + BEGIN) + gain;
        calm = Math.max(calm, burst + END);
        best = Math.max(best, stretch, calm);
      }
    }
    return best;
  }
}
