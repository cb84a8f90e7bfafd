/** The leaves of a cause, those included that another one explained first; what it says of each, in nats; and what it costs to name it. */
export type Said = { readonly members: Int32Array; readonly evidence: Float64Array; readonly price: number };

/**
 * The causes that are needed. What was taken first may hold parts of several that came after it, and say of each only what they say as well:
 * the cause that says least that no other does is left out, again and again, as long as that is not worth its price.
 *
 * @param leaves how many there are
 * @param enough nats that a cause must gain beyond its price
 * @returns places in `causes`, ascending
 */
export function needful(causes: readonly Said[], leaves: number, enough: number): readonly number[] {
  let left = [...causes.keys()];
  while (left.length > 1) {
    const gains = ownGains(
      left.map((at) => causes[at]!),
      leaves,
    );
    const least = gains.indexOf(Math.min(...gains));
    if (gains[least]! >= enough) break;
    left = left.filter((_, i) => i !== least);
  }
  return left;
}

/** What each cause says that no other does, less its price, each leaf being worth what is said of it best. */
function ownGains(causes: readonly Said[], leaves: number): readonly number[] {
  const best = new Float64Array(leaves).fill(Number.NEGATIVE_INFINITY);
  const next = best.slice();
  const holder = new Int32Array(leaves).fill(-1);
  causes.forEach(({ members, evidence }, cause) => {
    members.forEach((leaf, at) => {
      if (evidence[at]! > best[leaf]!) {
        next[leaf] = best[leaf]!;
        best[leaf] = evidence[at]!;
        holder[leaf] = cause;
      } else if (evidence[at]! > next[leaf]!) next[leaf] = evidence[at]!;
    });
  });
  const gains = causes.map(({ price }) => -price);
  holder.forEach((cause, leaf) => {
    if (cause >= 0) gains[cause]! += best[leaf]! - (next[leaf] === Number.NEGATIVE_INFINITY ? 0 : next[leaf]!);
  });
  return gains;
}
