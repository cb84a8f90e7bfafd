/**
 * Rows sorted by what they say (levels of the factors, offset, outcome), so that sums run in the same order whatever the
 * order of arrival; rows that say the same are interchangeable. Counting sorts from the last key to the first.
 */
export function canonicalOrder({
  failed,
  factors,
  offset,
}: {
  readonly failed: Uint8Array;
  readonly factors: readonly Int32Array[];
  readonly offset?: Float64Array;
}): Int32Array {
  let order = new Int32Array(failed.length);
  for (let row = 0; row < order.length; row++) order[row] = row;
  order = countingSorted(order, failed);
  if (offset) order.sort((a, b) => offset[a]! - offset[b]! || failed[a]! - failed[b]!);
  for (const codes of factors.toReversed()) order = countingSorted(order, codes);
  return order;
}

/** Stable, by code; codes count from -1. */
function countingSorted(order: Int32Array, codes: Int32Array | Uint8Array): Int32Array<ArrayBuffer> {
  let most = 0;
  for (const code of codes) if (code > most) most = code;
  const start = new Int32Array(most + 3);
  for (const code of codes) start[code + 2]!++;
  for (let i = 1; i < start.length; i++) start[i]! += start[i - 1]!;
  const sorted = new Int32Array(order.length);
  for (const row of order) sorted[start[codes[row]! + 1]!++] = row;
  return sorted;
}
