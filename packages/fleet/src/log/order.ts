/**
 * The rows sorted by time, those of equal time as `compare` says. Most logs are in order already, and then nothing is
 * moved. Otherwise a radix sort: a comparison for each of millions of rows costs many times as much.
 */
export function orderByTime(time: Float64Array, length: number, compare: (a: number, b: number) => number): Int32Array {
  let order: Int32Array = new Int32Array(length);
  for (let row = 0; row < length; row++) order[row] = row;
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
/** The lower word holds two digits, the upper one what is left: three, for all times that there are. */
const WORD = RADIX * RADIX;
const DIGITS = 5;

function radixSorted(time: Float64Array, rows: Int32Array): Int32Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < rows.length; i++) {
    const at = time[i]!;
    if (at < least) least = at;
    if (at > most) most = at;
  }
  const low = new Int32Array(rows.length);
  const high = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    high[i] = Math.floor((time[i]! - least) / WORD);
    low[i] = time[i]! - least - high[i]! * WORD;
  }
  let from = rows;
  let to: Int32Array = new Int32Array(rows.length);
  for (let digit = 0; digit < DIGITS && RADIX ** digit <= most - least; digit++) {
    if (digit < 2) sortByDigit(from, to, low, digit * BITS);
    else sortByDigit(from, to, high, (digit - 2) * BITS);
    [from, to] = [to, from];
  }
  return from;
}

function sortByDigit(from: Int32Array, to: Int32Array, words: Int32Array, shift: number): void {
  const starts = new Int32Array(RADIX + 1);
  for (let i = 0; i < from.length; i++) starts[((words[from[i]!]! >> shift) & (RADIX - 1)) + 1]!++;
  for (let d = 0; d < RADIX; d++) starts[d + 1]! += starts[d]!;
  for (let i = 0; i < from.length; i++) {
    const row = from[i]!;
    to[starts[(words[row]! >> shift) & (RADIX - 1)]!++] = row;
  }
}
