import { UNKNOWN } from '../log/dictionary.ts';
import { itsWork } from '../scene/blame.ts';
import { positionOf } from '../scene/sales.ts';
import type { Fault, Scene } from '../scene/scene.ts';

/** A sale that succeeds within this time at the same store with the same card or amount was not lost, ms. */
const SAVED_WITHIN = 10 * 60_000;

const PRINT_REASONS = new Set(['paper_out', 'overheat', 'print_error', 'cover_open']);

export type Loss = { readonly sales: number; readonly amountMinor: number; readonly currency: string | null };

/**
 * Sales given up after a failure that was probably the fault's: no success in the sale itself, nor with that card or that
 * amount at that store within ten minutes. A sale that was approved but not printed is not lost.
 */
export function lossCounter(scene: Scene): (fault: Fault) => Loss {
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

  return (fault) => {
    const lost = new Map<number, number>();
    const currencies = new Map<number, number>();
    for (const row of itsWork(fault.blame)) {
      const sale = saleOf[row]!;
      if (paidSales[sale] || saved(row)) continue;
      const value = Number.isNaN(amount[row]!) ? 0 : amount[row]!;
      lost.set(sale, Math.max(lost.get(sale) ?? 0, value));
      const currency = frame.sites.codes.currency[frame.site[row]!]!;
      if (currency !== UNKNOWN) currencies.set(currency, (currencies.get(currency) ?? 0) + 1);
    }
    const names = [...currencies].map(([code, n]) => [frame.sites.values.currency[code]!, n] as const);
    const [mostUsed] = names.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    let amountMinor = 0;
    for (const value of lost.values()) amountMinor += value;
    return { sales: lost.size, amountMinor, currency: mostUsed?.[0] ?? null };
  };
}
