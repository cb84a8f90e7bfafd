/** A copy with room for at least `length` items, and some to spare. */
export function grown<A extends Float64Array | Float32Array | Int32Array | Uint32Array | Uint8Array>(
  from: A,
  length: number,
): A {
  const to = new (from.constructor as new (size: number) => A)(Math.max(length, Math.ceil(from.length * 1.6)));
  to.set(from);
  return to;
}
