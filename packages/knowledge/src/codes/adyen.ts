import { t } from '../t.ts';
import type { CodeRow } from './table.ts';
import { namespaceOf } from './table.ts';

/** The ErrorCondition is the code; refusal reasons are only informative. */
const ROWS: readonly CodeRow[] = [
  [
    'Aborted',
    { use_other_interface: 0.4, cancelled_by_operator: 0.4, unknown: 0.2 },
    '已中止（如挥卡被要求换方式后顾客离开）',
    'Aborted (e.g. the shopper left after a tap that asked for another way)',
  ],
  ['Busy', 'busy', '终端忙', 'Terminal busy'],
  [
    'Cancel',
    { cancelled_by_operator: 0.7, removed_early: 0.3 },
    '已取消，或卡拔得太早',
    'Cancelled, or the card was pulled early',
    { stage: null },
  ],
  ['DeviceOut', { frozen: 0.6, unknown: 0.4 }, '设备不可用', 'Device out of service'],
  ['InProgress', 'busy', '交易进行中', 'Transaction in progress'],
  ['InsertedCard', 'busy', '卡还插着', 'A card is inserted', { advice: t('先取出卡。', 'Take the card out first.') }],
  [
    'InvalidCard',
    { bad_data: 0.3, no_application: 0.3, declined: 0.2, mute: 0.2 },
    '卡无效',
    'Invalid card',
    { stage: 'read' },
  ],
  ['LoggedOut', 'not_signed_in', '终端未登录', 'Terminal logged out'],
  ['MessageFormat', 'format_error', '报文格式错误', 'Message format wrong'],
  [
    'NotAllowed',
    { wrong_method: 0.4, declined: 0.3, terminal_unknown: 0.3 },
    '不允许该操作',
    'Not allowed',
    { stage: 'online' },
  ],
  ['NotFound', 'unknown', '找不到交易', 'Transaction not found', { stage: 'online' }],
  ['PaymentRestriction', 'declined', '付款受限制', 'Payment restricted'],
  [
    'Refusal',
    'declined',
    '被拒绝',
    'Refused',
    {
      advice: t('读卡没问题：请换卡或联系发卡行。', 'The read was fine: another card, or the holder calls the issuer.'),
    },
  ],
  ['UnavailableDevice', { frozen: 0.6, unknown: 0.4 }, '设备无法使用', 'Device unavailable'],
  ['UnavailableService', 'host_error', '服务不可用', 'Service unavailable'],
  ['UnreachableHost', { connect_failed: 0.6, no_response: 0.4 }, '连不上主机', 'Host unreachable'],
  ['WrongPIN', 'pin_wrong', '密码错误', 'Wrong PIN'],
];

export const ADYEN = namespaceOf(
  {
    id: 'adyen',
    title: t('Adyen 终端接口 ErrorCondition', 'Adyen Terminal API ErrorCondition'),
    form: 'name',
    source: 'Adyen Terminal API (nexo) ErrorCondition schema; Adyen refusal reasons (POS)',
  },
  ROWS,
);
