import type { Leaves } from './leaves.ts';

/**
 * What was seen for each that was expected, value by value: of each attribute the ratio below which the values lie that make up some part
 * of what was expected. A cause is seen in all values of the attributes that it does not name, but not in those of one that it names.
 *
 * @param part 0 to 1
 */
export function ratiosByValues(
  { codes, values }: Leaves,
  seen: Float64Array,
  expected: Float64Array,
  part: number,
): readonly number[] {
  return codes.map((column, attribute) => {
    const sums = Array.from(values[attribute]!, () => ({ seen: 0, expected: 0 }));
    column.forEach((code, leaf) => {
      sums[code]!.seen += seen[leaf]!;
      sums[code]!.expected += expected[leaf]!;
    });
    sums.sort((a, b) => a.seen * b.expected - b.seen * a.expected);
    let left = part * sums.reduce((sum, one) => sum + one.expected, 0);
    const middle = sums.find((one) => {
      left -= one.expected;
      return left <= 0;
    });
    return middle && middle.expected > 0 ? middle.seen / middle.expected : 1;
  });
}
