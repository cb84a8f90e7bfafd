import type { Interface } from '@duka/model';

/** `interface` is null where no card was read at the terminal. */
type EntryMode = { readonly interface: Interface | null; readonly fallback?: true };

/**
 * Field 22, first two digits: how the card number got into the terminal. UnionPay POS list and the lists of the
 * international schemes (80: chip card read from the stripe because the chip could not be used; 79: keyed after chip and
 * stripe both failed). 00 says nothing and is not here.
 *
 * @internal
 */
export const ENTRY_MODES = {
  '01': { interface: 'manual' },
  '02': { interface: 'magstripe' },
  '03': { interface: 'qr' },
  '04': { interface: 'manual' },
  '05': { interface: 'chip' },
  '07': { interface: 'contactless' },
  '10': { interface: null },
  '79': { interface: 'manual' },
  '80': { interface: 'magstripe', fallback: true },
  '81': { interface: null },
  '82': { interface: null },
  '90': { interface: 'magstripe' },
  '91': { interface: 'contactless' },
  '92': { interface: null },
  '95': { interface: 'chip' },
  '96': { interface: 'contactless' },
  '98': { interface: 'contactless' },
  '99': { interface: null },
} as const satisfies { readonly [code: string]: EntryMode };

/** Words of exports, most telling first: 降级 names the stripe too. */
const WORDS: readonly (readonly [RegExp, EntryMode])[] = [
  [/降级|fall ?back/i, { interface: 'magstripe', fallback: true }],
  [/挥卡|非接|感应|闪付|拍卡|手机pay|contactless|tap|nfc|wave/i, { interface: 'contactless' }],
  [/插卡|芯片|接触|\bic\b|ic卡|chip|insert|dip/i, { interface: 'chip' }],
  [/刷卡|磁条|磁卡|swipe|mag/i, { interface: 'magstripe' }],
  [/扫码|二维码|条码|条形码|付款码|qr|scan|barcode/i, { interface: 'qr' }],
  [/手输|手工|键入|键盘|输入卡号|manual|key(?:ed|-?in)/i, { interface: 'manual' }],
];

/**
 * The entry mode as a log writes it: field 22 in full (`051`, `0510` from a BCD dump, `51` where a spreadsheet dropped the
 * zero), its first two digits, or words (插卡, 挥卡).
 * @returns null where it says nothing: unspecified, or unknown
 */
export function readEntryMode(written: string | undefined): EntryMode | null {
  const text = written?.trim() ?? '';
  if (/^\d{1,4}$/.test(text)) return ENTRY_MODES[modeOf(text) as keyof typeof ENTRY_MODES] ?? null;
  const [, leading] = /^(\d{3})\D/.exec(text) ?? [];
  if (leading !== undefined) return readEntryMode(leading);
  return WORDS.find(([word]) => word.test(text))?.[1] ?? null;
}

/** Field 22 with the zeros that a spreadsheet dropped: 51 is 051; 02 and 5 are its first two digits alone. */
export function wholeEntryMode(written: string): string {
  if (/^\d$/.test(written)) return `0${written}`;
  if (!/^\d\d$/.test(written)) return written;
  return modeOf(written) === written ? written : `0${written}`;
}

function modeOf(digits: string): string {
  if (digits.length >= 3) return digits.slice(0, 2);
  const isWhole = digits.length === 2 && digits in ENTRY_MODES && digits !== '10';
  return isWhole ? digits : `0${digits[0]}`;
}
