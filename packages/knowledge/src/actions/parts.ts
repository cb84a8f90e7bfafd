import { t } from '../t.ts';
import { NEVER, TOOL } from './forbidden.ts';
import type { ActionTable } from './row.ts';

const PART_TOOLS = [TOOL.spare_part, TOOL.screwdriver, TOOL.antistatic, TOOL.known_good_card] as const;
const PART_FORBIDDEN = [NEVER.open_tampered, NEVER.swap_on_one_card] as const;

/** Replacing parts: only by a technician whom the maker allows to, and never behind a fired tamper lock. */
export const PART_ACTIONS = {
  'replace.magstripe_head': {
    by: 'technician',
    minutes: 30,
    text: t(
      '更换磁头组件，用两张好卡各刷十次验收。',
      'Replace the magnetic head; accept after ten swipes each of two good cards.',
    ),
    drawing: 'swap-part',
    tools: PART_TOOLS,
    forbidden: PART_FORBIDDEN,
    fixes: { 'hardware.magstripe_head_worn': 0.95, 'hardware.magstripe_head_dirty': 0.95 },
    source: 'expert estimate; field report (undated)',
  },
  'replace.chip_contacts': {
    by: 'technician',
    minutes: 30,
    text: t(
      '更换芯片卡座，用两张好卡各插十次验收。',
      'Replace the chip contact unit; accept after ten insertions each of two good cards.',
    ),
    drawing: 'swap-part',
    tools: PART_TOOLS,
    forbidden: PART_FORBIDDEN,
    fixes: { 'hardware.chip_contacts_worn': 0.95, 'hardware.chip_contacts_dirty': 0.95 },
  },
  'replace.antenna': {
    by: 'technician',
    minutes: 35,
    text: t(
      '重插天线排线；不行就更换非接天线，用卡和手机各挥十次验收。',
      'Reseat the antenna lead; if that fails replace the antenna; accept after ten taps each of card and phone.',
    ),
    drawing: 'swap-part',
    tools: PART_TOOLS,
    forbidden: PART_FORBIDDEN,
    fixes: { 'hardware.contactless_antenna': 0.92 },
  },
  'replace.reader_module': {
    by: 'technician',
    minutes: 45,
    text: t(
      '更换读卡模块；能换整机就换整机。',
      'Replace the reader module, or the whole terminal where that is quicker.',
    ),
    drawing: 'swap-part',
    tools: PART_TOOLS,
    forbidden: PART_FORBIDDEN,
    fixes: { 'hardware.reader_module': 0.95, 'hardware.chip_contacts_worn': 0.9, 'hardware.contactless_antenna': 0.6 },
  },
  'replace.pinpad': {
    by: 'technician',
    minutes: 30,
    text: t('更换外接密码键盘，灌好密钥再用。', 'Replace the external PIN pad and load its keys before use.'),
    drawing: 'swap-part',
    tools: [TOOL.spare_part, TOOL.key_loader],
    forbidden: [NEVER.open_tampered, NEVER.ask_pin, NEVER.keys_in_clear],
    fixes: { 'hardware.pinpad': 0.95 },
  },
  'replace.printer_head': {
    by: 'technician',
    minutes: 30,
    text: t('更换打印头，打自检页验收。', 'Replace the print head; accept on a clean self-test page.'),
    drawing: 'swap-part',
    tools: [TOOL.spare_part, TOOL.screwdriver, TOOL.antistatic, TOOL.thermal_paper],
    forbidden: [NEVER.open_tampered, NEVER.touch_hot_head],
    fixes: { 'hardware.printer_head_worn': 0.95 },
  },
  'replace.terminal': {
    by: 'technician',
    minutes: 40,
    text: t(
      '换上备用终端：灌密钥、下参数、签到、试做一笔；旧机封存送修。',
      'Put in a spare terminal: keys, parameters, sign-in, one test sale; seal the old one and send it for repair.',
    ),
    drawing: 'swap-terminal',
    tools: [TOOL.spare_terminal, TOOL.key_loader, TOOL.management],
    forbidden: [NEVER.open_tampered, NEVER.swap_on_one_card],
    fixes: {
      'hardware.reader_module': 0.97,
      'hardware.magstripe_head_worn': 0.97,
      'hardware.magstripe_head_dirty': 0.97,
      'hardware.chip_contacts_dirty': 0.97,
      'hardware.chip_contacts_worn': 0.97,
      'hardware.printer_head_worn': 0.97,
      'hardware.pinpad': 0.95,
      'hardware.contactless_antenna': 0.95,
      'hardware.tamper_lock': 0.95,
      'hardware.power': 0.9,
      'unknown.other': 0.6,
    },
  },
  'tamper.stop_and_seal': {
    by: 'manager',
    minutes: 5,
    text: t(
      '立即停用，断电，贴封条，登记编号，报收单机构；等人来换。',
      'Stop using it at once: power off, seal it, note its number, tell the acquirer, wait for the replacement.',
    ),
    steps: [
      t('马上停用，关机，拔电。', 'Stop at once, power off, unplug.'),
      t('不拆、不摇、不再插卡。', 'Do not open it, shake it or put a card in.'),
      t('贴封条，记下终端编号，打电话给收单机构。', 'Seal it, note its number, call the acquirer.'),
    ],
    drawing: 'seal-off',
    tools: [],
    forbidden: [NEVER.open_tampered],
    fixes: { 'hardware.tamper_lock': 0.3 },
  },
} as const satisfies ActionTable;
