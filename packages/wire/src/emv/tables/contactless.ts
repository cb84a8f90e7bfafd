import type { Text } from '../../text.ts';
import type { Values } from './values.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

/** Message identifiers of the entry point and the kernels (EMV Contactless Book A; Book C-8, A.1.92). */
export const MESSAGES = {
  '03': t('已批准', 'Approved'),
  '07': t('未授权', 'Not authorised'),
  '09': t('请输密码', 'Please enter PIN'),
  '0F': t('处理错误', 'Processing error'),
  '10': t('请取卡', 'Remove card'),
  '14': t('欢迎', 'Welcome'),
  '15': t('请用卡', 'Present card'),
  '16': t('处理中', 'Processing'),
  '17': t('读卡完成，请取卡', 'Card read, remove it'),
  '18': t('请插卡、刷卡或换方式', 'Insert or swipe, or try another way'),
  '19': t('只拿一张卡', 'Present one card only'),
  '1A': t('已批准，请签名', 'Approved, please sign'),
  '1B': t('授权中，请等待', 'Authorising, please wait'),
  '1C': t('请插卡、刷卡或换卡', 'Insert, swipe or try another card'),
  '1D': t('请插卡', 'Insert card'),
  '1E': t('清屏', 'Clear display'),
  '20': t('请看手机', 'See phone'),
  '21': t('请再挥一次', 'Present card again'),
} as const satisfies Values;

/** Outcomes: the first byte of the outcome parameter set (Book C-2). */
export const OUTCOMES = {
  '10': t('结果：批准', 'Outcome: approved'),
  '20': t('结果：拒绝', 'Outcome: declined'),
  '30': t('结果：要求联机', 'Outcome: online request'),
  '40': t('结果：结束应用', 'Outcome: end application'),
  '50': t('结果：选择下一个应用', 'Outcome: select next'),
  '60': t('结果：请换方式', 'Outcome: try another interface'),
  '70': t('结果：请再试', 'Outcome: try again'),
  '80': t('结果：不适用', 'Outcome: not applicable'),
} as const satisfies Values;

/** Status of the reader's user interface (Book C-2, user interface request data). */
export const UI_STATUS = {
  '00': t('未就绪', 'not ready'),
  '01': t('空闲', 'idle'),
  '02': t('等待用卡', 'ready to read'),
  '03': t('处理中', 'processing'),
  '04': t('读卡成功', 'card read successfully'),
  '05': t('处理出错', 'processing error'),
} as const satisfies Values;

/** Error indication, layer 1 (Book C-2). */
export const L1_ERRORS = {
  '00': t('底层正常', 'Layer 1 ok'),
  '01': t('底层超时（卡离开或耦合弱）', 'Layer 1 timeout (card left the field, weak coupling)'),
  '02': t('底层传输错（CRC、校验、干扰）', 'Layer 1 transmission error (CRC, parity, noise)'),
  '03': t('底层协议错', 'Layer 1 protocol error'),
} as const satisfies Values;

/** Error indication, layer 2 (Book C-2). */
export const L2_ERRORS = {
  '00': t('应用层正常', 'Layer 2 ok'),
  '01': t('缺少卡数据', 'Card data missing'),
  '02': t('脱机认证失败', 'Offline authentication (CAM) failed'),
  '03': t('卡返回异常状态字', 'Bad status bytes'),
  '04': t('解析错误', 'Parsing error'),
  '05': t('超过限额', 'Limit exceeded'),
  '06': t('卡数据错误', 'Card data error'),
  '07': t('不支持磁条模式', 'Magstripe mode not supported'),
  '08': t('没有PPSE', 'No PPSE'),
  '09': t('PPSE处理出错', 'PPSE fault'),
  '0A': t('候选列表为空', 'Candidate list empty'),
  '0B': t('数据存储（IDS）读错误', 'IDS read error'),
  '0C': t('数据存储（IDS）写错误', 'IDS write error'),
  '0D': t('数据存储（IDS）数据错误', 'IDS data error'),
  '0E': t('数据存储（IDS）密文不匹配', 'IDS no matching AC'),
  '0F': t('终端数据错误', 'Terminal data error'),
} as const satisfies Values;

/** Error indication, layer 3 (Book C-2). */
export const L3_ERRORS = {
  '00': t('流程正常', 'Layer 3 ok'),
  '01': t('流程超时', 'Layer 3 timeout'),
  '02': t('流程被停止', 'Layer 3 stopped'),
  '03': t('没有金额', 'Amount not present'),
} as const satisfies Values;
