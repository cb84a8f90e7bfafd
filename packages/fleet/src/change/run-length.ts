/** One kind of step of a walk on the integers: how far, and how likely. Chances of all steps sum to 1. */
export type Step = { readonly by: number; readonly chance: number };

/**
 * Mean number of steps until a walk that starts at 0 reaches `top`, where whatever would fall below 0 is put at 0: the run
 * length of a CUSUM, exactly, as a Markov chain (Brook and Evans, 1972). Each state's mean is 1 plus that of where the next
 * step leads; the equations are banded and need no pivots.
 */
export function meanRunLength(steps: readonly Step[], top: number): number {
  const below = Math.max(1, ...steps.map(({ by }) => -by));
  const above = Math.max(1, ...steps.map(({ by }) => by));
  const width = below + above + 1;
  const band = new Float64Array(top * width);
  const mean = new Float64Array(top).fill(1);
  for (let state = 0; state < top; state++) {
    // Entry (state, other) lies at state × width + below + other − state.
    const middle = state * width + below;
    band[middle]! += 1;
    for (const { by, chance } of steps) {
      if (state + by < top) band[middle + Math.max(by, -state)]! -= chance;
    }
  }
  for (let pivot = 0; pivot < top; pivot++) {
    const middle = pivot * width + below;
    const last = Math.min(above, top - 1 - pivot);
    for (let row = pivot + 1; row <= Math.min(pivot + below, top - 1); row++) {
      const start = row * width + below + pivot - row;
      const factor = band[start]! / band[middle]!;
      if (factor === 0) continue;
      for (let i = 1; i <= last; i++) band[start + i]! -= factor * band[middle + i]!;
      mean[row]! -= factor * mean[pivot]!;
    }
  }
  for (let state = top - 1; state >= 0; state--) {
    const middle = state * width + below;
    for (let i = 1; i <= Math.min(above, top - 1 - state); i++) mean[state]! -= band[middle + i]! * mean[state + i]!;
    mean[state]! /= band[middle]!;
  }
  return mean[0]!;
}
