/**
 * The rows sorted by time, those of equal time as `compare` says. Times are whole ms within ±2^43 of each other;
 * most logs are in order already, and then nothing is moved. Otherwise a radix sort: a comparison for each of millions
 * of rows costs ten times as much.
 */
export function orderByTime(time: Float64Array, length: number, compare: (a: number, b: number) => number): Int32Array {
  let order: Int32Array = Int32Array.from({ length }, (_, row) => row);
  if (!isAscending(time, length)) order = radixSorted(time, order);
  for (let start = 0; start < length; ) {
    let end = start + 1;
    while (end < length && time[order[end]!] === time[order[start]!]) end++;
    if (end - start > 1) order.subarray(start, end).sort(compare);
    start = end;
  }
  return order;
}

function isAscending(time: Float64Array, length: number): boolean {
  for (let row = 1; row < length; row++) if (time[row]! < time[row - 1]!) return false;
  return true;
}

const BITS = 11;
const RADIX = 1 << BITS;

function radixSorted(time: Float64Array, rows: Int32Array): Int32Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < rows.length; i++) {
    const at = time[i]!;
    if (at < least) least = at;
    if (at > most) most = at;
  }
  let from = rows;
  let to: Int32Array = new Int32Array(rows.length);
  for (let unit = 1; unit <= most - least; unit *= RADIX) {
    const digit = (row: number): number => Math.floor((time[row]! - least) / unit) % RADIX;
    const starts = new Int32Array(RADIX + 1);
    for (let i = 0; i < from.length; i++) starts[digit(from[i]!) + 1]!++;
    for (let d = 0; d < RADIX; d++) starts[d + 1]! += starts[d]!;
    for (let i = 0; i < from.length; i++) to[starts[digit(from[i]!)]!++] = from[i]!;
    [from, to] = [to, from];
  }
  return from;
}
