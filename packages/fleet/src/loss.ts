import { UNKNOWN } from './attempt-store.ts';
import type { Fault, Scene } from './scene.ts';

/** A sale that succeeds within this time at the same store with the same card or amount was not lost, ms. */
const SAVED_WITHIN = 10 * 60_000;

export type Loss = { readonly sales: number; readonly amountMinor: number; readonly currency: string | null };

/**
 * Sales given up after a failure that was probably the fault's: no success in the sale itself, nor with that card or that
 * amount at that store within ten minutes. A sale that was approved but not printed is not lost.
 */
export function lossCounter(scene: Scene): (fault: Fault) => Loss {
  const { frame, sales, attributes } = scene;
  const { outcome, stage, reason, currency, terminal_id: terminal } = frame.text;
  const ok = outcome.values.indexOf('ok');
  const print = stage.values.indexOf('print');
  const printReasons = new Set(
    ['paper_out', 'overheat', 'print_error', 'cover_open']
      .map((name) => reason.values.indexOf(name))
      .filter((code) => code >= 0),
  );
  const amount = frame.number.amount_minor;
  const place = (row: number) =>
    attributes.store_id[row] === UNKNOWN ? `t${terminal.codes[row]}` : `s${attributes.store_id[row]}`;
  const paid = (row: number) =>
    outcome.codes[row] === ok || (print >= 0 && stage.codes[row] === print) || printReasons.has(reason.codes[row]!);
  const paidSales = new Uint8Array(sales.count);
  const savedAt = new Map<string, number[]>();
  for (let row = 0; row < frame.length; row++) {
    if (!paid(row)) continue;
    paidSales[sales.saleOf[row]!] = 1;
    for (const key of keysOf(row)) {
      const times = savedAt.get(key);
      if (times) times.push(frame.time[row]!);
      else savedAt.set(key, [frame.time[row]!]);
    }
  }

  function keysOf(row: number): string[] {
    const keys: string[] = [];
    if (sales.card[row] !== UNKNOWN) keys.push(`${place(row)} card ${sales.card[row]}`);
    if (!Number.isNaN(amount[row]!)) keys.push(`${place(row)} amount ${amount[row]}`);
    return keys;
  }

  function saved(row: number): boolean {
    const time = frame.time[row]!;
    return keysOf(row).some((key) => {
      const times = savedAt.get(key) ?? [];
      let low = 0;
      let high = times.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (times[middle]! < time) low = middle + 1;
        else high = middle;
      }
      return low < times.length && times[low]! - time <= SAVED_WITHIN;
    });
  }

  return (fault) => {
    const lost = new Map<number, number>();
    const currencies = new Map<string, number>();
    for (const [row, { share }] of fault.blame) {
      const sale = sales.saleOf[row]!;
      if (share < 0.5 || paidSales[sale] || saved(row)) continue;
      const value = Number.isNaN(amount[row]!) ? 0 : amount[row]!;
      lost.set(sale, Math.max(lost.get(sale) ?? 0, value));
      const name = currency.values[currency.codes[row]!];
      if (name !== undefined) currencies.set(name, (currencies.get(name) ?? 0) + 1);
    }
    const [mostUsed] = [...currencies].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    let amountMinor = 0;
    for (const value of lost.values()) amountMinor += value;
    return { sales: lost.size, amountMinor, currency: mostUsed?.[0] ?? null };
  };
}
