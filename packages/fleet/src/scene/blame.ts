/** The failures that a fault may have caused, in ascending order of their rows, and of each what the fault did to it. */
export type Blame = {
  readonly rows: Int32Array;
  /** How much likelier the fault made it. */
  readonly factor: Float64Array;
  /** The chance that it was the fault's work. */
  readonly share: Float64Array;
};

/** From this chance on, a failure counts as the fault's own work. */
const ITS_WORK = 0.5;

/** The place of a row in a blame; -1 where it is not blamed for it. */
function placeOf({ rows }: Blame, row: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows[middle]!;
    if (found === row) return middle;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The chance that each of ascending rows was the fault's work: 0 for one that it is not blamed for. */
export function sharesOf({ rows: blamed, share }: Blame, rows: Int32Array): Float64Array {
  const shares = new Float64Array(rows.length);
  for (let i = 0, at = 0; i < rows.length && at < blamed.length; i++) {
    while (at < blamed.length && blamed[at]! < rows[i]!) at++;
    if (blamed[at] === rows[i]) shares[i] = share[at]!;
  }
  return shares;
}

/** How much likelier the fault made a row: 1 for one that it is not blamed for. */
export function factorOf(blame: Blame, row: number): number {
  const at = placeOf(blame, row);
  return at < 0 ? 1 : blame.factor[at]!;
}

/** The rows that are more likely than not its work. */
export const itsWork = ({ rows, share }: Blame): Int32Array => rows.filter((_, i) => share[i]! >= ITS_WORK);

/** What two faults did together. */
export function bothBlames(a: Blame, b: Blame): Blame {
  const most = a.rows.length + b.rows.length;
  const rows = new Int32Array(most);
  const factor = new Float64Array(most);
  const share = new Float64Array(most);
  let length = 0;
  for (let i = 0, j = 0; i < a.rows.length || j < b.rows.length; length++) {
    const left = a.rows[i] ?? Number.POSITIVE_INFINITY;
    const right = b.rows[j] ?? Number.POSITIVE_INFINITY;
    rows[length] = Math.min(left, right);
    factor[length] = 1;
    let spared = 1;
    if (left <= right) {
      factor[length]! *= a.factor[i]!;
      spared *= 1 - a.share[i++]!;
    }
    if (right <= left) {
      factor[length]! *= b.factor[j]!;
      spared *= 1 - b.share[j++]!;
    }
    share[length] = 1 - spared;
  }
  return { rows: rows.slice(0, length), factor: factor.slice(0, length), share: share.slice(0, length) };
}
