/** An attribute of leaves: `codes[i]` is the place of leaf i's value in `values`. */
export type Attribute = {
  readonly name: string;
  readonly values: readonly string[];
  readonly codes: ArrayLike<number>;
};

/**
 * Leaves in one true order: attributes by name, values by their text, leaves by their values; each leaf once. What is
 * computed from them cannot depend on the order of rows or columns, to the last bit.
 */
export type Leaves = {
  readonly length: number;
  readonly names: readonly string[];
  readonly values: readonly (readonly string[])[];
  readonly codes: readonly Int32Array[];
  /** One column for each measure that was given. */
  readonly measures: readonly Float64Array[];
};

/** Rows that name the same leaf are added up. Rows that `keep` refuses are left out, and values that only they have. */
export function orderLeaves(
  attributes: readonly Attribute[],
  measures: readonly ArrayLike<number>[],
  keep: (row: number) => boolean,
): Leaves {
  const sorted = [...attributes].sort((a, b) => compare(a.name, b.name));
  const length = attributes[0]?.codes.length ?? 0;
  let kept = 0;
  let order = new Int32Array(length);
  for (let row = 0; row < length; row++) if (keep(row)) order[kept++] = row;
  order = order.subarray(0, kept);
  const ranked = sorted.map((attribute) => rank(attribute, order));
  for (let at = ranked.length - 1; at >= 0; at--) order = countingSort(order, ranked[at]!);
  return merge(sorted, ranked, measures, order);
}

type Ranked = { readonly rankOf: Int32Array; readonly values: readonly string[]; readonly codes: ArrayLike<number> };

/** Ranks by text of the values that occur. */
function rank({ values, codes }: Attribute, rows: Int32Array): Ranked {
  const seen = new Uint8Array(values.length);
  for (const row of rows) seen[codes[row]!] = 1;
  const present = values.flatMap((_, code) => (seen[code] === 1 ? [code] : []));
  present.sort((a, b) => compare(values[a]!, values[b]!));
  const rankOf = new Int32Array(values.length);
  const texts: string[] = [];
  for (const code of present) {
    if (texts.at(-1) !== values[code]) texts.push(values[code]!);
    rankOf[code] = texts.length - 1;
  }
  return { rankOf, values: texts, codes };
}

function countingSort(order: Int32Array, { rankOf, values, codes }: Ranked): Int32Array<ArrayBuffer> {
  const start = new Int32Array(values.length + 1);
  for (const row of order) start[rankOf[codes[row]!]! + 1]!++;
  for (let at = 1; at <= values.length; at++) start[at]! += start[at - 1]!;
  const sorted = new Int32Array(order.length);
  for (const row of order) sorted[start[rankOf[codes[row]!]!]!++] = row;
  return sorted;
}

function merge(
  attributes: readonly Attribute[],
  ranked: readonly Ranked[],
  measures: readonly ArrayLike<number>[],
  order: Int32Array,
): Leaves {
  const codes = ranked.map(() => new Int32Array(order.length));
  const columns = measures.map(() => new Float64Array(order.length));
  let length = 0;
  let twins: number[] = [];
  const close = (): void => {
    const [first] = twins;
    if (first === undefined) return;
    ranked.forEach((one, at) => {
      codes[at]![length] = one.rankOf[one.codes[first]!]!;
    });
    measures.forEach((measure, at) => {
      columns[at]![length] = twins.length === 1 ? measure[first]! : sumSorted(twins.map((row) => measure[row]!));
    });
    length++;
    twins = [];
  };
  for (const row of order) {
    const [first] = twins;
    if (first !== undefined && ranked.some((one) => one.rankOf[one.codes[first]!] !== one.rankOf[one.codes[row]!])) {
      close();
    }
    twins.push(row);
  }
  close();
  return {
    length,
    names: attributes.map(({ name }) => name),
    values: ranked.map(({ values }) => values),
    codes: codes.map((column) => column.subarray(0, length)),
    measures: columns.map((column) => column.subarray(0, length)),
  };
}

/** The same sum whatever the order. */
const sumSorted = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);

/** By code units: the same in every locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
