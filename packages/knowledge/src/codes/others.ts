import { t } from '../t.ts';
import type { CodeRow, Namespace } from './table.ts';
import { namespaceOf } from './table.ts';

/** Small vendors: a handful of documented codes each. */
const CHIP_ERROR = { mute: 0.4, bad_data: 0.3, protocol_error: 0.3 } as const;
const UNREADABLE = { mute: 0.35, partial: 0.25, bad_data: 0.2, lrc: 0.2 } as const;
const BAD_SWIPE = { partial: 0.3, start_sentinel: 0.25, parity: 0.25, lrc: 0.2 } as const;

const MYPOS: readonly CodeRow[] = [
  ['5', 'no_card', '没有卡', 'No card'],
  ['6', 'no_application', '卡不受支持', 'Unsupported card'],
  ['7', CHIP_ERROR, '芯片错误', 'Card chip error'],
  ['8', CHIP_ERROR, '降级刷磁条', 'Fallback to magstripe'],
  ['9', 'pin_wrong', '密码错误', 'Invalid PIN'],
  ['10', 'pin_tries_exceeded', '密码次数用尽', 'PIN tries used up'],
  ['13', 'cancelled_by_operator', '用户取消', 'User cancelled'],
  ['15', { connect_failed: 0.4, no_response: 0.4, link_lost: 0.2 }, '通讯错误', 'Communication error'],
  ['21', 'print_error', '没有打印机', 'No printer'],
  ['22', 'paper_out', '缺纸', 'No paper'],
];

const INGENICO: readonly CodeRow[] = [
  ['BAD READ', CHIP_ERROR, '插卡读不出', 'Bad read (insert)'],
  ['BAD SWIPE', BAD_SWIPE, '刷卡读不出', 'Bad swipe'],
  ['BAD MAC', 'mac_error', 'MAC错误', 'Bad MAC'],
  ['CANNOT CALL HOST', { connect_failed: 0.6, link_down: 0.4 }, '无法呼叫主机', 'Cannot call the host'],
  ['EXPIRED CARD', 'declined', '卡已过期', 'Expired card'],
];

const ZVT: readonly CodeRow[] = [
  ['64', UNREADABLE, '卡读不出', 'Card not readable', { stage: 'read' }],
  ['65', { bad_data: 0.6, blank: 0.4 }, '没有卡数据', 'Card data not present'],
  ['66', 'unknown', '处理错误', 'Processing error'],
  ['6C', { cancelled_by_operator: 0.5, no_card: 0.5 }, '中止或超时', 'Aborted or timed out', { stage: 'detect' }],
  ['6E', 'declined', '卡在黑名单中', 'Card in block list'],
  ['72', CHIP_ERROR, '芯片错误', 'Chip error'],
  ['73', 'bad_data', '卡数据不正确', 'Card data incorrect'],
];

const PAYPAL_HERE: readonly CodeRow[] = [
  ['1', { no_card: 0.5, no_response_rf: 0.5 }, '非接超时', 'NFC timed out', { names: ['nfcTimeout'] }],
  ['2', 'use_other_interface', '不允许非接', 'NFC not allowed', { names: ['nfcNotAllowed'] }],
  ['3', { bad_data: 0.5, no_application: 0.5 }, '请换一张卡', 'Try a different card', { names: ['tryDifferentCard'] }],
  ['4', 'use_other_interface', '必须插卡', 'Must insert the card', { names: ['mustInsertCard'] }],
  ['5', { mute: 0.5, wrong_method: 0.5 }, '必须刷卡', 'Must swipe the card', { names: ['mustSwipeCard'] }],
  ['6', { frozen: 0.4, unknown: 0.6 }, '读卡器硬件错误', 'Hardware error', { names: ['hardwareError'] }],
  ['7', 'application_blocked', '卡被锁', 'Card blocked', { names: ['cardBlocked'] }],
  ['9', CHIP_ERROR, '芯片无效', 'Invalid chip', { names: ['invalidChip'] }],
  ['10', 'chip_required', '芯片卡不得刷磁条', 'Chip card must not be swiped', { names: ['cannotSwipeChipCard'] }],
  [
    '11',
    { removed_early: 0.6, no_card: 0.4 },
    '卡不在卡槽里',
    'Card not in the slot',
    { names: ['smartCardNotInSlot'] },
  ],
  ['15', 'bad_data', 'EMV数据错误', 'Bad EMV data', { names: ['badEmvData'] }],
];

const NAYAX: readonly CodeRow[] = [
  ['03', 'collision', '只拿一张卡', 'One card only'],
  ['05', 'collision', '只拿一张卡', 'One card only'],
  ['1A', 'use_other_interface', '外卡请刷卡', 'International card, swipe'],
  ['1E', 'no_card', '超时，请插卡或刷卡', 'Timed out, insert or swipe'],
  ['26', 'use_other_interface', '请插卡或刷卡', 'Insert or swipe'],
  ['27', { rf_lost: 0.4, mute: 0.3, partial: 0.3 }, '读卡错误，请再试', 'Read error, try again', { stage: 'read' }],
];

const ZEBRA: readonly CodeRow[] = [
  ['CHIP_READ_ERROR', CHIP_ERROR, '芯片读取错误', 'Chip read error'],
  ['CARD_BLOCKED', 'application_blocked', '卡被锁', 'Card blocked'],
  ['CHIP_READ_NO_APP_ERROR', 'no_application', '芯片里没有可用应用', 'No application in the chip'],
  ['CARD_INSERTION_ERROR', { mute: 0.6, wrong_method: 0.4 }, '插卡错误', 'Card insertion error'],
];

const THEMINESEC: readonly CodeRow[] = [
  ['-17', 'no_application', '卡不受支持', 'Card unsupported'],
  ['-18', { bad_data: 0.6, no_application: 0.4 }, '卡无效', 'Invalid card'],
  ['-20', 'rf_lost', '没读完，请拿稳', 'Reading incomplete, hold steadily'],
];

export const OTHERS: readonly Namespace[] = [
  namespaceOf(
    {
      id: 'mypos',
      title: t('myPOS 状态码', 'myPOS stage status'),
      form: 'number',
      source: 'myPOS Payment API, Stage & Status',
    },
    MYPOS,
  ),
  namespaceOf(
    {
      id: 'ingenico',
      title: t('Ingenico 屏幕提示', 'Ingenico screens'),
      form: 'name',
      source: 'Rapyd, Ingenico Error Codes',
    },
    INGENICO,
  ),
  namespaceOf(
    { id: 'zvt', title: t('ZVT 结果码', 'ZVT result codes'), form: 'hex', source: 'ZVT protocol, chapter 10' },
    ZVT,
  ),
  namespaceOf(
    {
      id: 'paypalhere',
      title: t('PayPal Here 设备错误', 'PayPal Here device errors'),
      form: 'number',
      source: 'PayPal Here SDK, PPRetailDeviceError',
    },
    PAYPAL_HERE,
  ),
  namespaceOf(
    {
      id: 'nayax',
      title: t('Nayax 读卡器消息', 'Nayax reader messages'),
      form: 'hex',
      source: 'Nayax Developer Hub, Reader Messages',
    },
    NAYAX,
  ),
  namespaceOf(
    {
      id: 'zebra',
      title: t('Zebra EMDK 支付结果', 'Zebra EMDK payment results'),
      form: 'name',
      source: 'Zebra EMDK for Android 4.2, PaymentResults',
    },
    ZEBRA,
  ),
  namespaceOf(
    {
      id: 'theminesec',
      title: t('MineSec SoftPOS 应答码', 'MineSec SoftPOS response codes'),
      form: 'number',
      source: 'MineSec SoftPOS, POS response code',
    },
    THEMINESEC,
  ),
];
