import { t } from '../t.ts';
import { all, CARD, CONTACTS, HEAD, PRINTER } from './likelihood.ts';
import type { QuestionTable } from './row.ts';

/** Beyond this terminal: what else in the shop and the street works. */
export const SHOP_QUESTIONS = {
  'know.other_terminal': {
    text: t('店里另一台终端现在正常吗？', 'Does another terminal of the shop work now?'),
    cost: 0.3,
    values: {
      works: t('正常', 'It works'),
      same: t('也这样', 'The same trouble'),
      none: t('没有第二台', 'There is no other'),
    },
    otherwise: [42, 8, 50],
    odds: {
      'network.down': [8, 42, 50],
      'network.acquirer_host_down': [4, 46, 50],
      'network.issuer_unreachable': [12, 38, 50],
      ...all(['network.unstable', 'network.slow'], [16, 34, 50]),
      'network.misconfigured': [28, 22, 50],
      'network.signal_weak': [28, 22, 50],
      ...all(['software.app_defect', 'software.host_incompatible', 'software.reader_firmware'], [18, 32, 50]),
      ...all(['software.app_outdated', 'software.parameters_outdated'], [24, 26, 50]),
      ...all([...HEAD, ...CONTACTS, ...PRINTER], [48, 2, 50]),
      ...all(['hardware.reader_module', 'hardware.contactless_antenna', 'hardware.tamper_lock'], [49, 1, 50]),
      'policy.magstripe_closed': [18, 32, 50],
    },
  },
  'know.neighbours': {
    text: t('隔壁店、别的商户刷卡正常吗？', 'Can neighbours take cards now?'),
    cost: 0.8,
    values: {
      fine: t('正常', 'Yes'),
      same: t('也不行', 'No'),
      unknown: t('问不到', 'Cannot ask'),
    },
    otherwise: [56, 3, 41],
    odds: {
      'network.acquirer_host_down': [20, 39, 41],
      'network.down': [30, 29, 41],
      'network.issuer_unreachable': [30, 29, 41],
      'network.unstable': [42, 17, 41],
      'network.signal_weak': [44, 15, 41],
    },
  },
  'know.qr_works': {
    text: t('这台终端扫码收款行吗？', 'Do QR payments work on this terminal?'),
    cost: 0.2,
    values: {
      works: t('行', 'Yes'),
      fails: t('也不行', 'No'),
      slow: t('很慢、时好时坏', 'Slow, or on and off'),
      none: t('不收扫码', 'Not offered'),
    },
    otherwise: [80, 3, 4, 13],
    odds: {
      'network.down': [3, 82, 2, 13],
      'network.misconfigured': [12, 72, 3, 13],
      'network.unstable': [14, 15, 58, 13],
      'network.slow': [18, 8, 61, 13],
      'network.signal_weak': [14, 25, 48, 13],
      'network.acquirer_host_down': [30, 50, 7, 13],
      'operation.not_signed_in': [34, 50, 3, 13],
      'software.keys_out_of_sync': [52, 32, 3, 13],
      'software.frozen': [16, 62, 9, 13],
      'software.app_defect': [66, 14, 7, 13],
      'hardware.tamper_lock': [4, 82, 1, 13],
      'hardware.power': [56, 16, 15, 13],
      'operation.cancel_forgotten': [36, 49, 2, 13],
      ...all(PRINTER, [78, 6, 3, 13]),
    },
  },
  'try.phone_online': {
    text: t('手机连上同一个网络，能打开网页吗？', 'Can a phone on the same network open a web page?'),
    hint: t('终端用SIM卡的：看同一家运营商的手机。', 'Where the terminal has a SIM: take a phone of the same carrier.'),
    cost: 0.8,
    values: {
      fast: t('很快', 'Fast'),
      slow: t('很慢', 'Slowly'),
      on_off: t('时断时续', 'On and off'),
      no: t('打不开', 'No'),
    },
    otherwise: [88, 6, 4, 2],
    odds: {
      'network.down': [10, 4, 4, 82],
      'network.unstable': [18, 20, 56, 6],
      'network.slow': [16, 72, 10, 2],
      'network.signal_weak': [32, 28, 30, 10],
      'network.misconfigured': [82, 6, 4, 8],
    },
  },
  'know.notice': {
    text: t('收单机构、银行有停机或故障通知吗？', 'Did acquirer or bank announce an outage?'),
    cost: 0.3,
    values: {
      none: t('没有', 'No'),
      acquirer: t('收单机构有', 'The acquirer did'),
      bank: t('某家银行有', 'A bank did'),
      change: t('有升级、换证书的通知', 'One about an upgrade or certificates'),
    },
    otherwise: [95, 1, 1, 3],
    odds: {
      'network.acquirer_host_down': [58, 38, 2, 2],
      'network.issuer_unreachable': [66, 4, 29, 1],
      'software.host_incompatible': [66, 4, 1, 29],
      'software.app_outdated': [84, 1, 1, 14],
      'software.parameters_outdated': [84, 1, 1, 14],
      'network.misconfigured': [88, 1, 1, 10],
      ...all(CARD, [97, 1, 1, 1]),
    },
  },
} as const satisfies QuestionTable;
