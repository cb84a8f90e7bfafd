import type { ChangeDesign } from './design.ts';
import { logRatio } from './raised.ts';

/** Numbers that are kept whatever the number of arms; then evidence and start of each arm. */
const SLOTS = ['attempts', 'phase', 'detected', 'since', 'overEvidence', 'until'] as const;
const [ATTEMPTS, PHASE, DETECTED, SINCE, OVER_EVIDENCE, UNTIL] = [0, 1, 2, 3, 4, 5] as const;
const ARMS = SLOTS.length;
const ORDINARY = 0;
const OVER = -1;

/** Attempts are counted from 0; `since` is the first that is thought to be changed, `until` the first that is not any more. */
export type ChangeReading = {
  readonly phase: 'ordinary' | 'changed' | 'over';
  readonly attempts: number;
  /** Where the phase is ordinary: since when a change would have begun, were there one. */
  readonly since: number;
  /** Attempt at which the evidence sufficed; null while nothing has changed. */
  readonly detected: number | null;
  readonly until: number | null;
  /** Joint evidence of the arms, as a part of the level at which a change is said to be there. */
  readonly evidence: number;
};

/**
 * Watches one stream of outcomes for a change of its chance of failure, and for its end. Its state is a few numbers (8 for a known
 * jump, 14 for an unknown one: 64 and 112 bytes) that may be kept anywhere and put back.
 */
export class ChangeDetector {
  readonly #design: ChangeDesign;
  readonly #state: Float64Array;

  /** @throws RangeError where a saved state is of another design's size */
  constructor(design: ChangeDesign, saved?: Float64Array) {
    const size = ARMS + 2 * design.arms.length;
    if (saved && saved.length !== size)
      throw new RangeError(`a state of ${size} numbers is needed, not ${saved.length}`);
    this.#design = design;
    this.#state = saved ? Float64Array.from(saved) : new Float64Array(size);
  }

  /** One attempt and its chance of failing where nothing has changed. */
  update(ordinaryChance: number, failed: boolean): void {
    const state = this.#state;
    if (state[PHASE]! > 0) this.#watchForEnd(ordinaryChance, failed);
    else this.#watchForStart(ordinaryChance, failed);
    state[ATTEMPTS]!++;
  }

  #watchForStart(chance: number, failed: boolean): void {
    const state = this.#state;
    const { arms, level } = this.#design;
    for (let arm = 0; arm < arms.length; arm++) {
      const at = ARMS + 2 * arm;
      const evidence = state[at]! + logRatio(chance, arms[arm]!.odds, failed);
      // The likeliest start is where the evidence was last at its lowest (Hinkley, 1970).
      if (evidence <= 0) state[at + 1] = state[ATTEMPTS]! + 1;
      state[at] = Math.max(0, evidence);
    }
    if (!failed || this.#joint() < level) return;
    const arm = this.#strongest();
    state[PHASE] = 1 + arm;
    state[DETECTED] = state[ATTEMPTS]!;
    state[SINCE] = state[ARMS + 2 * arm + 1]!;
    state[OVER_EVIDENCE] = 0;
    state[UNTIL] = state[ATTEMPTS]! + 1;
  }

  #watchForEnd(chance: number, failed: boolean): void {
    const state = this.#state;
    const { odds, over } = this.#design.arms[state[PHASE]! - 1]!;
    const evidence = state[OVER_EVIDENCE]! - logRatio(chance, odds, failed);
    if (evidence <= 0) state[UNTIL] = state[ATTEMPTS]! + 1;
    state[OVER_EVIDENCE] = Math.max(0, evidence);
    if (evidence < over) return;
    state[PHASE] = OVER;
    for (let arm = 0; arm < this.#design.arms.length; arm++) {
      state[ARMS + 2 * arm] = 0;
      state[ARMS + 2 * arm + 1] = state[ATTEMPTS]! + 1;
    }
  }

  #part(arm: number): number {
    return this.#design.arms[arm]!.weight * Math.expm1(this.#state[ARMS + 2 * arm]!);
  }

  #joint(): number {
    return this.#design.arms.reduce((sum, _, arm) => sum + this.#part(arm), 0);
  }

  /** The arm with the greatest part in the joint evidence. */
  #strongest(): number {
    return this.#design.arms.reduce((best, _, arm) => (this.#part(arm) > this.#part(best) ? arm : best), 0);
  }

  read(): ChangeReading {
    const state = this.#state;
    const phase = state[PHASE] === ORDINARY ? 'ordinary' : state[PHASE] === OVER ? 'over' : 'changed';
    return {
      phase,
      attempts: state[ATTEMPTS]!,
      since: phase === 'ordinary' ? state[ARMS + 2 * this.#strongest() + 1]! : state[SINCE]!,
      detected: phase === 'ordinary' ? null : state[DETECTED]!,
      until: phase === 'over' ? state[UNTIL]! : null,
      evidence: this.#joint() / this.#design.level,
    };
  }

  /** The whole state; a detector of the same design that is made from it goes on as this one would. */
  save(): Float64Array {
    return Float64Array.from(this.#state);
  }
}
