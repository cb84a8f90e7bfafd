/** ISO 4217 numeric codes of field 49 that host logs of the region hold. Letters pass as they are. */
const CURRENCIES: { readonly [numeric: string]: string } = {
  '156': 'CNY',
  '344': 'HKD',
  '446': 'MOP',
  '901': 'TWD',
  '392': 'JPY',
  '410': 'KRW',
  '458': 'MYR',
  '702': 'SGD',
  '764': 'THB',
  '826': 'GBP',
  '840': 'USD',
  '978': 'EUR',
};

/** Field 49, or the name of a currency in an export; undefined where it is none that is known. */
export function readCurrency(written: string | undefined): string | undefined {
  const text = written?.trim().toUpperCase() ?? '';
  if (/^[A-Z]{3}$/.test(text)) return text === 'RMB' ? 'CNY' : text;
  return /人民币/.test(text) ? 'CNY' : CURRENCIES[text.padStart(3, '0')];
}

/** What one unit of a column of amounts is: 元, or 分 and the like (the minor unit of ISO 4217, where the currency has one). */
export type AmountUnit = 'major' | 'minor';

/**
 * An amount in minor units (分). Thousands separators, currency signs and what a spreadsheet puts around are dropped; decimals
 * mean major units (元) whatever `unit` says, since field 4 never has any.
 * @param digits after the point of its currency
 * @returns undefined where it is no amount
 */
export function readAmount(written: string | undefined, unit: AmountUnit, digits = 2): number | undefined {
  const text = (written ?? '').normalize('NFKC').replace(/[\s,¥￥$元]|CNY|RMB/gi, '');
  const match = /^([+-]?)(\d{1,12})(?:\.(\d{1,4}))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', decimals] = match;
  const isMajor = unit === 'major' || decimals !== undefined;
  if (!isMajor) return Number(`${sign}${whole}`);
  if (/[1-9]/.test(decimals?.slice(digits) ?? '')) return undefined;
  return Number(`${sign}${whole}${(decimals ?? '').padEnd(digits, '0').slice(0, digits)}`);
}
