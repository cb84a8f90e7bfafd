import { t } from '../t.ts';
import type { Because, CodeRow, RowExtra } from './table.ts';
import { namespaceOf } from './table.ts';

const NOT_READ = { mute: 0.6, bad_atr: 0.2, wrong_method: 0.2 } as const;
const SWIPE = { partial: 0.35, start_sentinel: 0.25, parity: 0.2, lrc: 0.2 } as const;

/** Constant of Android, number of iOS: either finds the entry. */
const row = (name: string, ios: string, because: Because, zh: string, en: string, extra: RowExtra = {}): CodeRow => [
  name,
  because,
  zh,
  en,
  ios ? { ...extra, names: [ios] } : extra,
];

const ROWS: readonly CodeRow[] = [
  row(
    'CARD_INSERT_NOT_READ',
    '2810',
    NOT_READ,
    '插卡读不出（不像芯片卡）',
    'Inserted card not read (not a chip card)',
    {
      advice: t(
        '看方向、插到底；换两张好卡都这样才查卡座。',
        'Check direction and depth; only if two good cards do the same, look at the contacts.',
      ),
    },
  ),
  row('CARD_SWIPE_NOT_READ', '2820', SWIPE, '刷卡读不出', 'Swiped card not read'),
  row('CARD_READ_TIMED_OUT', '2830', 'no_card', '读卡超时', 'Card read timed out'),
  row('CARD_REMOVED', '2840', 'removed_early', '卡被拔出', 'Card removed'),
  row('CARD_REMOVED_TOO_EARLY', '', 'removed_early', '卡拔得太早', 'Card removed too early'),
  row('CARD_LEFT_IN_READER', '2850', 'busy', '上一张卡还插着', 'A card was left in the reader', {
    advice: t('先取出卡。', 'Take the card out first.'),
  }),
  row('MISSING_EMV_DATA', '2892', 'bad_data', '缺少EMV数据', 'EMV data missing'),
  row('READER_BUSY', '3010', 'busy', '读卡器忙', 'Reader busy', {
    advice: t('在读卡器上取消上一笔。', 'Cancel the last sale on the reader.'),
  }),
  row('DECLINED_BY_READER', '', 'declined', '读卡器或卡脱机拒绝', 'Declined by the reader', { stage: 'complete' }),
  row('CANCELED', '2020', 'cancelled_by_operator', '已取消', 'Cancelled'),
  ['2320', { frozen: 0.5, unknown: 0.5 }, '蓝牙错误', 'Bluetooth error', { stage: 'detect' }],
  ['2321', { frozen: 0.5, unknown: 0.5 }, '蓝牙错误', 'Bluetooth error', { stage: 'detect' }],
  ['2330', { frozen: 0.5, unknown: 0.5 }, '蓝牙错误', 'Bluetooth error', { stage: 'detect' }],
  ['2340', { frozen: 0.5, unknown: 0.5 }, '蓝牙错误', 'Bluetooth error', { stage: 'detect' }],
  [
    '2650',
    'unknown',
    '电量低，不能升级',
    'Battery too low to update',
    { advice: t('充电后再升级。', 'Charge, then update.') },
  ],
  [
    '2660',
    'unknown',
    '升级被打断',
    'Update interrupted',
    { advice: t('重新升级；升级中不断电、不断网。', 'Update again, without a break of power or network.') },
  ],
  [
    '2670',
    'unknown',
    '升级已过期',
    'Update expired',
    { advice: t('重新检查并升级。', 'Check for updates and update again.') },
  ],
  [
    '2680',
    'power_error',
    '读卡器电量严重不足',
    'Reader battery critically low',
    { stage: 'detect', advice: t('给读卡器充电。', 'Charge the reader.') },
  ],
];

export const STRIPE = namespaceOf(
  {
    id: 'stripe',
    title: t('Stripe Terminal 错误码', 'Stripe Terminal codes'),
    form: 'name',
    source: 'Stripe Terminal SDK reference (Android TerminalErrorCode, iOS 2.x)',
  },
  ROWS,
);
