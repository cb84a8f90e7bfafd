import type { Finding, Lang } from '@duka/model';
import { currencyDigits } from '@duka/model';

type Loss = Finding['lost'];

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Thousands separated; the same in both languages. */
export const number = (value: number): string => whole.format(value);

/** Holds a number and its counter on one line. */
export const GLUE = '\u00A0';
/** `31 次`. */
export const zhCount = (count: number, counter: string): string => `${number(count)}${GLUE}${counter}`;
/** `1 sale`, `2 sales`. */
export const enCount = (count: number, noun: string): string =>
  `${number(count)}${GLUE}${noun}${count === 1 ? '' : 's'}`;

/** A level that is expected, not counted: one decimal while it is small. */
export const level = (value: number): string => (value >= 100 ? whole : tenths).format(value);

/** A computed probability is never certainty: it shows as more than 99 % at most, and as less than 1 % at least. */
export function probability(value: number): string {
  if (value > 0.99) return `>99${GLUE}%`;
  if (value < 0.01) return `<1${GLUE}%`;
  return `${Math.round(value * 100)}${GLUE}%`;
}

/** A share that was counted, with one decimal under a tenth. Only none is 0 %, only all is 100 %. */
export function share(part: number, all: number): string {
  if (all === 0) return '–';
  const percent = (100 * part) / all;
  if (percent > 0 && percent < 0.1) return `<0.1${GLUE}%`;
  if (percent > 99 && percent < 100) return `>99${GLUE}%`;
  return `${percent.toFixed(percent < 10 ? 1 : 0)}${GLUE}%`;
}

export function money(amountMinor: number, currency: string | null, lang: Lang): string {
  const digits = currencyDigits(currency);
  if (digits === null) {
    return lang === 'zh'
      ? `${number(amountMinor)}${GLUE}最小单位（币种不明）`
      : `${number(amountMinor)} minor units (currency not known)`;
  }
  const amount = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amountMinor / 10 ** digits);
  return lang === 'zh' && currency === 'CNY' ? `${amount}${GLUE}元` : `${currency}${GLUE}${amount}`;
}

/** Several findings' losses; money is added only within one currency. */
export function totalLoss(losses: readonly Loss[]): { readonly sales: number; readonly money: readonly Loss[] } {
  const byCurrency = new Map<string | null, Loss>();
  for (const loss of losses) {
    const before = byCurrency.get(loss.currency) ?? { sales: 0, amount_minor: 0, currency: loss.currency };
    byCurrency.set(loss.currency, {
      sales: before.sales + loss.sales,
      amount_minor: before.amount_minor + loss.amount_minor,
      currency: loss.currency,
    });
  }
  return {
    sales: losses.reduce((sum, loss) => sum + loss.sales, 0),
    money: [...byCurrency.values()].filter((loss) => loss.amount_minor > 0),
  };
}
