/** The value that a share `q` of the first `count` values does not exceed; `values` are put in another order. NaN of none. */
export function quantile(values: Float64Array, count: number, q: number): number {
  if (count === 0) return Number.NaN;
  const rank = Math.min(count - 1, Math.floor(q * count));
  let [low, high] = [0, count - 1];
  // Hoare's selection.
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let [left, right] = [low, high];
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const swapped = values[left]!;
      values[left++] = values[right]!;
      values[right--] = swapped;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else return values[rank]!;
  }
  return values[rank]!;
}
