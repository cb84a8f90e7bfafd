import { t } from '../t.ts';
import type { CodeRow } from './table.ts';
import { namespaceOf } from './table.ts';

const UI = 'EMV contactless entry point, message identifiers';
const C2 = 'EMV Book C-2, error indication';

/** What a contactless kernel says: `msg.` on its screen, `outcome.` as its result, `l1.`/`l2.`/`l3.` as its error. */
const ROWS: readonly CodeRow[] = [
  ['msg.03', 'ok', '已批准', 'Approved'],
  ['msg.07', 'declined', '未授权', 'Not authorised'],
  ['msg.09', 'unknown', '请输密码', 'Please enter PIN', { stage: 'cvm' }],
  ['msg.0F', 'unknown', '处理错误', 'Processing error'],
  ['msg.10', 'unknown', '请取卡', 'Remove card'],
  ['msg.14', 'unknown', '欢迎', 'Welcome'],
  ['msg.15', 'unknown', '请用卡', 'Present card', { stage: 'detect' }],
  ['msg.16', 'unknown', '处理中', 'Processing'],
  ['msg.17', 'ok', '读卡完成，请取卡', 'Card read, remove it'],
  ['msg.18', 'use_other_interface', '请插卡、刷卡或换方式', 'Insert or swipe, or try another way'],
  ['msg.19', 'collision', '只拿一张卡', 'Present one card only'],
  ['msg.1A', 'ok', '已批准，请签名', 'Approved, please sign'],
  ['msg.1B', 'unknown', '授权中，请等待', 'Authorising, please wait', { stage: 'online' }],
  ['msg.1C', 'use_other_interface', '请插卡、刷卡或换卡', 'Insert, swipe or try another card'],
  ['msg.1D', 'use_other_interface', '请插卡', 'Insert card'],
  ['msg.1E', 'unknown', '清屏', 'Clear display'],
  ['msg.20', 'use_other_interface', '请看手机', 'See phone', { stage: 'cvm' }],
  ['msg.21', 'rf_lost', '请再挥一次', 'Present card again'],
  ['outcome.10', 'ok', '结果：批准', 'Outcome: approved'],
  ['outcome.20', 'declined', '结果：拒绝', 'Outcome: declined'],
  ['outcome.30', 'unknown', '结果：要求联机', 'Outcome: online request', { stage: 'online' }],
  ['outcome.40', 'unknown', '结果：结束应用', 'Outcome: end application'],
  ['outcome.50', 'unknown', '结果：选择下一个应用', 'Outcome: select next', { stage: 'select' }],
  ['outcome.60', 'use_other_interface', '结果：请换方式', 'Outcome: try another interface'],
  ['outcome.70', 'rf_lost', '结果：请再试', 'Outcome: try again'],
  ['outcome.80', 'unknown', '结果：不适用', 'Outcome: not applicable'],
  ['l1.00', 'ok', '底层正常', 'Layer 1 ok', { source: C2 }],
  [
    'l1.01',
    'rf_lost',
    '底层超时（卡离开或耦合弱）',
    'Layer 1 timeout (card left the field, weak coupling)',
    { source: C2 },
  ],
  [
    'l1.02',
    'rf_lost',
    '底层传输错（CRC、校验、干扰）',
    'Layer 1 transmission error (CRC, parity, noise)',
    { source: C2 },
  ],
  ['l1.03', 'rf_lost', '底层协议错', 'Layer 1 protocol error', { source: C2 }],
  ['l2.00', 'ok', '应用层正常', 'Layer 2 ok', { source: C2 }],
  ['l2.01', 'bad_data', '缺少卡数据', 'Card data missing', { source: C2 }],
  ['l2.02', 'oda_failed', '脱机认证失败', 'Offline authentication (CAM) failed', { source: C2 }],
  ['l2.03', { bad_data: 0.5, unknown: 0.5 }, '卡返回异常状态字', 'Bad status bytes', { source: C2, stage: 'read' }],
  ['l2.04', 'bad_data', '解析错误', 'Parsing error', { source: C2 }],
  ['l2.05', 'use_other_interface', '超过限额', 'Limit exceeded', { source: C2 }],
  ['l2.06', 'bad_data', '卡数据错误', 'Card data error', { source: C2 }],
  ['l2.07', 'no_application', '不支持磁条模式', 'Magstripe mode not supported', { source: C2 }],
  ['l2.08', 'no_application', '没有PPSE', 'No PPSE', { source: C2 }],
  ['l2.09', 'bad_data', 'PPSE处理出错', 'PPSE fault', { source: C2, stage: 'select' }],
  ['l2.0A', 'no_application', '候选列表为空', 'Candidate list empty', { source: C2 }],
  ['l2.0B', 'bad_data', '数据存储（IDS）读错误', 'IDS read error', { source: C2 }],
  ['l2.0C', 'bad_data', '数据存储（IDS）写错误', 'IDS write error', { source: C2 }],
  ['l2.0D', 'bad_data', '数据存储（IDS）数据错误', 'IDS data error', { source: C2 }],
  ['l2.0E', 'bad_data', '数据存储（IDS）密文不匹配', 'IDS no matching AC', { source: C2 }],
  ['l2.0F', 'unknown', '终端数据错误', 'Terminal data error', { source: C2 }],
  ['l3.00', 'ok', '流程正常', 'Layer 3 ok', { source: C2 }],
  ['l3.01', 'no_card', '流程超时', 'Layer 3 timeout', { source: C2 }],
  ['l3.02', 'cancelled_by_operator', '流程被停止', 'Layer 3 stopped', { source: C2 }],
  ['l3.03', 'unknown', '没有金额', 'Amount not present', { source: C2 }],
];

export const CONTACTLESS = namespaceOf(
  {
    id: 'contactless',
    title: t('非接内核的提示与结果', 'Contactless kernel messages and outcomes'),
    form: 'name',
    source: UI,
  },
  ROWS,
);
