import type { Blame } from './blame.ts';
import type { Group } from './groups.ts';

/** What the faults convicted so far explain. It is expected from then on, so that further suspicions are judged by what they leave. */
export class Ledger {
  /** P(record | faults found so far) / P(record | baseline), a row. */
  readonly explained: Float64Array;
  /** Chance that a failure was ordinary and no fault's work, a row. */
  readonly ownShare: Float32Array;
  convictions = 0;
  /** The conviction that last explained something of a row, counting from 1. */
  readonly #touched: Int32Array;

  /** @param explained what lasting differences explain of each row beforehand; the ledger's from then on */
  constructor(explained: Float64Array) {
    this.explained = explained;
    this.ownShare = new Float32Array(explained.length).fill(1);
    this.#touched = new Int32Array(explained.length);
  }

  /** Whether a fault has explained something of a row. */
  isTouched(row: number): boolean {
    return this.#touched[row]! > 0;
  }

  /** Whether more of a group was explained since so many convictions. */
  hasChanged({ failed }: Group, convictions: number): boolean {
    for (const row of failed) if (this.#touched[row]! > convictions) return true;
    return false;
  }

  /** What a fault did is expected from now on. */
  expect({ rows, factor, share }: Blame): void {
    rows.forEach((row, i) => {
      this.explained[row]! *= factor[i]!;
      this.ownShare[row]! *= 1 - share[i]!;
      this.#touched[row] = this.convictions;
    });
  }

  /** Makes ready to take back what of a blame is expected. @returns takes it back; its rows stay touched */
  remember({ rows }: Blame): () => void {
    const explained = Float64Array.from(rows, (row) => this.explained[row]!);
    const ownShare = Float64Array.from(rows, (row) => this.ownShare[row]!);
    return () =>
      rows.forEach((row, i) => {
        this.explained[row] = explained[i]!;
        this.ownShare[row] = ownShare[i]!;
      });
  }
}
