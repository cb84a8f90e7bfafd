import { t } from '../t.ts';
import { all, CONTACTS, HEAD } from './likelihood.ts';
import type { QuestionTable } from './row.ts';

/** What happened at the PIN. The PIN itself is nobody's business. */
export const PIN_QUESTIONS = {
  'know.pin': {
    text: t('输密码了吗？被拒了几次？', 'Was a PIN entered, and how often refused?'),
    hint: t('只问次数，绝不问密码。', 'Ask how often, never for the PIN.'),
    cost: 0.1,
    drawing: 'shield-pin',
    values: {
      not_reached: t('没到密码这一步', 'It never came to the PIN'),
      accepted: t('输了，没说密码错', 'Entered, not refused'),
      once: t('被拒一次', 'Refused once'),
      often: t('被拒两次以上', 'Refused twice or more'),
      failed: t('输不进去、超时', 'Could not be entered'),
    },
    otherwise: [66, 26, 4, 2, 2],
    odds: {
      'operation.wrong_pin': [3, 4, 58, 33, 2],
      'software.keys_out_of_sync': [46, 24, 14, 12, 4],
      'hardware.pinpad': [10, 8, 8, 8, 66],
      'card.blocked_or_expired': [34, 48, 6, 11, 1],
      ...all([...HEAD, ...CONTACTS, 'hardware.contactless_antenna', 'hardware.reader_module'], [95, 3, 1, 0, 1]),
      ...all(['operation.insert_technique', 'operation.swipe_technique', 'card.chip_damaged'], [96, 2, 1, 0, 1]),
      ...all(['card.stripe_damaged', 'operation.wrong_method', 'policy.magstripe_closed'], [94, 4, 1, 0, 1]),
      ...all(['network.down', 'network.unstable', 'network.slow', 'network.signal_weak'], [38, 58, 2, 1, 1]),
      ...all(['network.acquirer_host_down', 'network.issuer_unreachable', 'network.misconfigured'], [38, 58, 2, 1, 1]),
    },
  },
  'know.pin_others': {
    text: t('别的顾客也被说密码错吗？', 'Are other holders told that their PIN is wrong?'),
    cost: 0.2,
    drawing: 'many-customers',
    values: {
      no: t('没有', 'No'),
      yes: t('也有，好几位', 'Yes, several'),
      none: t('没有别人输过密码', 'Nobody else entered one'),
    },
    otherwise: [62, 3, 35],
    odds: {
      'software.keys_out_of_sync': [20, 46, 34],
      'hardware.pinpad': [32, 34, 34],
      'operation.wrong_pin': [64, 2, 34],
    },
  },
  'try.pin_keys': {
    text: t('在主界面逐个按数字键，都有反应吗？', 'On the home screen press each digit: do all respond?'),
    hint: t('不要在输密码时试，也不要让人看见谁的密码。', 'Not while a PIN is being entered.'),
    cost: 0.5,
    drawing: 'press-keys',
    values: {
      all: t('都有', 'All'),
      some: t('有的没反应、会连跳', 'Some stick or repeat'),
      none: t('都没有', 'None'),
    },
    otherwise: [96, 2, 2],
    odds: {
      'hardware.pinpad': [26, 48, 26],
      'software.frozen': [40, 6, 54],
      'hardware.tamper_lock': [48, 4, 48],
    },
  },
} as const satisfies QuestionTable;
