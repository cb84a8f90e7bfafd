import { t } from '../t.ts';
import { namespaceOf } from './table.ts';
import type { CodeRow } from './table.ts';

const CHIP_FAILED = { mute: 0.4, bad_data: 0.3, protocol_error: 0.3 } as const;

const ROWS: readonly CodeRow[] = [
  ['00', 'ok', '成功', 'OK'],
  ['C6', 'unknown', '配置为空', 'Configuration empty'],
  ['C7', 'use_other_interface', '手机端验证后重试（CDCVM）', 'Retry after verification on the phone (CDCVM)', { stage: 'cvm' }],
  ['C8', 'no_card', '超时', 'Timed out'],
  ['CA', 'unknown', 'VFI读卡失败', 'VFI reader failed', { stage: 'read' }],
  ['CC', 'no_application', '不受理', 'Not accepted'],
  ['CD', 'cancelled_by_operator', '已取消', 'Cancelled'],
  ['CF', 'no_response_rf', '手机电量低', 'Phone battery low'],
  ['D2', 'rf_lost', '挥卡次数过多', 'Too many taps'],
  ['D3', 'unknown', '无法处理', 'Cannot process'],
  ['D4', 'use_other_interface', '请换一张非接卡', 'Use another contactless card'],
  ['D5', 'use_other_interface', '请换一台终端', 'Use another terminal'],
  ['D7', 'chip_required', '退回芯片，不得刷磁条', 'Fall back to chip, not to stripe'],
  ['D9', 'busy', '重复调用', 'Parallel call'],
  ['DA', 'use_other_interface', '非接不可用', 'Contactless not available'],
  ['DC', 'use_other_interface', '超过非接限额', 'Above the contactless ceiling'],
  ['DD', 'rf_lost', '请用同一张卡再挥一次', 'Tap the same card again'],
  ['DF', 'no_card', '没有卡', 'No card'],
  ['E0', 'no_application', '没有应用', 'No application'],
  ['E1', 'unknown', '无法执行', 'Not executable'],
  ['E2', 'unknown', '卡要求联机（ARQC）', 'Card asks to go online (ARQC)', { stage: 'online' }],
  ['E3', 'ok', '脱机批准（TC）', 'Approved offline (TC)'],
  ['E4', 'declined', '卡拒绝（AAC）', 'Declined by the card (AAC)', { stage: 'complete' }],
  ['E6', 'unknown', '参数错误', 'Parameter error'],
  ['E7', CHIP_FAILED, '卡错误', 'Card error'],
  ['E8', 'application_blocked', '应用不可用，重新选择', 'Bad application, select again'],
  ['E9', 'cancelled_by_operator', '输密码时取消', 'Cancelled at the PIN', { stage: 'cvm' }],
  ['EA', 'cancelled_by_operator', '中止', 'Aborted'],
  ['EB', 'application_blocked', '卡被锁（能否降级看地区）', 'Card blocked (fallback depends on region)'],
  ['EC', 'bad_data', '卡数据格式错误', 'Card data format error'],
  ['ED', 'unknown', '内部错误', 'Internal error'],
  ['EE', 'pin_wrong', '联机密码重试', 'Online PIN retry'],
  ['F0', 'application_blocked', '应用被锁，不得降级', 'Application blocked, no fallback'],
  ['F1', 'unknown', '读配置出错', 'Configuration read error'],
  ['F3', 'unknown', 'TLV组包出错', 'TLV build error'],
  ['F4', { mute: 0.35, protocol_error: 0.25, bad_data: 0.2, use_other_interface: 0.2 }, '降级：插卡改刷卡；挥卡改插卡或刷卡', 'Fallback: contact to stripe, contactless to chip or stripe', { stage: 'read' }],
  ['F5', 'pin_wrong', '联机密码错后重来', 'Repeat after a wrong online PIN'],
  ['F9', 'collision', '感应区有两张卡', 'Two cards in the field', { advice: t('只拿一张卡来挥。', 'Tap one card only.') }],
  ['FA', 'rf_lost', '非接底层出错，请再挥', 'Contactless layer 1 error, tap again'],
  ['FB', 'rf_lost', '手机请再挥一次', 'Mobile, tap again'],
  ['FC', 'no_application', '候选列表为空', 'Candidate list empty'],
  ['FD', 'use_other_interface', '请插卡、刷卡或换卡', 'Insert, swipe or try another card'],
  ['FE', 'no_application', '国内卡读不了', 'Domestic card not readable'],
  ['FF', 'unknown', '继续处理', 'Continue'],
];

export const VERIFONE = namespaceOf(
  { id: 'verifone', title: t('Verifone ADK-EMV 结果', 'Verifone ADK-EMV results'), form: 'hex', source: 'Verifone ADK-EMV reference (2025-06-17)' },
  ROWS,
);
