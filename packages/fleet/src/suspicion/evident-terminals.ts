import type { Group } from '../scene/group.ts';
import type { Scene } from '../scene/scene.ts';

/** From this evidence on (a natural logarithm) a terminal probably has a trouble, be it its own or part of a wider one. */
const EVIDENT = 8;
/** Logarithm of the likelihood ratio of a Poisson count, from which evident terminals have gathered by more than chance. */
const CROWDED = 1.5;

/**
 * The terminals of a large fleet that have evidence against them. In a wide scope where they are no more than chance brings
 * together, each speaks for itself: what they failed says nothing of the scope, and need not be weighed for it.
 */
export class EvidentTerminals {
  readonly #scene: Scene;
  readonly #isEvident: Uint8Array;
  readonly #count: number;
  /** The look at which each terminal was last counted. */
  readonly #lookedAt: Int32Array;
  #looks = 0;

  /** @param ofTerminal logarithm of the most evidence against each terminal alone */
  constructor(scene: Scene, ofTerminal: Float64Array) {
    this.#scene = scene;
    this.#lookedAt = new Int32Array(ofTerminal.length);
    this.#isEvident = Uint8Array.from(ofTerminal, (log) => (log > EVIDENT ? 1 : 0));
    this.#count = this.#isEvident.reduce((sum, one) => sum + one, 0);
  }

  /** Marks with -1 the failures of a group, in `cells`, that its evident terminals alone answer for. */
  leaveOut(group: Group, cells: Int32Array): void {
    if (this.#isCrowded(group)) return;
    group.failed.forEach((failure, i) => {
      if (this.#isEvident[this.#scene.terminalOfFailed[failure]!]) cells[i] = -1;
    });
  }

  #isCrowded({ failed, exposure }: Group): boolean {
    const { frame } = this.#scene;
    this.#looks++;
    let found = 0;
    for (const failure of failed) {
      const terminal = this.#scene.terminalOfFailed[failure]!;
      if (this.#isEvident[terminal] === 0 || this.#lookedAt[terminal] === this.#looks) continue;
      this.#lookedAt[terminal] = this.#looks;
      found++;
    }
    let attempts = failed.length;
    for (let at = 0; at < exposure.length; at++) attempts += exposure[at]!;
    const expected = (this.#count * attempts) / frame.length;
    return found > expected && found * Math.log(found / expected) - (found - expected) > CROWDED;
  }
}
