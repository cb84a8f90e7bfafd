import type { CodeEntry } from '@duka/model';
import { t } from '../t.ts';
import type { Because, CodeRow } from './table.ts';
import { entryOf, namespaceOf } from './table.ts';

/** n of DLE EOT, bits, why (null where the bit only informs), zh, en. */
type Bit = readonly [n: number, mask: number, because: Exclude<Because, 'ok'> | null, zh: string, en: string];

const OFFLINE = { paper_out: 0.4, cover_open: 0.3, print_error: 0.3 } as const;

const BITS: readonly Bit[] = [
  [1, 0x04, null, '钱箱接口3脚为高', 'drawer pin 3 high'],
  [1, 0x08, OFFLINE, '打印机脱机', 'printer offline'],
  [1, 0x20, OFFLINE, '等待恢复联机', 'waiting for online recovery'],
  [1, 0x40, null, '走纸键按下', 'feed button pressed'],
  [2, 0x04, 'cover_open', '纸仓盖打开', 'cover open'],
  [2, 0x08, null, '正在按键走纸', 'paper being fed by the button'],
  [2, 0x20, 'paper_out', '缺纸，打印停止', 'printing stopped, paper end'],
  [2, 0x40, 'print_error', '发生错误', 'an error occurred'],
  [3, 0x04, 'print_error', '可恢复错误', 'recoverable error'],
  [3, 0x08, 'print_error', '切刀错误', 'autocutter error'],
  [3, 0x20, 'print_error', '不可恢复错误', 'unrecoverable error'],
  [
    3,
    0x40,
    { overheat: 0.8, print_error: 0.2 },
    '可自动恢复的错误（如打印头过热）',
    'auto-recoverable error (e.g. head overheated)',
  ],
  [4, 0x0c, null, '纸将用尽', 'paper near end'],
  [4, 0x60, 'paper_out', '纸已用尽', 'paper end'],
];

const SOURCE = 'ESC/POS DLE EOT n (escpos-rs 34da1a71, status.rs)';
/** Every reply has bits 1 and 4 set, bits 0 and 7 clear. Logs often keep the status bits only, so 1 and 4 may be missing. */
const FIXED = 0x12;
const NEVER_SET = 0x81;
const SHAPE = /^([1-4])\.(?:0x)?([0-9a-f]{1,2})$/i;

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

/** Several bits that fail are equally likely the one that matters. */
const becauseOf = (set: readonly Bit[]): Because => {
  const whys = set.flatMap(([, , why]) => (why === null ? [] : [typeof why === 'string' ? { [why]: 1 } : why]));
  if (set.length === 0) return 'ok';
  if (whys.length === 0) return 'unknown';
  const sum: Record<string, number> = {};
  for (const why of whys) {
    for (const [reason, weight] of Object.entries(why)) sum[reason] = (sum[reason] ?? 0) + weight / whys.length;
  }
  return sum;
};

const rowOf = (n: number, byte: number): CodeRow => {
  const set = BITS.filter(([bitN, mask]) => bitN === n && (byte & mask) === mask);
  const zh = set.length === 0 ? '打印机正常' : set.map((bit) => bit[3]).join('；');
  const en = set.length === 0 ? 'Printer well' : set.map((bit) => bit[4]).join('; ');
  return [`${n}.${hex(byte)}`, becauseOf(set), zh, en, { stage: set.length === 0 ? null : 'print' }];
};

/** `N.HH`; null where it cannot be a status byte. */
const interpret = (value: string): CodeEntry | null => {
  const [, n = '', digits = ''] = SHAPE.exec(value) ?? [];
  const byte = Number.parseInt(digits, 16);
  return n === '' || (byte & NEVER_SET) !== 0 ? null : entryOf('escpos', SOURCE, rowOf(Number(n), byte));
};

const LISTED = [1, 2, 3, 4].flatMap((n) => [
  rowOf(n, FIXED),
  ...BITS.filter((bit) => bit[0] === n).map((bit) => rowOf(n, FIXED | bit[1])),
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
