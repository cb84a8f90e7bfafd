import { t } from '../t.ts';
import { all, READER } from './likelihood.ts';
import type { QuestionTable } from './row.ts';

/** What happened at the PIN. The PIN itself is nobody's business. */
export const PIN_QUESTIONS = {
  'know.pin': {
    text: t('输密码了吗？被拒了几次？', 'Was a PIN entered, and how often refused?'),
    hint: t('只问次数，绝不问密码。', 'Ask how often, never for the PIN.'),
    cost: 0.25,
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
      ...all([...READER, 'hardware.tamper_lock'], [96, 2, 1, 0, 1]),
      ...all(['operation.indicator_misread', 'operation.cancel_forgotten'], [96, 2, 1, 0, 1]),
      'software.frozen': [88, 8, 1, 0, 3],
      'operation.not_signed_in': [90, 8, 1, 1, 0],
      ...all(['software.app_outdated', 'software.parameters_outdated'], [86, 12, 1, 0, 1]),
      'operation.removed_early': [82, 15, 2, 0, 1],
      'software.app_defect': [76, 20, 2, 1, 1],
      'fraud.deliberate_fallback': [84, 14, 1, 0, 1],
      'hardware.power': [70, 26, 2, 1, 1],
      ...all(['operation.insert_technique', 'operation.swipe_technique', 'card.chip_damaged'], [96, 2, 1, 0, 1]),
      ...all(['card.stripe_damaged', 'operation.wrong_method', 'policy.magstripe_closed'], [94, 4, 1, 0, 1]),
      ...all(['network.down', 'network.unstable', 'network.slow', 'network.signal_weak'], [38, 58, 2, 1, 1]),
      ...all(['network.acquirer_host_down', 'network.issuer_unreachable', 'network.misconfigured'], [38, 58, 2, 1, 1]),
    },
  },
  'know.pin_others': {
    text: t('别的顾客也被说密码错吗？', 'Are other holders told that their PIN is wrong?'),
    cost: 0.3,
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
} as const satisfies QuestionTable;
