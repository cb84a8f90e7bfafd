import type { CodeEntry } from '@duka/model';
import { FIXED_BITS, NEVER_SET, REPLY_BITS } from '@duka/wire/tables';
import { t } from '../t.ts';
import type { Because, CodeRow } from './table.ts';
import { entryOf, namespaceOf } from './table.ts';

type Why = Exclude<Because, 'ok'>;

const OFFLINE = { paper_out: 0.4, cover_open: 0.3, print_error: 0.3 } as const;

/** n of DLE EOT, bits, why. The other bits only inform. */
const WHYS: readonly (readonly [n: number, mask: number, why: Why])[] = [
  [1, 0x08, OFFLINE],
  [1, 0x20, OFFLINE],
  [2, 0x04, 'cover_open'],
  [2, 0x20, 'paper_out'],
  [2, 0x40, 'print_error'],
  [3, 0x04, 'print_error'],
  [3, 0x08, 'print_error'],
  [3, 0x20, 'print_error'],
  [3, 0x40, { overheat: 0.8, print_error: 0.2 }],
  [4, 0x60, 'paper_out'],
];

const SOURCE = 'ESC/POS DLE EOT n (escpos-rs 34da1a71, status.rs)';
const SHAPE = /^([1-4])\.(?:0x)?([0-9a-f]{1,2})$/i;

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

/** Several bits that fail are equally likely the one that matters. */
const becauseOf = (n: number, byte: number): Because => {
  const why = WHYS.filter(([row, mask]) => row === n && (byte & mask) === mask);
  const sum: Record<string, number> = {};
  for (const [, , because] of why) {
    const weights = typeof because === 'string' ? { [because]: 1 } : because;
    for (const [reason, weight] of Object.entries(weights)) sum[reason] = (sum[reason] ?? 0) + weight / why.length;
  }
  return why.length === 0 ? 'unknown' : sum;
};

const rowOf = (n: number, byte: number): CodeRow => {
  const set = REPLY_BITS.filter(([row, mask]) => row === n && (byte & mask) === mask);
  if (set.length === 0) return [`${n}.${hex(byte)}`, 'ok', '打印机正常', 'Printer well', { stage: null }];
  const zh = set.map((bit) => bit[2]).join('；');
  const en = set.map((bit) => bit[3]).join('; ');
  return [`${n}.${hex(byte)}`, becauseOf(n, byte), zh, en, { stage: 'print' }];
};

/** `N.HH`; null where it cannot be a status byte. */
const interpret = (value: string): CodeEntry | null => {
  const [, n = '', digits = ''] = SHAPE.exec(value) ?? [];
  const byte = Number.parseInt(digits, 16);
  return n === '' || (byte & NEVER_SET) !== 0 ? null : entryOf('escpos', SOURCE, rowOf(Number(n), byte));
};

const LISTED = [1, 2, 3, 4].flatMap((n) => [
  rowOf(n, FIXED_BITS),
  ...REPLY_BITS.filter((bit) => bit[0] === n).map((bit) => rowOf(n, FIXED_BITS | bit[1])),
]);

/** The entries are the clean reply and each bit alone; `interpret` reads every combination. */
export const ESCPOS = namespaceOf(
  {
    id: 'escpos',
    title: t('小票打印机状态（DLE EOT n）', 'Receipt printer status (DLE EOT n)'),
    form: 'name',
    source: SOURCE,
    interpret,
  },
  LISTED,
);
