import { t } from '../t.ts';
import { all, CONTACTS, HEAD } from './likelihood.ts';
import type { QuestionTable } from './row.ts';

/** What was asked of the terminal, and what was done. */
export const PAYING_QUESTIONS = {
  'know.prompt': {
    text: t('屏幕要求怎样用卡？照做了吗？', 'What did the screen ask for, and was it done?'),
    cost: 0.25,
    drawing: 'follow-prompt',
    values: {
      followed: t('照做了', 'Done as asked'),
      other: t('用了别的方式', 'Another way was used'),
      unread: t('没看屏幕', 'Nobody looked'),
    },
    otherwise: [76, 6, 18],
    odds: {
      'operation.wrong_method': [10, 58, 32],
      'policy.magstripe_closed': [26, 44, 30],
      'operation.indicator_misread': [30, 20, 50],
      'fraud.deliberate_fallback': [36, 54, 10],
    },
  },
  'know.method': {
    text: t('收银机上选的付款方式对吗？', 'Was the right payment method chosen at the till?'),
    cost: 0.25,
    drawing: 'choose-method',
    values: {
      card: t('选的是银行卡', 'Card was chosen'),
      other: t('选成扫码、现金、会员卡', 'QR, cash or loyalty was chosen'),
      none: t('不用选', 'There is nothing to choose'),
    },
    otherwise: [62, 3, 35],
    odds: { 'operation.wrong_method': [34, 34, 32], 'operation.cancel_forgotten': [58, 8, 34] },
  },
  'know.amount': {
    text: t('这一笔金额大吗？', 'Is it a large amount?'),
    cost: 0.25,
    values: {
      small: t('小额（免密以内）', 'Small (no PIN needed)'),
      middle: t('一般', 'Ordinary'),
      large: t('大额', 'Large'),
    },
    otherwise: [50, 42, 8],
    odds: {
      'card.blocked_or_expired': [34, 38, 28],
      'operation.wrong_method': [38, 42, 20],
      'fraud.deliberate_fallback': [6, 34, 60],
      'operation.wrong_pin': [12, 62, 26],
    },
  },
  'know.kind_of_sale': {
    text: t('哪种交易失败？', 'Which kind of transaction fails?'),
    cost: 0.25,
    drawing: 'kinds-of-sale',
    values: {
      sale: t('普通消费', 'Ordinary sales'),
      special: t('只有退货、预授权、分期等', 'Only refunds, pre-authorisations, instalments …'),
      all: t('都失败', 'All'),
    },
    otherwise: [72, 4, 24],
    odds: {
      'software.host_incompatible': [26, 50, 24],
      'software.app_defect': [54, 24, 22],
      'card.unsupported': [66, 16, 18],
      'software.parameters_outdated': [70, 14, 16],
      ...all(['network.down', 'hardware.tamper_lock', 'operation.not_signed_in'], [28, 1, 71]),
      ...all(['network.misconfigured', 'network.acquirer_host_down', 'software.frozen'], [34, 2, 64]),
      ...all([...HEAD, ...CONTACTS], [80, 1, 19]),
    },
  },
  'know.phone_ready': {
    text: t('顾客手机解锁、开了NFC、选对卡了吗？', 'Was the phone unlocked, NFC on, the right card chosen?'),
    hint: t('不是手机付款就选“不清楚”。', `Not a phone: answer "don't know".`),
    cost: 0.3,
    drawing: 'phone-ready',
    values: {
      yes: t('都好了', 'All of it'),
      no: t('没有', 'Not yet'),
    },
    otherwise: [90, 10],
    odds: {
      'operation.wrong_method': [40, 60],
      'operation.indicator_misread': [72, 28],
      'card.blocked_or_expired': [84, 16],
    },
  },
} as const satisfies QuestionTable;
