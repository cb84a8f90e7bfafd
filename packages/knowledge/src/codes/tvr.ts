import type { CodeEntry, Reason, Stage } from '@duka/model';
import { TVR_BITS } from '@duka/wire/tables';
import { t } from '../t.ts';
import type { CodeRow } from './table.ts';
import { entryOf, namespaceOf } from './table.ts';

/** byte 1-5, mask, reason; `unless` bits of the same byte say it better. The other bits only inform. */
type Why = readonly [byte: number, mask: number, reason: Reason, unless?: number];

const WHYS: readonly Why[] = [
  [1, 0x40, 'oda_failed'],
  [1, 0x20, 'bad_data'],
  [1, 0x10, 'declined'],
  [1, 0x08, 'oda_failed'],
  [1, 0x04, 'oda_failed'],
  [2, 0x40, 'declined'],
  [2, 0x20, 'declined'],
  [2, 0x10, 'declined'],
  [3, 0x80, 'pin_wrong', 0x38],
  [3, 0x20, 'pin_tries_exceeded'],
  [3, 0x10, 'pin_timeout'],
  [3, 0x08, 'pin_timeout'],
  [4, 0x01, 'oda_failed'],
  [5, 0x40, 'declined'],
  [5, 0x04, 'capk_missing'],
  [5, 0x02, 'oda_failed'],
];

/** Where each byte is written (EMV Book 3, annex C5). */
const STAGE_OF_BYTE: readonly Stage[] = ['authenticate', 'authenticate', 'cvm', 'authenticate', 'complete'];
const SOURCE = 'EMV 4.4 Book 3, annex C5';
const HEX10 = /^[0-9A-F]{10}$/;

const rowOf = (value: string): CodeRow => {
  const bytes = [0, 2, 4, 6, 8].map((at) => Number.parseInt(value.slice(at, at + 2), 16));
  const set = TVR_BITS.filter(([byte, mask]) => ((bytes[byte - 1] ?? 0) & mask) !== 0);
  const why = WHYS.filter(([byte, mask, , unless = 0]) => {
    const value = bytes[byte - 1] ?? 0;
    return (value & mask) !== 0 && (value & unless) === 0;
  });
  const weights: { [R in Reason]?: number } = {};
  for (const [, , reason] of why) weights[reason] = (weights[reason] ?? 0) + 1 / why.length;
  const zh = set.length === 0 ? '终端验证结果全部正常' : set.map((bit) => bit[2]).join('；');
  const en = set.length === 0 ? 'Nothing noted by the terminal' : set.map((bit) => bit[3]).join('; ');
  const first = why[0];
  return [value, first ? weights : 'unknown', zh, en, { stage: first ? (STAGE_OF_BYTE[first[0] - 1] ?? null) : null }];
};

/** Any terminal verification results, five bytes in hex; null where it is something else: of fewer nobody knows which are missing. */
const interpret = (value: string): CodeEntry | null => {
  const bytes = value.replaceAll(' ', '').replace(/^0x/i, '').toUpperCase();
  return HEX10.test(bytes) ? entryOf('tvr', SOURCE, rowOf(bytes)) : null;
};

const ONE_BIT = TVR_BITS.map(([byte, mask]) =>
  rowOf(
    mask
      .toString(16)
      .toUpperCase()
      .padStart(2, '0')
      .padStart(byte * 2, '0')
      .padEnd(10, '0'),
  ),
);

/** The entries are the single bits; `interpret` reads every combination. */
export const TVR = namespaceOf(
  {
    id: 'tvr',
    title: t('终端验证结果 TVR（95）', 'Terminal verification results TVR (95)'),
    form: 'hex',
    source: SOURCE,
    interpret,
  },
  [rowOf('0000000000'), ...ONE_BIT],
);
