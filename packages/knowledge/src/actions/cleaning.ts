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
    steps: [
      t('用干净的软布，轻擦卡上的芯片。', 'Wipe the chip gently with a clean soft cloth.'),
      t('不蘸水、不用指甲刮。', 'No water, no scratching.'),
      t('芯片朝上，再插一次。', 'Chip up, insert again.'),
    ],
    drawing: 'wipe-chip',
    tools: [TOOL.dry_cloth],
    forbidden: [NEVER.scrape, NEVER.key_card_number],
    fixes: { 'card.chip_damaged': 0.25, 'hardware.chip_contacts_dirty': 0.2 },
  },
  'clean.wipe_stripe': {
    by: 'cashier',
    minutes: 1,
    text: t('用干软布擦净卡背磁条，再刷一次。', 'Wipe the stripe of the card with a dry soft cloth and swipe again.'),
    steps: [
      t('用干净的软布，顺着磁条擦一遍。', 'Wipe along the stripe with a clean soft cloth.'),
      t('不蘸水、不刮。', 'No water, no scratching.'),
      t('再刷一次。', 'Swipe again.'),
    ],
    drawing: 'wipe-stripe',
    tools: [TOOL.dry_cloth],
    forbidden: [NEVER.scrape, NEVER.key_card_number],
    fixes: { 'card.stripe_damaged': 0.15 },
  },
  'clean.head': {
    by: 'manager',
    minutes: 5,
    text: t(
      '按本机型说明书清洁磁头：说明书允许时，用清洁卡匀速刷两三次，等干后用两张好卡试。',
      'Clean the magnetic head as the manual of this model says: where it allows a cleaning card, swipe it two or three times, let it dry, then try two good cards.',
    ),
    steps: [
      t('找到本机型说明书的“清洁”一页。', 'Find the cleaning page in the manual of this model.'),
      t(
        '说明书允许用清洁卡：按它写的次数匀速刷。没写允许：什么也不往槽里放，报修。',
        'Where it allows a cleaning card, swipe it as often as it says. Where it does not, put nothing in and call service.',
      ),
      t('等干透，用两张好卡各刷两次。', 'Let it dry, then swipe two good cards twice each.'),
    ],
    drawing: 'cleaning-card',
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
    steps: [
      t('找到本机型说明书的“清洁”一页。', 'Find the cleaning page in the manual of this model.'),
      t(
        '说明书允许用芯片清洁卡：按它写的次数插拔。没写允许：什么也不往卡口里放，报修。',
        'Where it allows a chip cleaning card, insert it as often as it says. Where it does not, put nothing in and call service.',
      ),
      t('等干透，用两张好卡各插两次。', 'Let it dry, then insert two good cards twice each.'),
    ],
    drawing: 'cleaning-card',
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
    steps: [
      t('关机断电，打开纸仓，等打印头凉透。', 'Power off, open the cover, let the head cool.'),
      t('用厂家认可的酒精棉签，顺一个方向轻擦。', 'Wipe gently in one direction with a swab that the maker approves.'),
      t('干透再装纸，打一张试试。', 'Let it dry, load paper, print a slip.'),
    ],
    drawing: 'clean-print-head',
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
    drawing: 'look-and-clean',
    tools: [TOOL.manual, TOOL.cleaning_card, TOOL.known_good_card, TOOL.laptop],
    forbidden: [NEVER.open_tampered, NEVER.clean_by_guess, NEVER.swap_on_one_card],
    fixes: { 'hardware.magstripe_head_dirty': 0.9, 'hardware.chip_contacts_dirty': 0.9, 'unknown.other': 0.3 },
  },
  'clean.tap_surface': {
    by: 'cashier',
    minutes: 1,
    text: t(
      '用干软布擦净挥卡区，揭掉上面的贴纸。',
      'Wipe the contactless mark with a dry soft cloth and take stickers off it.',
    ),
    steps: [
      t('用干软布擦挥卡区。', 'Wipe the mark with a dry soft cloth.'),
      t('揭掉贴纸、膜。', 'Take stickers and film off.'),
      t('再挥一次。', 'Tap again.'),
    ],
    drawing: 'tap-card',
    tools: [TOOL.dry_cloth],
    forbidden: [NEVER.scrape],
    fixes: { 'hardware.contactless_antenna': 0.1 },
  },
  'inspect.remove_object': {
    by: 'technician',
    minutes: 15,
    text: t(
      '取出卡口里的异物，看触点有没有变形；先确认封签完好、卡口没有外加装置。',
      'Take the foreign body out of the slot and look for bent contacts; first make sure that seals are whole and nothing was added to the slot.',
    ),
    drawing: 'look-into-slot',
    tools: [TOOL.manual, TOOL.known_good_card],
    forbidden: [NEVER.open_tampered, NEVER.scrape],
    fixes: { 'hardware.chip_contacts_dirty': 0.55, 'hardware.chip_contacts_worn': 0.1 },
  },
  'inspect.regular': {
    by: 'operations',
    minutes: 20,
    text: t(
      '排定期巡检：按用卡次数和失败率定周期，每次清洁、看封签、两张好卡各读十次。',
      'Schedule inspections by use and failure rate: each time clean, check the seals, read two good cards ten times each.',
    ),
    drawing: 'look-and-clean',
    tools: [TOOL.manual, TOOL.cleaning_card, TOOL.known_good_card],
    forbidden: [NEVER.clean_by_guess, NEVER.open_tampered],
    fixes: {
      'hardware.magstripe_head_dirty': 0.3,
      'hardware.chip_contacts_dirty': 0.3,
      'hardware.printer_head_worn': 0.1,
    },
    source: 'expert estimate; field report (undated)',
  },
} as const satisfies ActionTable;
