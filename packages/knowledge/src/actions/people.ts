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
    tools: [],
    forbidden: [NEVER.force_fallback, NEVER.keep_card_data],
    fixes: { 'fraud.deliberate_fallback': 0.6 },
  },
  'fraud.block_fallback': {
    by: 'acquirer',
    minutes: 20,
    text: t('收单机构对该商户关闭降级交易权限。', 'The acquirer closes fallback for this merchant.'),
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
    tools: [],
    forbidden: [NEVER.keep_card_data],
    fixes: { 'fraud.deliberate_fallback': 0.75 },
  },
} as const satisfies ActionTable;
