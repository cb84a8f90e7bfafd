/**
 * Steps towards the root of a function of a few numbers, where each call proposes a step that by itself would overshoot or
 * creep: Broyden's method (1965) learns from the proposals how the numbers hang together.
 */
export class Secant {
  readonly #gain: Float64Array[];
  #proposed: Float64Array | null = null;
  #taken: Float64Array | null = null;

  constructor(size: number) {
    this.#gain = Array.from({ length: size }, (_, i) =>
      Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
    );
  }

  /** The step to take, given the one proposed; none of its numbers is over `limit`. */
  step(proposed: Float64Array, limit: number): Float64Array {
    if (this.#taken && this.#proposed)
      this.#learn(
        this.#taken,
        proposed.map((value, i) => value - this.#proposed![i]!),
      );
    const wanted = this.#gain.map((row) => dot(row, proposed));
    const most = wanted.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
    const taken = Float64Array.from(wanted, (value) => value * Math.min(1, limit / most));
    this.#proposed = proposed;
    this.#taken = taken;
    return taken;
  }

  /** The next proposal is made in another way: no lesson to be drawn from its difference. */
  pause(): void {
    this.#taken = null;
  }

  /** After a step the proposal changed so: the gain is made to map this change to the step taken back. */
  #learn(step: Float64Array, change: Float64Array): void {
    const mapped = this.#gain.map((row) => dot(row, change));
    const left = step.map((_, j) => this.#gain.reduce((sum, row, i) => sum + step[i]! * row[j]!, 0));
    const scale = dot(left, change);
    if (Math.abs(scale) < 0.1 * dot(step, step)) return;
    this.#gain.forEach((row, i) => {
      const miss = (-step[i]! - mapped[i]!) / scale;
      for (let j = 0; j < row.length; j++) row[j]! += miss * left[j]!;
    });
  }
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};
