import { t } from '../t.ts';
import { NEVER } from './forbidden.ts';
import type { ActionTable } from './row.ts';

/** Training, and dealing with those who go round the chip on purpose. */
export const PEOPLE_ACTIONS = {
  'train.insert': {
    by: 'manager',
    minutes: 10,
    text: t(
      '现场教插卡：芯片朝上朝里、一插到底、提示取卡才拔；当面做三笔。',
      'Show how to insert: chip up and first, to the stop, out only when told; let them do three.',
    ),
    steps: [
      t('讲：芯片朝上、一插到底、提示取卡才拔。', 'Say it: chip up, in to the stop, out only when told.'),
      t('做一遍给他看。', 'Show it once.'),
      t('看他做三笔。', 'Watch three sales.'),
    ],
    drawing: 'teach',
    tools: [],
    forbidden: [NEVER.key_card_number],
    fixes: { 'operation.insert_technique': 0.85, 'operation.removed_early': 0.8 },
  },
  'train.swipe': {
    by: 'manager',
    minutes: 10,
    text: t(
      '现场教刷卡：贴底、匀速、一次到头；当面刷五次。',
      'Show how to swipe: stripe down, steady, right through; let them do five.',
    ),
    steps: [
      t('讲：贴底、匀速、一次到头。', 'Say it: down in the slot, steady, right through.'),
      t('做一遍给他看。', 'Show it once.'),
      t('看他刷五次。', 'Watch five swipes.'),
    ],
    drawing: 'teach',
    tools: [],
    forbidden: [NEVER.force_fallback],
    fixes: { 'operation.swipe_technique': 0.85 },
  },
  'train.methods': {
    by: 'manager',
    minutes: 15,
    text: t(
      '教受理顺序：先挥卡，再插卡，芯片不通且机器提示才刷磁条。',
      'Teach the order: tap, then insert; swipe only where the chip fails and the terminal asks for it.',
    ),
    steps: [
      t('讲顺序：先挥，再插，机器提示才刷。', 'Say the order: tap, insert; swipe only when the terminal asks.'),
      t('柜台贴上图。', 'Put the picture up at the counter.'),
      t('看他做三笔。', 'Watch three sales.'),
    ],
    drawing: 'teach',
    tools: [],
    forbidden: [NEVER.force_fallback, NEVER.key_card_number],
    fixes: { 'operation.wrong_method': 0.85, 'policy.magstripe_closed': 0.6, 'operation.indicator_misread': 0.4 },
  },
  'train.lights': {
    by: 'manager',
    minutes: 5,
    text: t(
      '对着本机型的图教指示灯：哪种灯可以用卡，哪种要等，哪种是出错。',
      'Teach the lights with the picture of this model: which means ready, which wait, which error.',
    ),
    steps: [
      t('拿本机型说明书的指示灯图。', 'Take the picture of the lights from the manual of this model.'),
      t('逐个讲：可以用卡、等待、出错。', 'Explain each: ready, wait, error.'),
      t('问他三种灯各是什么意思。', 'Ask what each of the three means.'),
    ],
    drawing: 'lights',
    tools: [],
    forbidden: [],
    fixes: { 'operation.indicator_misread': 0.88 },
  },
  'train.routine': {
    by: 'manager',
    minutes: 10,
    text: t(
      '教固定动作：开班签到，没做完的交易先取消，收班结算。',
      'Teach the routine: sign in at the start, cancel what was not finished, settle at the end.',
    ),
    steps: [
      t('开班：签到。', 'Start of the day: sign in.'),
      t('没做完的交易：先按取消。', 'A sale not finished: cancel first.'),
      t('收班：结算。', 'End of the day: settle.'),
    ],
    drawing: 'teach',
    tools: [],
    forbidden: [],
    fixes: { 'operation.not_signed_in': 0.75, 'operation.cancel_forgotten': 0.8 },
  },
  'train.pin': {
    by: 'manager',
    minutes: 10,
    text: t(
      '教收银员：把键盘递给持卡人、请其遮挡、提醒剩余次数，不催不看。',
      'Teach the cashier: hand over the pad, ask the holder to shield it, mention the tries left, do not hurry or look.',
    ),
    steps: [
      t('把键盘递给顾客，请其遮住。', 'Hand over the pad and ask to cover it.'),
      t('不看、不问、不代输。', 'Do not look, ask or type.'),
      t('告诉顾客还剩几次机会。', 'Say how many tries are left.'),
    ],
    drawing: 'shield-pin',
    tools: [],
    forbidden: [NEVER.ask_pin],
    fixes: { 'operation.wrong_pin': 0.45 },
    source: 'expert estimate; field report (undated)',
  },
  'fraud.stop_fallback': {
    by: 'manager',
    minutes: 15,
    text: t(
      '约谈当班人员，停止故意把芯片卡改刷磁条；此后每日看降级笔数。',
      'Speak to the staff on duty; no more swiping of chip cards on purpose; watch the daily count of fallbacks.',
    ),
    drawing: 'stop-swipe',
    tools: [],
    forbidden: [NEVER.force_fallback, NEVER.keep_card_data],
    fixes: { 'fraud.deliberate_fallback': 0.6 },
  },
  'fraud.block_fallback': {
    by: 'acquirer',
    minutes: 20,
    text: t('收单机构对该商户关闭降级交易权限。', 'The acquirer closes fallback for this merchant.'),
    drawing: 'stop-swipe',
    tools: [],
    forbidden: [],
    fixes: { 'fraud.deliberate_fallback': 0.9 },
  },
  'fraud.report': {
    by: 'operations',
    minutes: 30,
    text: t(
      '整理降级交易清单（不含卡号），报收单机构风控。',
      "List the fallbacks (without card numbers) for the acquirer's risk desk.",
    ),
    drawing: 'report-list',
    tools: [],
    forbidden: [NEVER.keep_card_data],
    fixes: { 'fraud.deliberate_fallback': 0.75 },
  },
} as const satisfies ActionTable;
