import { UNKNOWN } from '../log/dictionary.ts';
import { positionOf } from '../scene/sales.ts';
import type { Scene } from '../scene/scene.ts';

/** A sale that succeeds within this time at the same store with the same card or amount was not lost, ms. */
const SAVED_WITHIN = 10 * 60_000;

const PRINT_REASONS = new Set(['paper_out', 'overheat', 'print_error', 'cover_open']);

export type Loss = { readonly sales: number; readonly amountMinor: number; readonly currency: string | null };

/**
 * Sales given up after failures that were probably a fault's, by their rows: no success in the sale itself, nor with that card or that
 * amount at that store within ten minutes. A sale that was approved but not printed is not lost.
 */
export function lossCounter(scene: Scene): (failures: readonly number[]) => Loss {
  const { frame, sales } = scene;
  const { near, nextAtPlace, saleOf, card } = sales;
  const amount = frame.number.amount_minor;
  const paid = frame.events.map(
    ({ outcome, stage, reason }) => outcome === 'ok' || stage === 'print' || PRINT_REASONS.has(reason ?? ''),
  );
  const paidSales = new Uint8Array(sales.count);
  for (const row of near) if (paid[frame.event[row]!]) paidSales[saleOf[row]!] = 1;

  function saved(row: number): boolean {
    for (let next = nextAtPlace[positionOf(near, row)]!; next >= 0; next = nextAtPlace[next]!) {
      const later = near[next]!;
      if (frame.time[later]! - frame.time[row]! > SAVED_WITHIN) return false;
      const same = (card[row] !== UNKNOWN && card[later] === card[row]) || amount[later] === amount[row];
      if (same && paid[frame.event[later]!]) return true;
    }
    return false;
  }

  return (failures) => {
    const lost = new Map<number, Lost>();
    for (const row of failures) {
      const sale = saleOf[row]!;
      if (paidSales[sale] || saved(row)) continue;
      const value = Number.isNaN(amount[row]!) ? 0 : amount[row]!;
      const currency = frame.sites.codes.currency[frame.site[row]!]!;
      lost.set(sale, { value: Math.max(lost.get(sale)?.value ?? 0, value), currency });
    }
    const mostUsed = mostFrequent(frame, [...lost.values()]);
    let amountMinor = 0;
    for (const { value, currency } of lost.values())
      if (currency === mostUsed || currency === UNKNOWN) amountMinor += value;
    return {
      sales: lost.size,
      amountMinor,
      currency: mostUsed === UNKNOWN ? null : frame.sites.values.currency[mostUsed]!,
    };
  };
}

type Lost = { readonly value: number; readonly currency: number };

/** The currency of most lost sales, of which alone amounts are added; UNKNOWN where none is told. */
function mostFrequent({ sites }: Scene['frame'], lost: readonly Lost[]): number {
  const counts = new Map<number, number>();
  for (const { currency } of lost) if (currency !== UNKNOWN) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const nameOf = (code: number): string => sites.values.currency[code]!;
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (nameOf(a) < nameOf(b) ? -1 : 1));
  return first?.[0] ?? UNKNOWN;
}
