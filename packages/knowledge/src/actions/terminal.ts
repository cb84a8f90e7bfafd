import { t } from '../t.ts';
import { NEVER, TOOL } from './forbidden.ts';
import type { ActionTable } from './row.ts';

/** What is done on the terminal itself, without tools that open it. */
export const TERMINAL_ACTIONS = {
  'terminal.cancel': {
    by: 'cashier',
    minutes: 1,
    text: t(
      '在终端上按“取消”，退回主界面，再重新发起交易。',
      'Press cancel on the terminal, return to the home screen and start the sale again.',
    ),
    tools: [],
    forbidden: [NEVER.repeat_unknown_sale],
    fixes: { 'operation.cancel_forgotten': 0.92, 'software.frozen': 0.15 },
    source: 'expert estimate; OCA/pos issue 550',
  },
  'terminal.restart': {
    by: 'cashier',
    minutes: 3,
    text: t('重启终端，签到后再试。', 'Restart the terminal, sign in and try again.'),
    tools: [],
    forbidden: [NEVER.repeat_unknown_sale],
    fixes: {
      'software.frozen': 0.8,
      'software.reader_firmware': 0.12,
      'software.app_defect': 0.15,
      'unknown.other': 0.2,
      'operation.cancel_forgotten': 0.9,
    },
  },
  'terminal.power_off': {
    by: 'cashier',
    minutes: 12,
    text: t(
      '关机、拔掉电源，可拆电池就取下，断电十分钟再开机。',
      'Switch off, unplug, take out the battery where it can be taken out, and leave it without power for ten minutes.',
    ),
    tools: [],
    forbidden: [NEVER.open_tampered],
    fixes: { 'software.frozen': 0.6, 'software.reader_firmware': 0.2 },
    source: 'expert estimate; stripe-terminal-android issue 194',
  },
  'terminal.sign_in': {
    by: 'cashier',
    minutes: 2,
    text: t('在终端上重新签到，再做一笔。', 'Sign in again on the terminal (重新签到), then do the sale.'),
    tools: [],
    forbidden: [NEVER.repeat_unknown_sale],
    fixes: { 'operation.not_signed_in': 0.95, 'software.keys_out_of_sync': 0.6 },
    source: 'expert estimate; UnionPay POS rule for response 77',
  },
  'terminal.settle': {
    by: 'cashier',
    minutes: 8,
    text: t('先结算，再签到，换新批次号。', 'Settle, then sign in, so that a new batch begins.'),
    tools: [],
    forbidden: [NEVER.repeat_unknown_sale],
    fixes: { 'operation.not_signed_in': 0.6, 'software.keys_out_of_sync': 0.2 },
  },
  'terminal.download_keys': {
    by: 'technician',
    minutes: 20,
    text: t(
      '重新下载或灌装主密钥，再签到换工作密钥。',
      'Load the master key again, then sign in to get new working keys.',
    ),
    tools: [TOOL.key_loader],
    forbidden: [NEVER.keys_in_clear, NEVER.open_tampered],
    fixes: { 'software.keys_out_of_sync': 0.92 },
  },
  'terminal.download_parameters': {
    by: 'manager',
    minutes: 5,
    text: t(
      '在终端上下载参数：AID、CAPK公钥、卡BIN、商户参数。',
      'Download the parameters on the terminal: AIDs, CA public keys, card BINs, merchant settings.',
    ),
    tools: [],
    forbidden: [],
    fixes: { 'software.parameters_outdated': 0.88, 'card.unsupported': 0.2 },
  },
  'terminal.check_power': {
    by: 'cashier',
    minutes: 2,
    text: t(
      '插紧原装电源，看电量；带电再试。',
      'Plug the original adapter in firmly, look at the charge, and try on mains.',
    ),
    tools: [],
    forbidden: [],
    fixes: { 'hardware.power': 0.55 },
  },
  'terminal.replace_power': {
    by: 'technician',
    minutes: 15,
    text: t('量电压，更换适配器、电源线或电池。', 'Measure the voltage; replace adapter, lead or battery.'),
    tools: [TOOL.multimeter, TOOL.spare_part],
    forbidden: [NEVER.open_tampered],
    fixes: { 'hardware.power': 0.93 },
  },
  'terminal.check_pinpad': {
    by: 'cashier',
    minutes: 2,
    text: t(
      '检查密码键盘连线和按键是否卡住，重新插紧。',
      'Check the PIN pad: stuck keys, loose lead; plug it in again.',
    ),
    tools: [],
    forbidden: [NEVER.ask_pin, NEVER.open_tampered],
    fixes: { 'hardware.pinpad': 0.25 },
  },
  'paper.check': {
    by: 'cashier',
    minutes: 2,
    text: t(
      '看纸：有没有、正反对不对、有没有卡住；盖好纸仓盖，再补打。',
      'Look at the paper: is there any, right side up, not jammed; close the cover and print again.',
    ),
    tools: [TOOL.thermal_paper],
    forbidden: [NEVER.touch_hot_head, NEVER.repeat_unknown_sale],
    fixes: { 'hardware.printer_paper': 0.92 },
  },
  'paper.right_roll': {
    by: 'manager',
    minutes: 5,
    text: t('换成规格相符的热敏纸（宽度、外径、纸质）。', 'Use thermal paper of the right width, roll size and grade.'),
    tools: [TOOL.thermal_paper],
    forbidden: [NEVER.touch_hot_head],
    fixes: { 'hardware.printer_paper': 0.6, 'hardware.printer_head_worn': 0.1 },
  },
} as const satisfies ActionTable;
