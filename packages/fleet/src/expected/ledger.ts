import type { Blame } from '../scene/blame.ts';
import type { Group } from '../scene/group.ts';
import type { Scene } from '../scene/scene.ts';

/** What the faults convicted so far explain. It is expected from then on, so that further suspicions are judged by what they leave. */
export class Ledger {
  /** P(record | faults found so far) / P(record | baseline), by the failure's number. */
  readonly explained: Float64Array;
  /** Chance that a failure was ordinary and no fault's work, by its number. */
  readonly ownShare: Float32Array;
  convictions = 0;
  /** The conviction that last explained something of a failure, counting from 1. */
  readonly #touched: Int32Array;

  readonly #scene: Scene;

  /** @param explained what lasting differences explain of each failure beforehand; the ledger's from then on */
  constructor(scene: Scene, explained: Float64Array) {
    this.#scene = scene;
    this.explained = explained;
    this.ownShare = new Float32Array(explained.length).fill(1);
    this.#touched = new Int32Array(explained.length);
  }

  /** Whether a fault has explained something of a failure. */
  isTouched(failure: number): boolean {
    return this.#touched[failure]! > 0;
  }

  /** Whether more of a group was explained since so many convictions. */
  hasChanged({ failed }: Group, convictions: number): boolean {
    for (const failure of failed) if (this.#touched[failure]! > convictions) return true;
    return false;
  }

  /** What a fault did is expected from now on. */
  expect({ rows, factor, share }: Blame): void {
    this.#numbersOf(rows).forEach((failure, i) => {
      this.explained[failure]! *= factor[i]!;
      this.ownShare[failure]! *= 1 - share[i]!;
      this.#touched[failure] = this.convictions;
    });
  }

  /** Makes ready to take back what of a blame is expected. @returns takes it back; its failures stay touched */
  remember({ rows }: Blame): () => void {
    const numbers = this.#numbersOf(rows);
    const explained = Float64Array.from(numbers, (failure) => this.explained[failure]!);
    const ownShare = Float64Array.from(numbers, (failure) => this.ownShare[failure]!);
    return () =>
      numbers.forEach((failure, i) => {
        this.explained[failure] = explained[i]!;
        this.ownShare[failure] = ownShare[i]!;
      });
  }

  #numbersOf(rows: Int32Array): Int32Array {
    return rows.map((row) => this.#scene.numberOf[row]!);
  }
}
