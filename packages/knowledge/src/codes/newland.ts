import { t } from '../t.ts';
import type { CodeRow } from './table.ts';
import { namespaceOf, rangeOf } from './table.ts';

const ACTIVATION = { no_response_rf: 0.6, rf_lost: 0.4 } as const;
const MANY_CARDS = { collision: 0.6, no_response_rf: 0.4 } as const;

const ROWS: readonly CodeRow[] = [
  ['-1', 'unknown', '失败', 'Failed'],
  ['-4', { frozen: 0.5, unknown: 0.5 }, '打开设备失败', 'Cannot open the device', { stage: 'detect' }],
  ['-5', { frozen: 0.5, unknown: 0.5 }, '驱动调用失败', 'Driver call failed', { stage: 'detect' }],
  ['-6', 'unknown', '参数错误', 'Parameter error'],
  ['-10', 'no_card', '超时', 'Timed out'],
  ['-11', 'cancelled_by_operator', '已取消', 'Cancelled'],
  ['-17', 'unknown', '没有这个设备', 'No such device', { stage: 'detect' }],
  ['-18', 'unknown', '不支持', 'Not supported'],
  ['-50', 'blank', '没有刷卡记录', 'No swipe record'],
  ['-51', { start_sentinel: 0.3, parity: 0.25, lrc: 0.25, partial: 0.2 }, '磁道数据格式错', 'Stripe data format wrong'],
  ['-201', 'link_down', '没有SIM卡', 'No SIM card'],
  ['-202', 'link_down', 'SIM卡要求PIN', 'SIM asks for its PIN'],
  ['-203', 'link_down', 'SIM卡被锁', 'SIM locked'],
  ...rangeOf(-304, -312, { connect_failed: 0.5, link_lost: 0.3, no_response: 0.2 }, 'TCP通讯错误', 'TCP error'),
  ...rangeOf(-350, -358, 'tls_failed', 'SSL通讯错误', 'SSL error'),
  ['-601', { frozen: 0.5, unknown: 0.5 }, '写读卡芯片失败', 'Cannot write to the reader chip', { stage: 'power_up' }],
  ['-602', 'unknown', '数据复制错误', 'Copy error', { stage: 'read' }],
  [
    '-603',
    { mute: 0.6, bad_atr: 0.2, power_error: 0.2 },
    'IC卡上电失败',
    'Power-up failed',
    {
      advice: t(
        '看方向、插到底、擦芯片；换两张好卡都这样才查卡座。',
        'Check direction and depth, wipe the chip; only if two good cards do the same, look at the contacts.',
      ),
    },
  ],
  ['-604', 'protocol_error', '卡命令错误', 'Card command error'],
  ['-605', 'removed_early', '卡已拔出', 'Card pulled out'],
  ['-606', { mute: 0.5, no_card: 0.5 }, '卡未就绪', 'Card not ready', { stage: 'power_up' }],
  ['-2005', { frozen: 0.4, unknown: 0.6 }, '射频芯片故障或不存在', 'RF chip faulty or absent', { stage: 'detect' }],
  ['-2008', 'no_card', '没有卡', 'No card'],
  ['-2009', 'collision', '有多张卡', 'Several cards'],
  ['-2010', ACTIVATION, '寻卡或激活失败', 'Detection or activation failed'],
  ['-2011', 'no_application', '不是ISO 14443-4卡（如M1卡）', 'Not an ISO 14443-4 card (e.g. M1)'],
  ['-2013', { no_card: 0.5, no_response_rf: 0.5 }, '未检测到卡', 'Card not detected', { stage: 'detect' }],
  ['-2014', 'collision', 'A类卡冲突', 'Type A collision'],
  ['-2015', ACTIVATION, 'RATS错误', 'RATS error'],
  ['-2016', ACTIVATION, 'B类卡激活失败', 'Type B activation failed'],
  ['-2017', MANY_CARDS, 'A类寻卡失败（可能多张卡）', 'Type A detection failed (maybe several cards)'],
  ['-2018', MANY_CARDS, 'B类寻卡失败（可能多张卡）', 'Type B detection failed (maybe several cards)'],
  ['-2019', 'collision', '同时有A类和B类卡', 'Type A and type B together'],
  ['-2020', 'busy', '卡已激活', 'Already active'],
  ['-2021', 'no_response_rf', '卡未激活', 'Not active'],
  ['-2022', 'collision', 'A类卡冲突', 'Type A collision'],
  ['-2023', 'collision', 'B类卡冲突', 'Type B collision'],
  ['-2030', { no_card: 0.6, no_response_rf: 0.4 }, '无标签应答', 'No tag'],
  ['-2031', 'rf_lost', '射频CRC错', 'RF CRC error'],
  ['-2034', 'rf_lost', '射频奇偶校验错', 'RF parity error'],
  ['-2048', 'collision', '冲突', 'Collision'],
  ['-2050', 'rf_lost', '接收超时', 'Receive timed out'],
  ['-2051', 'rf_lost', '射频协议错', 'RF protocol error'],
  ['-3101', 'busy', '射频忙', 'RF busy'],
  ['-3102', 'busy', '打印机忙', 'Printer busy', { stage: 'print' }],
  ['-3103', 'busy', 'IC卡忙', 'IC busy'],
  ['-3104', 'busy', '磁条卡忙', 'Stripe reader busy'],
];

export const NEWLAND = namespaceOf(
  {
    id: 'newland',
    title: t('新大陆 NDK 错误码', 'Newland NDK codes'),
    form: 'number',
    source: 'Newland NDK.h (SP630PG/V2, sqf-ice/Mygit 716f7f9)',
  },
  ROWS,
);
