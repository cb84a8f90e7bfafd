import { t } from '../t.ts';
import { NEVER } from './forbidden.ts';
import type { ActionTable } from './row.ts';

/** How the card is held, inserted, swiped or tapped: what can be done at the counter in a minute. */
export const PRESENTING_ACTIONS = {
  'present.other_way': {
    by: 'cashier',
    minutes: 1,
    text: t('芯片朝上、朝里，换个方向再插。', 'Turn the card: chip up and chip end first, then insert again.'),
    tools: [],
    forbidden: [NEVER.key_card_number],
    fixes: { 'operation.insert_technique': 0.7 },
    source: 'expert estimate; pcsc-tools issue 51',
  },
  'present.insert_fully': {
    by: 'cashier',
    minutes: 1,
    text: t('把卡一插到底，听到提示前不动卡。', 'Push the card in to the stop and do not move it until prompted.'),
    tools: [],
    forbidden: [NEVER.key_card_number],
    fixes: { 'operation.insert_technique': 0.6, 'operation.removed_early': 0.5 },
  },
  'present.leave_until_prompt': {
    by: 'cashier',
    minutes: 1,
    text: t(
      '重做一次：屏幕提示“请取卡”之后才拔卡、移卡。',
      'Do it again: take the card away only after the screen says so.',
    ),
    tools: [],
    forbidden: [NEVER.repeat_unknown_sale],
    fixes: { 'operation.removed_early': 0.85 },
  },
  'present.swipe_steady': {
    by: 'cashier',
    minutes: 1,
    text: t(
      '磁条贴紧卡槽底，一次匀速刷到头，不停顿、不倾斜。',
      'Keep the stripe down in the slot and swipe once, right through, steady, without tilting.',
    ),
    tools: [],
    forbidden: [NEVER.key_card_number, NEVER.force_fallback],
    fixes: { 'operation.swipe_technique': 0.75 },
  },
  'present.use_chip': {
    by: 'cashier',
    minutes: 1,
    text: t('这张卡有芯片：改插卡或挥卡，不要刷磁条。', 'This card has a chip: insert or tap it instead of swiping.'),
    tools: [],
    forbidden: [NEVER.force_fallback, NEVER.key_card_number],
    fixes: {
      'policy.magstripe_closed': 0.92,
      'operation.wrong_method': 0.7,
      'card.stripe_damaged': 0.7,
      'operation.swipe_technique': 0.6,
    },
    source: 'expert estimate; Q/CUP 006.6-2014 (response 45)',
  },
  'present.other_interface': {
    by: 'cashier',
    minutes: 1,
    text: t(
      '换一种方式：插卡不行就挥卡，挥卡不行就插卡；屏幕提示什么就用什么。',
      'Try the other way: tap if inserting fails, insert if tapping fails; follow what the screen asks for.',
    ),
    tools: [],
    forbidden: [NEVER.key_card_number, NEVER.force_fallback],
    fixes: { 'card.chip_damaged': 0.4, 'operation.wrong_method': 0.7, 'card.unsupported': 0.25 },
  },
  'present.hold_flat': {
    by: 'cashier',
    minutes: 1,
    text: t(
      '只拿一张卡，离开钱包，平贴挥卡标志两秒不动。',
      'One card only, out of the wallet, flat on the contactless mark, still for two seconds.',
    ),
    tools: [],
    forbidden: [NEVER.key_card_number],
    fixes: { 'operation.wrong_method': 0.5, 'operation.removed_early': 0.5, 'operation.indicator_misread': 0.3 },
  },
  'present.clear_metal': {
    by: 'cashier',
    minutes: 2,
    text: t(
      '移开挥卡区附近的金属、手机、磁吸支架，再挥一次。',
      'Clear metal, phones and magnetic holders from around the reader and tap again.',
    ),
    tools: [],
    forbidden: [],
    fixes: { 'hardware.contactless_antenna': 0.25 },
  },
  'present.wait_for_light': {
    by: 'cashier',
    minutes: 1,
    text: t(
      '先看屏幕和指示灯：提示可以用卡后再插、挥、刷。',
      'Look at screen and lights first: present the card only when the terminal is ready for it.',
    ),
    tools: [],
    forbidden: [],
    fixes: { 'operation.indicator_misread': 0.75, 'operation.wrong_method': 0.2 },
  },
  'present.other_card': {
    by: 'cashier',
    minutes: 2,
    text: t('请持卡人换一张卡或换一种付款方式。', 'Ask the holder for another card or another way to pay.'),
    tools: [],
    forbidden: [NEVER.key_card_number, NEVER.keep_card_data],
    fixes: {
      'card.stripe_damaged': 0.95,
      'card.chip_damaged': 0.95,
      'card.unsupported': 0.92,
      'card.blocked_or_expired': 0.92,
      'network.issuer_unreachable': 0.7,
      'policy.magstripe_closed': 0.7,
      'operation.wrong_pin': 0.5,
    },
  },
  'pin.enter_again': {
    by: 'cashier',
    minutes: 1,
    text: t(
      '请持卡人想清楚，自己遮挡着再输一次密码；最后一次机会前停下。',
      'Let the holder think, shield the pad and enter the PIN again; stop before the last try.',
    ),
    tools: [],
    forbidden: [NEVER.ask_pin],
    fixes: { 'operation.wrong_pin': 0.7 },
  },
  'holder.call_issuer': {
    by: 'cardholder',
    minutes: 15,
    text: t(
      '请持卡人联系发卡行：解锁密码、激活、换卡或提额。',
      'The holder calls the issuer: unlock the PIN, activate, replace the card or raise the limit.',
    ),
    tools: [],
    forbidden: [NEVER.ask_pin, NEVER.keep_card_data],
    fixes: {
      'card.blocked_or_expired': 0.6,
      'operation.wrong_pin': 0.35,
      'card.chip_damaged': 0.5,
      'card.stripe_damaged': 0.5,
    },
  },
} as const satisfies ActionTable;
