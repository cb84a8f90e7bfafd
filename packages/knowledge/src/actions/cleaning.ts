import { t } from '../t.ts';
import { NEVER, TOOL } from './forbidden.ts';
import type { ActionTable } from './row.ts';

export const CLEANING_ACTIONS = {
  'clean.wipe_chip': {
    by: 'cashier',
    minutes: 1,
    text: t(
      '用干软布擦净卡上的芯片，再插一次。',
      'Wipe the chip of the card with a dry soft cloth and insert it again.',
    ),
    tools: [TOOL.dry_cloth],
    forbidden: [NEVER.scrape, NEVER.key_card_number],
    fixes: { 'card.chip_damaged': 0.1, 'hardware.chip_contacts_dirty': 0.25 },
  },
  'clean.wipe_stripe': {
    by: 'cashier',
    minutes: 1,
    text: t('用干软布擦净卡背磁条，再刷一次。', 'Wipe the stripe of the card with a dry soft cloth and swipe again.'),
    tools: [TOOL.dry_cloth],
    forbidden: [NEVER.scrape, NEVER.key_card_number],
    fixes: { 'card.stripe_damaged': 0.12 },
  },
  'clean.head': {
    by: 'manager',
    minutes: 5,
    text: t(
      '按本机型说明书清洁磁头：说明书允许时，用清洁卡匀速刷两三次，等干后用两张好卡试。',
      'Clean the magnetic head as the manual of this model says: where it allows a cleaning card, swipe it two or three times, let it dry, then try two good cards.',
    ),
    tools: [TOOL.manual, TOOL.cleaning_card, TOOL.known_good_card],
    forbidden: [NEVER.clean_by_guess, NEVER.scrape, NEVER.open_tampered],
    fixes: { 'hardware.magstripe_head_dirty': 0.85, 'hardware.magstripe_head_worn': 0.08 },
  },
  'clean.contacts': {
    by: 'manager',
    minutes: 5,
    text: t(
      '按本机型说明书清洁芯片卡座：说明书允许时，用芯片清洁卡插拔两三次，再用两张好卡试。',
      'Clean the chip contacts as the manual of this model says: where it allows a cleaning card, insert it two or three times, then try two good cards.',
    ),
    tools: [TOOL.manual, TOOL.cleaning_card, TOOL.known_good_card],
    forbidden: [NEVER.clean_by_guess, NEVER.scrape, NEVER.open_tampered],
    fixes: { 'hardware.chip_contacts_dirty': 0.85, 'hardware.chip_contacts_worn': 0.08 },
  },
  'clean.printer_head': {
    by: 'manager',
    minutes: 5,
    text: t(
      '断电冷却后，按说明书用认可的酒精棉签轻擦打印头，干透再装纸。',
      'Power off, let it cool, wipe the print head gently with an approved swab as the manual says, and let it dry before loading paper.',
    ),
    tools: [TOOL.manual, TOOL.isopropyl],
    forbidden: [NEVER.touch_hot_head, NEVER.clean_by_guess, NEVER.scrape],
    fixes: { 'hardware.printer_head_worn': 0.25 },
  },
  'inspect.visit': {
    by: 'technician',
    minutes: 25,
    text: t(
      '上门巡检：看封签和外观，清洁磁头与卡座，用两张好卡各读十次，记录失败次数。',
      'Inspect on site: check seals and housing, clean head and contacts, read two good cards ten times each, note the failures.',
    ),
    tools: [TOOL.manual, TOOL.cleaning_card, TOOL.known_good_card, TOOL.laptop],
    forbidden: [NEVER.open_tampered, NEVER.clean_by_guess, NEVER.swap_on_one_card],
    fixes: { 'hardware.magstripe_head_dirty': 0.9, 'hardware.chip_contacts_dirty': 0.9, 'unknown.other': 0.3 },
  },
} as const satisfies ActionTable;
