export function total(weights: Float64Array): number {
  let sum = 0;
  for (let h = 0; h < weights.length; h++) sum += weights[h]!;
  return sum;
}

export function dot(weights: Float64Array, factors: Float64Array): number {
  let sum = 0;
  for (let h = 0; h < factors.length; h++) sum += weights[h]! * factors[h]!;
  return sum;
}

/** `into` may be one of the two. */
export function multiply(weights: Float64Array, factors: Float64Array, into: Float64Array): void {
  for (let h = 0; h < factors.length; h++) into[h] = weights[h]! * factors[h]!;
}
